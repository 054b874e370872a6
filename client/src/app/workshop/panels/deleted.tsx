// What was deleted from this canvas, to put back: all of it for facilitators, their own for others.

import type { Item } from "../../../generated/protocol";
import { words } from "../../../words";
import { OrganisationMark } from "../../mark";
import { language } from "../../settings";
import { itemText } from "../item-words";
import { may } from "../rights";
import { useRoom } from "../room";

export function Deleted() {
  const w = words.value;
  const room = useRoom();
  const { live, board } = room;
  live.items.value;
  const canvas = live.canvas.value;
  if (!canvas) return null;
  const facilitates = live.led.role.value === "facilitator";
  const mine = (item: Item) => item.author === live.session.person || item.deleted === live.session.person;
  const blank = (item: Item) => (item.kind === "sticky" || item.kind === "label") && !item.text?.trim();
  const items = [...live.itemsOf(canvas.id, true)].filter((item) => (facilitates || mine(item)) && !blank(item));
  const restore = (item: Item, row: Element | null) => {
    // The row goes away under the finger: on to the next one, or to the panel's heading after the last.
    const next = row?.nextElementSibling ?? row?.previousElementSibling;
    const focus = next?.querySelector("button") ?? row?.closest(".panel")?.querySelector<HTMLElement>("h2");
    live.session.propose({ type: "item.restore", ids: [item.id] });
    board.view.peek()?.select([item.id], false);
    requestAnimationFrame(() => focus?.focus());
  };
  if (items.length === 0) return <p class="help">{facilitates ? w.deletedNone : w.deletedNoneMine}</p>;
  return (
    <>
      <p class="help">{canvas.template.title[language.value]}</p>
      {!items.some((item) => may(room, "item.restore", item)) && <p>{w.restoreLater}</p>}
      <ul class="rows">
        {items.map((item) => {
          const text = itemText(live, item);
          return (
            <li key={item.id}>
              <OrganisationMark organisation={live.organisationOf(item.author)} />
              <span class="row-text">
                {text}
                <span class="menu-second">{w.deletedBy(live.nameOf(item.deleted) ?? w.someone)}</span>
              </span>
              {may(room, "item.restore", item) && (
                <button
                  type="button"
                  class="button"
                  aria-label={w.restoreItem(text)}
                  onClick={(event) => restore(item, event.currentTarget.closest("li"))}
                >
                  {w.restore}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
