// One item of the list: what it says, whose it is, where it lies, and what can be done with it.

import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Sheet } from "../../canvas/types";
import { zonesAt } from "../../core/zones";
import type { Zone } from "../../generated/protocol";
import { words } from "../../words";
import { IconButton } from "../controls";
import { Icon } from "../icons";
import { OrganisationMark } from "../mark";
import { organisationColours } from "../organisation-colours";
import { language } from "../settings";
import type { Listed } from "./by-zone";
import { itemText, kindName } from "./item-words";
import { placeInZone } from "./move-to-zone";
import { NoteEditor } from "./note-editor";
import { mayChange, mayDelete } from "./rights";
import { useRoom } from "./room";
import { followMoved, ZoneChoice } from "./zone-choice";

export function OutlineItem({ sheet, listed }: { sheet: Sheet; listed: Listed }) {
  const { layout } = sheet;
  const { item, alsoIn } = listed;
  const w = words.value;
  const room = useRoom();
  const { live, board } = room;
  const editing = useSignal(false);
  const root = useRef<HTMLLIElement>(null);
  const text = itemText(live, item);
  const organisation =
    item.kind === "partner-token"
      ? live.organisations.value.get(item.organisation)
      : live.organisationOf(item.kind === "participant-token" ? item.person : item.author);
  const colours = organisation && organisationColours(organisation.mark);
  const change = mayChange(live, item);
  const who = [live.nameOf(item.author) ?? w.someone, organisation?.name].filter(Boolean).join(", ");
  const also = alsoIn.flatMap((id) => layout.zones.find((zone) => zone.id === id)?.label[language.value] ?? []);
  const second = [
    kindName(item),
    item.kind === "sticky" ? who : null,
    also.length > 0 ? w.alsoIn(also.join(", ")) : null,
    item.locked != null ? w.lockedBy(live.nameOf(item.locked) ?? w.facilitator) : null,
  ];
  const move = (zone: Zone) => {
    const list = root.current?.closest(".outline");
    board.say(placeInZone(live, sheet, [item], zone));
    followMoved(list, item.id);
  };
  const remove = () => {
    const next = root.current?.nextElementSibling ?? root.current?.previousElementSibling;
    live.session.propose({ type: "item.delete", ids: [item.id] });
    board.say(w.deletedNow);
    const focus = next ?? root.current?.closest("section");
    requestAnimationFrame(() => focus?.querySelector<HTMLElement>("button, textarea")?.focus());
  };
  const done = () => {
    editing.value = false;
    requestAnimationFrame(() => root.current?.querySelector<HTMLElement>("button")?.focus());
  };
  return (
    <li
      class="outline-item"
      ref={root}
      style={colours && { background: colours.note, borderColor: colours.edge }}
      data-item={item.id}
    >
      <OrganisationMark organisation={organisation} size={16} />
      <div class="outline-text">
        {editing.value && item.kind === "sticky" ? (
          <NoteEditor note={item} onDone={done} />
        ) : (
          <p class="outline-words">{text}</p>
        )}
        <p class="outline-second">
          {item.locked != null && <Icon name="lock" size={16} />}
          {second.filter(Boolean).join(" · ")}
        </p>
      </div>
      {change && !editing.value && (
        <div class="outline-actions">
          {item.kind === "sticky" && (
            <IconButton icon="edit" name={w.edit} about={text} onClick={() => (editing.value = true)} />
          )}
          <ZoneChoice
            layout={layout}
            name={`${w.moveTo}: ${text}`}
            now={zonesAt(layout, item.place).zones[0]}
            onChoose={move}
          />
          {mayDelete(live, item) && <IconButton icon="trash" name={w.delete} about={text} onClick={remove} />}
        </div>
      )}
    </li>
  );
}
