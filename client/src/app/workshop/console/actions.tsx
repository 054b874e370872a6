// What a facilitator does to everyone at once: reveal, vote, spotlight, bring here, lock, group, pause, stop. What has
// choices opens them below its row; what has none happens at the first press.

import type { ComponentChildren } from "preact";
import { words } from "../../../words";
import { Icon, type IconName } from "../../icons";
import { type Room, useRoom } from "../room";
import { GroupPanel } from "./action-group";
import { PausePanel } from "./action-pause";
import { RevealPanel } from "./action-reveal";
import { SpotlightPanel } from "./action-spotlight";
import { VotePanel } from "./action-vote";
import { Confirm } from "./confirm";
import { type ActionName, type Desk, selectedForAll, useDesk } from "./desk";

interface ActProps {
  icon: IconName;
  text: string;
  onClick: () => void;
  /** It is on now, for everyone. */
  on?: boolean;
  /** Its choices are open. */
  open?: boolean | undefined;
  /** There is probably nothing to do with it now. */
  quiet?: boolean;
}

function Act({ icon, text, onClick, on, open, quiet }: ActProps) {
  return (
    <button
      type="button"
      class={`button act ${on ? "on" : ""} ${quiet ? "quiet" : ""}`}
      aria-expanded={open}
      onClick={onClick}
    >
      <Icon name={icon} />
      <span>{text}</span>
    </button>
  );
}

function lock({ live, board }: Room, locked: boolean): void {
  const ids = selectedForAll({ live, board } as Room).map(({ id }) => id);
  if (ids.length === 0) board.say(words.peek().actChooseFirst);
  else live.session.propose({ type: "item.lock", ids, locked });
}

function spotlight(desk: Desk, { live }: Room): void {
  const canvas = live.canvas.peek()?.id;
  const items = selectedForAll(desk.room).map(({ id }) => id);
  if (live.workshop.peek()?.spotlight != null) live.session.propose({ type: "spotlight.set", spotlight: null });
  else if (canvas && items.length > 0) live.session.propose({ type: "spotlight.set", spotlight: { canvas, items } });
  else desk.toggle("spotlight");
}

/** The choices of the action that is open, behind the row of its button. */
function Opened({ row }: { row: readonly ActionName[] }) {
  const w = words.value;
  const desk = useDesk();
  const open = desk.action.value;
  if (open === null || !row.includes(open)) return null;
  const panels: Record<ActionName, ComponentChildren> = {
    reveal: <RevealPanel />,
    dots: <VotePanel />,
    spotlight: <SpotlightPanel />,
    group: <GroupPanel />,
    pause: <PausePanel />,
    stop: <Confirm text={w.leadStopSure} yes={w.leadStop} onYes={() => desk.stop()} onNo={() => desk.toggle("stop")} />,
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    desk.action.value = null;
    const around = (event.currentTarget as HTMLElement).parentElement;
    requestAnimationFrame(() => around?.querySelector<HTMLElement>(`[data-act="${open}"] > button`)?.focus());
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape in it closes it, as pressing its button again does
    <div class="act-panel" onKeyDown={onKey}>
      {panels[open]}
    </div>
  );
}

export function Actions() {
  const w = words.value;
  const desk = useDesk();
  const room = useRoom();
  const { live, board, following } = room;
  const { led } = live;
  const open = desk.action.value;
  const paused = led.paused.value !== null;
  const lit = live.workshop.value?.spotlight != null;
  const round = led.round.value;
  const selected = selectedForAll(room);
  const locked = selected.length > 0 && selected.every((item) => item.locked != null);
  const turns = led.step.value?.mode === "reveal" && led.step.value.turns === true;
  const hides = led.private.value || turns;
  const shown = !hides && led.agenda.value.some(wasShownOn(live.canvas.value?.id));
  const running = led.found.value.workshop?.session != null;
  const act = (name: ActionName, button: ComponentChildren) => <div data-act={name}>{button}</div>;
  return (
    <section class="acts" aria-labelledby="acts-title">
      <h2 id="acts-title" class="unseen">
        {w.acts}
      </h2>
      {act(
        "reveal",
        <Act
          icon="eye"
          text={shown ? w.actRevealed : w.actReveal}
          quiet={!hides}
          open={open === "reveal"}
          onClick={() => desk.toggle("reveal")}
        />,
      )}
      {act(
        "dots",
        <Act
          icon="dots"
          text={round ? w.actDotsClose : w.actDots}
          on={round !== undefined}
          open={open === "dots"}
          onClick={() => desk.toggle("dots")}
        />,
      )}
      <Opened row={["reveal", "dots"]} />
      {act(
        "spotlight",
        <Act
          icon="spotlight"
          text={lit ? w.actSpotlightOff : w.actSpotlight}
          on={lit}
          open={lit || selected.length > 0 ? undefined : open === "spotlight"}
          onClick={() => spotlight(desk, room)}
        />,
      )}
      <div>
        <Act
          icon="bring"
          text={w.actBring}
          onClick={() => {
            following.bring();
            board.say(w.actBrought);
          }}
        />
      </div>
      <Opened row={["spotlight"]} />
      <div>
        <Act
          icon={locked ? "unlock" : "lock"}
          text={locked ? w.actUnlock : w.actLock}
          quiet={selected.length === 0}
          onClick={() => lock(room, !locked)}
        />
      </div>
      {act(
        "pause",
        <Act
          icon={paused ? "play" : "pause"}
          text={paused ? w.actGoOn : w.actPause}
          on={paused}
          open={paused ? undefined : open === "pause"}
          onClick={() => (paused ? live.session.propose({ type: "pause.set", word: null }) : desk.toggle("pause"))}
        />,
      )}
      <Opened row={["pause"]} />
      {act(
        "group",
        <Act
          icon="group"
          text={w.actGroup}
          quiet={selected.length === 0}
          open={open === "group"}
          onClick={() => (selected.length > 0 || open === "group" ? desk.toggle("group") : board.say(w.actChooseFirst))}
        />,
      )}
      {act(
        "stop",
        running ? (
          <Act icon="stop" text={w.leadStop} open={open === "stop"} onClick={() => desk.toggle("stop")} />
        ) : (
          <Act icon="play" text={w.leadBegin} onClick={() => desk.start()} />
        ),
      )}
      <Opened row={["group", "stop"]} />
    </section>
  );
}

/** Whether a step was done in which what is private on this canvas was shown. */
const wasShownOn =
  (canvas: string | undefined) =>
  ({ mode, ...step }: { mode: string; canvas?: string | null; spent?: number; entered?: number | null }) =>
    mode === "reveal" && step.canvas === canvas && ((step.spent ?? 0) > 0 || step.entered != null);
