// The replay: the canvas as it was, a time line of what happened, and what just happened in words.

import { useEffect, useMemo, useRef } from "preact/hooks";
import { sentenceFor } from "../app/api";
import { Fault } from "../app/controls";
import { Icon, Sign } from "../app/icons";
import { LanguageSwitch, ThemeSwitch } from "../app/preferences";
import { reportPath, workshopPath } from "../app/route";
import { language } from "../app/settings";
import { createCanvasView } from "../canvas";
import type { Entrance } from "../generated/protocol";
import { words } from "../words";
import { JustHappened } from "./just-happened";
import { load } from "./loading";
import { Player } from "./player";
import { ReplayScreen } from "./screen";
import { TimelineBar } from "./timeline-bar";
import "../app/workshop/floating.css";
import "../app/workshop/workshop.css";
import "./replay.css";

interface ReplayProps {
  workshop: string;
  entered: Entrance;
}

export function Replay({ workshop, entered }: ReplayProps) {
  const w = words.value;
  const { player, screen, source } = useMemo(() => {
    const made = new Player();
    const shown = new ReplayScreen(workshop, made);
    return { player: made, screen: shown, source: load(workshop, made) };
  }, [workshop]);
  useEffect(
    () => () => {
      source.stop();
      screen.close();
    },
    [source, screen],
  );
  useEffect(() => {
    document.title = `${w.replay} · ${entered.title} · ${w.raakvlak}`;
  }, [w, entered.title]);
  useEffect(() => replayKeys(player), [player]);
  const loading = source.loading.value;
  player.loaded.value;
  const anything = player.history.events.some((event) => event.by !== "server");
  return (
    <div class="replay">
      <header class="top-bar">
        <Sign />
        <h1 class="workshop-title">{entered.title}</h1>
        <span class="replay-chip">{w.replay}</span>
        {anything && <When player={player} />}
        <span class="space" />
        <LanguageSwitch />
        <ThemeSwitch />
        <a class="button" href={reportPath(workshop)}>
          {w.report}
        </a>
        <a class="button to-live" href={workshopPath(workshop)} aria-label={w.toLive} title={w.toLive}>
          <span class="to-live-long">{w.toLive}</span>
          <span class="to-live-short">{w.toLiveShort}</span>
          <Icon name="right" />
        </a>
      </header>
      <main class="workshop-main" aria-label={w.canvas}>
        {anything || loading.state === "loading" ? (
          <CanvasOf screen={screen} />
        ) : (
          <p class="empty replay-empty">
            {w.replayEmpty}
            <strong>{w.replayEmptyDo}</strong>
          </p>
        )}
        {loading.state !== "done" && (
          <div class="floating-messages">
            {loading.state === "loading" ? (
              <p class="status" role="status">
                {w.fetched(loading.events)}
              </p>
            ) : (
              <div class="status fault-bar">
                <Fault>
                  {w.replayFailed} {sentenceFor(loading.error)}
                </Fault>
                <button type="button" class="button" onClick={source.again}>
                  {w.tryAgain}
                </button>
              </div>
            )}
          </div>
        )}
      </main>
      {anything && <JustHappened player={player} screen={screen} />}
      {anything && <TimelineBar player={player} screen={screen} />}
    </div>
  );
}

/** Day, hours and people of what is replayed. */
function When({ player }: { player: Player }) {
  const w = words.value;
  player.loaded.value;
  const { events, start, duration } = player.history;
  if (events.length === 0) return null;
  const people = new Set(events.map((event) => event.by));
  people.delete("server");
  const day = new Intl.DateTimeFormat(language.value, { weekday: "long", day: "numeric", month: "long" });
  const hours = new Intl.DateTimeFormat(language.value, { hour: "numeric", minute: "2-digit", hour12: false });
  const [from, to] = [new Date(start), new Date(start + duration)];
  const ended = from.toDateString() === to.toDateString() ? hours.format(to) : `${day.format(to)}, ${hours.format(to)}`;
  return (
    <p class="replay-when help">
      {day.format(from)}, {hours.format(from)}–{ended} · {w.people(people.size)}
    </p>
  );
}

function CanvasOf({ screen }: { screen: ReplayScreen }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!host.current) return;
    const view = createCanvasView(host.current);
    const detach = screen.attach(view);
    return () => {
      detach();
      view.destroy();
    };
  }, [screen]);
  return <div class="canvas-host" ref={host} />;
}

/** The space bar plays and pauses, wherever it does not mean something else. */
function replayKeys(player: Player): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== " " || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.target instanceof Element && event.target.closest("button, a, input, select, textarea")) return;
    event.preventDefault();
    event.stopPropagation();
    player.toggle();
  };
  // Before the canvas, which takes the space bar for panning.
  window.addEventListener("keydown", onKey, true);
  return () => window.removeEventListener("keydown", onKey, true);
}
