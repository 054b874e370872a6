// The arrows of one item in the list: where they lead, what they say, how thick they are.

import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Item } from "../../generated/protocol";
import { words } from "../../words";
import { IconButton } from "../controls";
import { Icon } from "../icons";
import { ArrowTools, BeginArrow, GoThere } from "./arrow-tools";
import { type AtItem, arrowsAt, arrowText, calledIn } from "./arrows";
import { NoteEditor } from "./note-editor";
import { may } from "./rights";
import { useRoom } from "./room";

export function OutlineArrows({ item, text }: { item: Item; text: string }) {
  const w = words.value;
  const { live } = useRoom();
  live.items.value;
  const arrows = arrowsAt(live, item);
  return (
    <>
      {arrows.length > 0 && (
        <ul class="outline-arrows" aria-label={w.arrowsOf(text)}>
          {arrows.map((at) => (
            <OneArrow key={at.connector.id} at={at} item={item} />
          ))}
        </ul>
      )}
      <BeginArrow item={item} about={text} />
    </>
  );
}

function OneArrow({ at: { connector, out, other }, item }: { at: AtItem; item: Item }) {
  const w = words.value;
  const room = useRoom();
  const { live, board } = room;
  const writing = useSignal(false);
  const root = useRef<HTMLLIElement>(null);
  const called = calledIn(live, other, item.canvas);
  const words_ = connector.text?.trim();
  const about = arrowText(live, connector);
  const done = () => {
    writing.value = false;
    requestAnimationFrame(() => root.current?.querySelector<HTMLElement>("button")?.focus());
  };
  const remove = () => {
    const next = root.current?.closest(".outline-item");
    live.session.propose({ type: "item.delete", ids: [connector.id] });
    board.say(w.arrowGone);
    requestAnimationFrame(() => next?.querySelector<HTMLElement>("button")?.focus());
  };
  const draft = live.led.isDraft(connector);
  return (
    <li class="outline-arrow" ref={root}>
      <span class="outline-arrow-text">
        <Icon name={out ? "forward" : "backward"} size={16} />
        {draft && <Icon name="hidden" size={16} />}
        <span>
          <span class="unseen">{out ? w.arrowOut("") : w.arrowIn("")}</span>
          {called}
          {words_ && <span class="help"> · {words_}</span>}
          {draft && <span class="unseen">, {w.onlyYou}</span>}
        </span>
      </span>
      {writing.value ? (
        <NoteEditor note={connector} onDone={done} />
      ) : (
        <span class="outline-actions">
          {out && <ArrowTools connector={connector} />}
          {may(room, "text.edit", connector) && (
            <IconButton icon="edit" name={w.labelArrow} about={about} onClick={() => (writing.value = true)} />
          )}
          <GoThere item={other} from={item.canvas} />
          {may(room, "item.delete", connector) && (
            <IconButton icon="trash" name={w.delete} about={about} onClick={remove} />
          )}
        </span>
      )}
    </li>
  );
}
