// The facilitator's console: a column beside the canvas, for somebody who is talking at the same time.

import { useEffect, useMemo } from "preact/hooks";
import { words } from "../../../words";
import { useRoom } from "../room";
import { Actions } from "./actions";
import { Agenda } from "./agenda";
import { ClockBox } from "./clock-box";
import { Desk, DeskProvider } from "./desk";
import { Lobby } from "./lobby";
import { Memos } from "./memo";
import { consoleOpen } from "./open";
import { People } from "./people";
import "./console.css";
import "./acts.css";
import "./agenda.css";
import "./people.css";

export function FacilitatorConsole() {
  const { live } = useRoom();
  return live.led.role.value === "facilitator" && consoleOpen.value ? <Opened /> : null;
}

function Opened() {
  const room = useRoom();
  const desk = useMemo(() => new Desk(room), [room]);
  useEffect(() => () => desk.close(), [desk]);
  return (
    <DeskProvider value={desk}>
      <aside class="console" id="console" aria-label={words.value.console}>
        <ClockBox />
        <Lobby />
        <div class="console-body">
          <Agenda />
          <Actions />
          <People />
          <Memos />
        </div>
      </aside>
    </DeskProvider>
  );
}
