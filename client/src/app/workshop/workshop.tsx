// The workshop: opens the session for one person and lays out bars, canvas or list, and the panel beside them.

import { effect } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { Entrance } from "../../generated/protocol";
import { openSession } from "../../sync/session";
import { words } from "../../words";
import { socketUrl } from "../api";
import { Board } from "./board";
import { CanvasHost } from "./canvas-host";
import { FacilitatorConsole } from "./console/console";
import { consoleOpen } from "./console/open";
import { Following } from "./following";
import { workshopKeys } from "./keys";
import { Live } from "./live";
import { Outline } from "./outline";
import { OpenPanel } from "./panels";
import { type Room, RoomProvider, refusalSentence } from "./room";
import { SelectionBar } from "./selection-bar";
import { HandedBackBar, StatusLine } from "./status";
import { StepBar } from "./step-bar";
import { TabBar } from "./tab-bar";
import { pageStep, StepPage } from "./taking-part/page";
import { Threshold } from "./taking-part/threshold";
import { ToolBar } from "./tool-bar";
import { TopBar } from "./top-bar";
import "./outline.css";
import "./arrows.css";
import "./floating.css";
import "./workshop.css";

interface WorkshopProps {
  workshop: string;
  person: string;
  /** What this browser got to know at the door. */
  entered: Entrance;
}

function openRoom({ workshop, person }: WorkshopProps): Room {
  const session = openSession({ workshop, person, socketUrl: socketUrl(workshop) });
  const live = new Live(workshop, session);
  const board = new Board(live);
  return { live, board, following: new Following(live, board) };
}

export function Workshop(props: WorkshopProps) {
  const room = useMemo(() => openRoom(props), [props.workshop, props.person]);
  useEffect(
    () => () => {
      room.following.close();
      room.board.close();
      room.live.close();
    },
    [room],
  );
  return (
    <RoomProvider value={room}>
      <Threshold entered={props.entered}>
        <Screen room={room} />
      </Threshold>
    </RoomProvider>
  );
}

function Screen({ room }: { room: Room }) {
  const { live, board } = room;
  const main = useRef<HTMLElement>(null);
  const title = live.workshop.value?.title;
  const panel = live.panel.value;
  const page = pageStep(live);
  const withConsole = live.led.role.value === "facilitator" && consoleOpen.value;
  useEffect(() => {
    if (title) document.title = `${title} · ${words.peek().raakvlak}`;
  }, [title]);
  useEffect(() => workshopKeys(room), [room]);
  useEffect(
    () =>
      effect(() => {
        const sentence = refusalSentence(room);
        if (sentence) board.say(sentence);
      }),
    [room],
  );
  return (
    <div class={`workshop ${panel ? "with-panel" : ""} ${withConsole ? "with-console" : ""}`}>
      <TopBar />
      <StepBar />
      <main class="workshop-main" ref={main} aria-label={words.value.canvas}>
        {page && !live.pastPage.value ? (
          <StepPage step={page} />
        ) : live.asList.value ? (
          <Outline />
        ) : (
          <>
            <CanvasHost />
            <ToolBar />
            <SelectionBar />
          </>
        )}
        <div class="floating-messages">
          <HandedBackBar />
          <StatusLine />
        </div>
      </main>
      <TabBar />
      <OpenPanel />
      <FacilitatorConsole />
    </div>
  );
}
