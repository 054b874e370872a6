// A calm bar once a private step is over: what of mine nobody has seen yet, to show it, keep it, or throw it away.

import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { liesBack } from "../../../core/item-rights";
import type { Item } from "../../../generated/protocol";
import { words } from "../../../words";
import { remember, remembered } from "../../device";
import { Icon } from "../../icons";
import { language } from "../../settings";
import { type Room, useRoom } from "../room";
import { type Leftovers, leftoversOf } from "./leftovers";

const keyOf = ({ live }: Room) => `kept.${live.id}.${live.session.person}`;

function rememberedKept(room: Room): string[] {
  try {
    const kept: unknown = JSON.parse(remembered(keyOf(room)) ?? "[]");
    return Array.isArray(kept) ? kept.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}

function mineOf(room: Room, kept: readonly string[]): Leftovers {
  const { live, board } = room;
  const { led, session } = live;
  live.items.value;
  const steps = led.found.value.steps;
  const own = [...session.records()].filter(({ id }) => session.streamOf(id) === led.ownStream);
  const come = board.sheet.value;
  const back = (item: Item) => {
    if (come?.canvas === item.canvas) return liesBack(come.sheet.layout, item.place);
    // Of other canvases the layout is not here.
    const canvas = live.canvases.value.find(({ id }) => id === item.canvas);
    return canvas?.template.zones.some((zone) => zone.private) ?? false;
  };
  return leftoversOf(
    own,
    steps,
    (id) => session.get(id) !== undefined,
    (id) => kept.includes(id),
    back,
  );
}

export function Offers() {
  const w = words.value;
  const room = useRoom();
  const { live, board } = room;
  const { led } = live;
  const kept = useSignal<readonly string[]>(rememberedKept(room));
  const asking = useSignal(false);
  const root = useRef<HTMLElement>(null);
  const step = led.step.value?.id;
  useEffect(() => {
    asking.value = false;
  }, [step]);
  if (led.role.value === "observer" || led.private.value || led.paused.value !== null) return null;
  const mine = mineOf(room, kept.value);
  const items = [...mine.named, ...mine.nameless];
  const count = items.length + mine.scores;
  if (count === 0) return null;

  const what = [items.length > 0 && w.drafts(items.length), mine.scores > 0 && w.scores(mine.scores)];
  const said = new Intl.ListFormat(language.value).format(what.filter((part) => typeof part === "string"));
  const show = () => {
    for (const canvas of mine.canvases) live.session.propose({ type: "reveal", canvas, of: "own" });
  };
  const keep = () => {
    const ids = [...session(room)];
    kept.value = ids;
    remember(keyOf(room), JSON.stringify(ids));
    board.say(w.draftsKept);
    leave();
  };
  const drop = () => {
    live.session.propose({ type: "item.delete", ids: items.map(({ id }) => id) });
    board.say(w.draftsDropped);
    leave();
  };
  const leave = () => (board.view.peek()?.element ?? document.querySelector<HTMLElement>(".outline"))?.focus();
  const ask = (now: boolean) => {
    asking.value = now;
    requestAnimationFrame(() => root.current?.querySelector<HTMLElement>("button")?.focus());
  };
  const mayShow = mine.canvases.length > 0 && led.may("reveal");
  const mayDrop = items.length > 0 && led.may("item.delete", "own");
  return (
    <section class="offers" ref={root} aria-label={w.privateBar}>
      <Icon name="hidden" />
      <div class="offers-words">
        <p>
          <strong>{(count === 1 ? w.draftLeft : w.draftsLeft)(said)}</strong>
        </p>
        {asking.value && <p class="help">{w.dropDraftsSure}</p>}
        {!asking.value && mine.canvases.length === 0 && <p class="help">{w.draftsNameless}</p>}
        {!asking.value && mine.canvases.length > 0 && !mayShow && <p class="help">{w.draftsShowLater}</p>}
      </div>
      {asking.value ? (
        <div class="row">
          <button type="button" class="button danger" onClick={drop}>
            {w.dropDraftsYes}
          </button>
          <button type="button" class="button" onClick={() => ask(false)}>
            {w.cancel}
          </button>
        </div>
      ) : (
        <div class="row">
          {mayShow && (
            <button type="button" class="button" onClick={show}>
              {count === 1 ? w.showDraft : w.showDrafts}
            </button>
          )}
          <button type="button" class="button" onClick={keep}>
            {w.keepDrafts}
          </button>
          {mayDrop && (
            <button type="button" class="button plain" onClick={() => ask(true)}>
              {w.dropDrafts}
            </button>
          )}
        </div>
      )}
    </section>
  );
}

/** The ids of everything that is private to me now. */
function* session({ live }: Room): Iterable<string> {
  for (const { id } of live.session.records()) if (live.session.streamOf(id) === live.led.ownStream) yield id;
}
