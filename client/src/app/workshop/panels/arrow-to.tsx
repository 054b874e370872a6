// Where an arrow leads: all that lies on this canvas and the others, by search, for keyboards and fingers.

import { useSignal } from "@preact/signals";
import { isItem } from "../../../core/state";
import type { Item } from "../../../generated/protocol";
import { words } from "../../../words";
import { OrganisationMark } from "../../mark";
import { language } from "../../settings";
import { calledIn, mayBegin, proposeArrow, targetsOf } from "../arrows";
import { itemText, kindName } from "../item-words";
import { useRoom } from "../room";

export function ArrowTo() {
  const w = words.value;
  const room = useRoom();
  const { live, board } = room;
  const sought = useSignal("");
  live.items.value;
  const record = live.session.get(live.arrowFrom.value ?? "");
  const start = isItem(record) && record.deleted == null ? record : undefined;
  if (!start || !mayBegin(room, start)) return <p class="help">{w.nothingToLink}</p>;
  const wanted = sought.value.trim().toLocaleLowerCase(language.value);
  const found = targetsOf(live, start)
    .map(({ canvas, items }) => ({
      canvas,
      items: items.filter((item) => itemText(live, item).toLocaleLowerCase(language.value).includes(wanted)),
    }))
    .filter(({ items }) => items.length > 0);
  const draw = (end: Item) => {
    proposeArrow(live, start, end);
    live.panel.value = null;
    board.say(w.arrowAdded(calledIn(live, end, start.canvas)));
  };
  return (
    <>
      <p class="help">{w.arrowToOf(calledIn(live, start, start.canvas))}</p>
      <input
        class="input"
        type="search"
        aria-label={w.whereTo}
        placeholder={w.whereTo}
        value={sought.value}
        onInput={(event) => (sought.value = event.currentTarget.value)}
      />
      {found.length === 0 && <p class="help">{wanted ? w.nothingFound : w.nothingToLink}</p>}
      {found.map(({ canvas, items }) => (
        <section key={canvas.id} class="arrow-targets">
          <h3>{canvas.template.title[language.value]}</h3>
          <ul>
            {items.map((item) => (
              <li key={item.id}>
                <button type="button" class="arrow-target" onClick={() => draw(item)}>
                  <Target item={item} />
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Target({ item }: { item: Item }) {
  const { live } = useRoom();
  const organisation =
    item.kind === "partner-token"
      ? live.organisations.value.get(item.organisation)
      : live.organisationOf(item.kind === "participant-token" ? item.person : item.author);
  return (
    <>
      <OrganisationMark organisation={organisation} size={16} />
      <span class="row-text">
        {itemText(live, item)}
        <span class="menu-second">{kindName(item)}</span>
      </span>
    </>
  );
}
