// What just happened, in one sentence above the bar at the bottom, read out as well; and texts handed back.

import { useEffect, useRef } from "preact/hooks";
import { placeAt } from "../../canvas/places";
import { CLOSE } from "../../generated/protocol";
import { words } from "../../words";
import { copyText } from "../clipboard";
import { IconButton } from "../controls";
import { Icon } from "../icons";
import type { Kept } from "./live";
import { proposeNote } from "./move-to-zone";
import { mayMake } from "./rights";
import { useRoom } from "./room";
import { whyLocked } from "./selection-bar";

/** How long a sentence stays; it can be read again by whoever uses a screen reader. */
const STAYS_MS = 7000;
/** A line that is back within this time is not worth a sentence. */
const GONE_MS = 1500;

/** What stays as long as it is so: no line, nothing saved for now, closed for good. */
function Standing() {
  const w = words.value;
  const { live } = useRoom();
  const saving = live.saving.value;
  if (saving.state === "reconnecting") return <p class="status late">{w.lineGone}</p>;
  if (saving.state === "read-only") {
    return (
      <p class="status fault-bar" role="alert">
        <Icon name="warning" /> {w.readOnlyWhy}
      </p>
    );
  }
  if (saving.state === "closed") {
    return (
      <div class="status fault-bar" role="alert">
        <Icon name="warning" /> {saving.code === CLOSE.VERSION ? w.otherVersion : w.notAdmitted}
        <button type="button" class="button" onClick={() => location.reload()}>
          {w.reload}
        </button>
      </div>
    );
  }
  if (live.notice.value === "waiting") return <p class="status">{w.cannotSaveNow}</p>;
  return null;
}

export function StatusLine() {
  const w = words.value;
  const room = useRoom();
  const { live, board } = room;
  const said = board.said.value;
  const saving = live.saving.value.state;
  const notice = live.notice.value;
  useEffect(() => {
    if (!said.sentence) return;
    const timer = setTimeout(() => {
      if (board.said.peek().n === said.n) board.said.value = { ...said, sentence: "" };
    }, STAYS_MS);
    return () => clearTimeout(timer);
  }, [said.n]);
  useEffect(() => {
    if (saving !== "reconnecting") return;
    const timer = setTimeout(() => board.say(w.lineGone), GONE_MS);
    return () => {
      clearTimeout(timer);
      // With the line back it is no longer true.
      const last = board.said.peek();
      if (last.sentence === w.lineGone) board.said.value = { ...last, sentence: "" };
    };
  }, [saving]);
  useEffect(() => {
    if (notice === "slow-down") board.say(w.slowDown);
    if (notice === "slow-down" || notice === "saving-again") live.notice.value = null;
  }, [notice]);
  // What stands on the screen already is only read out.
  const standing = (saving === "reconnecting" && said.sentence === w.lineGone) || said.sentence === whyLocked(room);
  return (
    <>
      <Standing />
      <p class={`status ${said.sentence && !standing ? "" : "unseen"}`} role="status">
        {said.sentence}
      </p>
    </>
  );
}

function HandedBackText({ kept }: { kept: Kept }) {
  const w = words.value;
  const { live, board } = useRoom();
  const who = live.nameOf(kept.by) ?? w.someone;
  const why = {
    deleted: w.handedBackDeleted(who),
    locked: w.lateLocked(who),
    paused: w.latePause,
    step: w.lateStep,
    shown: w.lateShown,
    lost: w.handedBackLost,
  }[kept.why];
  const writes = mayMake(live);
  const root = useRef<HTMLElement>(null);
  // Whoever was writing goes on typing for a moment: here no letter is a command.
  useEffect(() => {
    const now = document.activeElement;
    const nowhere = now === null || now === document.body || now.closest(".canvas-host, .outline") !== null;
    if (nowhere) root.current?.focus();
  }, []);
  const putBack = () => {
    const canvas = live.canvas.value;
    const layout = board.sheet.value?.sheet.layout;
    if (!canvas || !layout) return;
    const record = kept.item ? live.session.get(kept.item) : undefined;
    const old = record?.kind === "sticky" ? record : undefined;
    const place = old?.place ?? placeAt(layout, { x: layout.width / 2, y: layout.height / 2 });
    proposeNote(live, layout, old?.canvas ?? canvas.id, place, kept.text);
    live.settle(kept.key);
    board.view.peek()?.element.focus({ preventScroll: true });
  };
  return (
    <section class="handed-back" ref={root} tabIndex={-1} aria-label={w.handedBackTitle}>
      <p class="handed-back-why">{why}</p>
      <p class="handed-back-text">{kept.text}</p>
      {!writes && <p class="help">{w.putBackLater}</p>}
      <div class="row">
        {writes && (
          <button type="button" class="button main" onClick={putBack}>
            {w.putBackNew}
          </button>
        )}
        <button
          type="button"
          class="button"
          onClick={async (event) => {
            const field = event.currentTarget.parentElement?.querySelector("textarea") ?? null;
            board.say((await copyText(kept.text, field)) ? w.copied : w.copyFailed);
          }}
        >
          {w.copy}
        </button>
        <textarea class="unseen" readOnly tabIndex={-1} aria-hidden="true" value={kept.text} />
        <span class="space" />
        <IconButton icon="trash" name={w.discard} onClick={() => live.settle(kept.key)} />
      </div>
    </section>
  );
}

export function HandedBackBar() {
  const { live } = useRoom();
  return (
    <>
      {live.handedBack.value.map((kept) => (
        <HandedBackText key={kept.key} kept={kept} />
      ))}
    </>
  );
}
