// What can be done with what is selected, for pointers and fingers; keys and the list do the same.

import { initials } from "../../canvas/marks";
import type { CanvasCommand } from "../../canvas/types";
import { isItem } from "../../core/state";
import type { Item } from "../../generated/protocol";
import { words } from "../../words";
import { IconButton } from "../controls";
import type { IconName } from "../icons";
import { Mark, OrganisationMark } from "../mark";
import { language } from "../settings";
import { Menu, MenuItem } from "./menu";
import { placeInZone } from "./move-to-zone";
import { mayDelete } from "./rights";
import { type Room, useRoom } from "./room";
import { labelOfZone, zoneOf } from "./zone-names";

function Whose({ item }: { item: Item }) {
  const { live } = useRoom();
  if (item.kind === "partner-token") {
    const organisation = live.organisations.value.get(item.organisation);
    return (
      <>
        <OrganisationMark organisation={organisation} /> {organisation?.name}
      </>
    );
  }
  const person = item.kind === "participant-token" ? item.person : item.author;
  const organisation = live.organisationOf(person);
  const name = live.nameOf(person) ?? words.value.someone;
  return (
    <>
      {organisation ? <OrganisationMark organisation={organisation} /> : <Mark mark={null} />}{" "}
      <span class="whose-name">{name}</span>
      <span class="whose-short">{initials(name)}</span>
    </>
  );
}

function selectedItems({ live, board }: Room): Item[] {
  live.items.value; // what is selected may change under our hands
  return board.selection.value.flatMap((id) => {
    const record = live.session.get(id);
    return isItem(record) && record.deleted == null ? [record] : [];
  });
}

/** Why nothing can be done with what is selected: somebody locked it. Stands where the bar otherwise stands. */
export function whyLocked(room: Room): string | null {
  const { live, board } = room;
  if (live.session.role !== "participant" || board.editing.value !== null) return null;
  const locked = selectedItems(room).find((item) => item.locked != null);
  return locked ? words.value.lockedBy(live.nameOf(locked.locked) ?? words.value.facilitator) : null;
}

export function SelectionBar() {
  const w = words.value;
  const room = useRoom();
  const { live, board } = room;
  const view = board.view.value;
  const items = selectedItems(room);
  const first = items[0];
  if (!view || !first || live.session.role === "observer" || board.editing.value !== null) return null;
  const command = (name: CanvasCommand, icon: IconName, text: string) => (
    <IconButton icon={icon} name={text} onClick={() => view.command(name)} />
  );
  const locked = items.every((item) => item.locked != null);
  const facilitates = live.session.role === "facilitator";
  const sheet = board.sheet.value?.sheet;
  const only = items.length === 1;
  const lying = (sheet && zoneOf(sheet.layout, first, language.value)) ?? w.besideZones;
  const why = whyLocked(room);
  if (why) return <p class="selection-bar why">{why}</p>;
  return (
    <div class="selection-bar" role="toolbar" data-canvas-keys="" aria-label={w.selection}>
      <span class="whose">{only ? <Whose item={first} /> : w.selected(items.length)}</span>
      {sheet && (
        <Menu name={only ? `${w.moveTo}: ${lying}` : w.moveTo} text={only ? lying : w.moveTo}>
          {sheet.layout.zones.map((zone) => (
            <MenuItem key={zone.id} onClick={() => board.say(placeInZone(live, sheet, items, zone))}>
              {labelOfZone(zone, language.value)}
            </MenuItem>
          ))}
        </Menu>
      )}
      <span class="tool-line" />
      {only && first.kind === "sticky" && command("edit", "edit", w.edit)}
      {items.some((item) => item.kind === "sticky") && command("duplicate", "duplicate", w.duplicate)}
      {command("front", "front", w.front)}
      {command("back", "back", w.back)}
      {facilitates && (locked ? command("unlock", "unlock", w.unlock) : command("lock", "lock", w.lock))}
      {items.some((item) => mayDelete(live, item)) && command("delete", "trash", w.delete)}
    </div>
  );
}
