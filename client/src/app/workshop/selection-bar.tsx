// What can be done with what is selected, for pointers and fingers; keys and the list do the same.

import { copyOf } from "../../canvas/copies";
import { initials } from "../../canvas/marks";
import type { CanvasCommand } from "../../canvas/types";
import { staysPut } from "../../core/cards";
import { endOf } from "../../core/links";
import { isItem, isWritten } from "../../core/state";
import type { Item } from "../../generated/protocol";
import { words } from "../../words";
import { IconButton } from "../controls";
import { Icon, type IconName } from "../icons";
import { Mark, OrganisationMark } from "../mark";
import { language } from "../settings";
import { ArrowTools, GoThere } from "./arrow-tools";
import { mayBegin } from "./arrows";
import { kindName } from "./item-words";
import { Menu, MenuItem } from "./menu";
import { placeInZone } from "./move-to-zone";
import { may, mayMake, mayReveal, whyNot, whyNotSaid, zoneOffered, zonesFor } from "./rights";
import { type Room, useRoom } from "./room";
import { voteOn } from "./taking-part/vote";
import { ToneTools } from "./tone-tools";
import { zoneOf } from "./zone-names";

function Whose({ item }: { item: Item }) {
  const w = words.value;
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
  // Nobody made what was shown without a name.
  if (person == null) return <>{item.kind === "card" ? kindName(item) : w.nameless}</>;
  const organisation = live.organisationOf(person);
  const name = live.nameOf(person) ?? w.someone;
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
  if (live.led.role.value !== "participant" || board.editing.value !== null) return null;
  const locked = selectedItems(room).find((item) => whyNot(room, "item.move", item) === "locked");
  return locked ? whyNotSaid(room, "locked", locked) : null;
}

export function SelectionBar() {
  const w = words.value;
  const room = useRoom();
  const { live, board } = room;
  const view = board.view.value;
  const items = selectedItems(room);
  const first = items[0];
  if (!view || !first || live.led.role.value === "observer" || board.editing.value !== null) return null;
  const command = (name: CanvasCommand, icon: IconName, text: string) => (
    <IconButton icon={icon} name={text} onClick={() => view.command(name)} />
  );
  const only = items.length === 1;
  const arrow = only && first.kind === "connector" ? first : null;
  const notes = items.filter((item) => item.kind === "sticky");
  const moving = items.filter((item) => may(room, "item.move", item) || may(room, "item.lift", item));
  const can = (intent: "text.edit" | "item.order" | "item.delete" | "item.lock") =>
    items.some((item) => may(room, intent, item));
  const template = live.canvases.value.find(({ id }) => id === first.canvas)?.template;
  const placed = items.filter((item) => template !== undefined && !staysPut(template, item));
  const layered = placed.some((item) => may(room, "item.order", item));
  const drafts = items.filter((item) => mayReveal(room, item));
  const groups = live.led.may("group.set") ? live.led.found.value.groups : null;
  const together =
    groups !== null && items.filter((item) => item.kind !== "connector" && !live.led.isDraft(item)).length > 1;
  const grouped = groups?.some((group) => items.some(({ id }) => group.items?.includes(id))) ?? false;
  const why = whyLocked(room);
  if (why) return <p class="selection-bar why">{why}</p>;
  const edits = only && isWritten(first) && can("text.edit");
  const doubles = template !== undefined && items.some((item) => copyOf(template, item) !== null) && mayMake(live);
  const nothing = moving.length === 0 && !edits && !doubles && !layered && !can("item.delete");
  // In a vote the canvas has what there is to do with it.
  const reason =
    nothing && !voteOn(room, first) && live.led.paused.value === null ? whyNot(room, "item.move", first) : null;
  return (
    <div class="selection-bar" role="toolbar" data-canvas-keys="" aria-label={w.selection}>
      <span class="whose">
        {only ? <Whose item={first} /> : w.selected(items.length)}
        {items.every((item) => live.led.isDraft(item)) && (
          <span class="only-you">
            <Icon name="hidden" size={16} />
            {w.onlyYou}
          </span>
        )}
      </span>
      {moving.length > 0 && <MoveTo items={moving} only={only} />}
      {drafts.length > 0 && (
        <button
          type="button"
          class="button plain"
          onClick={() =>
            live.session.propose({ type: "reveal", canvas: first.canvas, of: "own", ids: drafts.map(({ id }) => id) })
          }
        >
          {w.showThis}
        </button>
      )}
      {reason && drafts.length === 0 && <span class="why-not help">{whyNotSaid(room, reason, first)}</span>}
      {!nothing && <span class="tool-line" />}
      <ToneTools notes={notes} />
      {arrow && <ArrowTools connector={arrow} />}
      {arrow && <GoThere item={endOf(arrow, "end", live.links.seen)} from={arrow.canvas} />}
      {only && mayBegin(room, first) && (
        <IconButton icon="arrow" name={w.toolArrow} onClick={() => view.setTool("arrow")} />
      )}
      {edits && command("edit", "edit", arrow ? w.labelArrow : w.edit)}
      {doubles && command("duplicate", "duplicate", w.duplicate)}
      {layered && command("front", "front", w.front)}
      {layered && command("back", "back", w.back)}
      {together && command("group", "group", w.groupThese)}
      {grouped && command("ungroup", "ungroup", w.ungroupThese)}
      {can("item.lock") &&
        (items.every((item) => item.locked != null)
          ? command("unlock", "unlock", w.unlock)
          : command("lock", "lock", w.lock))}
      {can("item.delete") && command("delete", "trash", w.delete)}
    </div>
  );
}

function MoveTo({ items, only }: { items: readonly Item[]; only: boolean }) {
  const w = words.value;
  const room = useRoom();
  const come = room.board.sheet.value;
  const first = items[0];
  if (!first || come?.canvas !== first.canvas) return null;
  const { sheet } = come;
  const lying = zoneOf(sheet.layout, first, language.value) ?? w.besideZones;
  const zones = sheet.layout.zones.filter((zone) =>
    items.every((item) => zonesFor(room, item, sheet.layout.zones).includes(zone)),
  );
  return (
    <Menu name={only ? `${w.moveTo}: ${lying}` : w.moveTo} text={only ? lying : w.moveTo}>
      {zones.map((zone) => (
        <MenuItem key={zone.id} onClick={() => room.board.say(placeInZone(room, sheet, items, zone))}>
          {zoneOffered(room, items, zone)}
        </MenuItem>
      ))}
    </Menu>
  );
}
