// One item of the list: what it says, whose it is, where it lies, and what can be done with it.

import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { copyOf } from "../../canvas/copies";
import type { Sheet } from "../../canvas/types";
import { isWritten } from "../../core/state";
import { zonesAt } from "../../core/zones";
import type { Item, Zone } from "../../generated/protocol";
import { words } from "../../words";
import { IconButton } from "../controls";
import { Icon } from "../icons";
import { OrganisationMark } from "../mark";
import { organisationColours } from "../organisation-colours";
import { language } from "../settings";
import type { Listed } from "./by-zone";
import { itemText, kindName, toneName } from "./item-words";
import { freePlaces, placeInZone } from "./move-to-zone";
import { NoteEditor } from "./note-editor";
import { OutlineArrows } from "./outline-arrows";
import { may, mayMake, mayReveal, zoneOffered, zonesFor } from "./rights";
import { type Room, useRoom } from "./room";
import { DotStepper } from "./taking-part/dots";
import { ItemGiven } from "./taking-part/scores";
import { ToneTools } from "./tone-tools";
import { followMoved, ZoneChoice } from "./zone-choice";

/** Whose an item is, for its mark and colour; nobody's where it was shown without a name. */
function ownerOf({ live }: Room, item: Item) {
  if (item.kind === "partner-token") return live.organisations.value.get(item.organisation);
  return live.organisationOf(item.kind === "participant-token" ? item.person : item.author);
}

interface OutlineItemProps {
  sheet: Sheet;
  listed: Listed;
  /** The zone it lies in, where the list does not say so. */
  where?: string;
}

export function OutlineItem({ sheet, listed, where }: OutlineItemProps) {
  const { layout } = sheet;
  const { item, alsoIn } = listed;
  const w = words.value;
  const room = useRoom();
  const { live } = room;
  const editing = useSignal(false);
  const root = useRef<HTMLLIElement>(null);
  const text = itemText(live, item);
  const organisation = ownerOf(room, item);
  const colours = organisation && organisationColours(organisation.mark);
  const draft = live.led.isDraft(item);
  const author = item.author == null ? w.nameless : (live.nameOf(item.author) ?? w.someone);
  const also = alsoIn.flatMap((id) => layout.zones.find((zone) => zone.id === id)?.label[language.value] ?? []);
  const second = [
    where ?? null,
    draft ? w.onlyYou : null,
    where ? null : kindName(item),
    item.kind === "sticky" && !where ? [author, organisation?.name].filter(Boolean).join(", ") : null,
    toneName(live, item),
    also.length > 0 ? w.alsoIn(also.join(", ")) : null,
    item.locked != null ? w.lockedBy(live.nameOf(item.locked) ?? w.facilitator) : null,
  ];
  const edits = isWritten(item) && may(room, "text.edit", item);
  const done = () => {
    editing.value = false;
    requestAnimationFrame(() => root.current?.querySelector<HTMLElement>("button")?.focus());
  };
  const writing = editing.value && edits;
  return (
    <li
      class={`outline-item ${draft ? "draft" : ""}`}
      ref={root}
      style={colours && { background: colours.note, borderColor: draft ? colours.colour : colours.edge }}
      data-item={item.id}
    >
      {item.kind !== "card" && <OrganisationMark organisation={organisation} size={16} />}
      <div class="outline-text">
        {writing ? <NoteEditor note={item} onDone={done} /> : <p class="outline-words">{text}</p>}
        <p class="outline-second">
          {draft && <Icon name="hidden" size={16} />}
          {item.locked != null && <Icon name="lock" size={16} />}
          <span>{second.filter(Boolean).join(" · ")}</span>
        </p>
        <ItemGiven item={item} />
      </div>
      {!writing && (
        <div class="outline-actions">
          <DotStepper item={item} about={text} />
          {edits && <IconButton icon="edit" name={w.edit} about={text} onClick={() => (editing.value = true)} />}
          {item.kind === "sticky" && <ToneTools notes={[item]} about={text} />}
          <Copy sheet={sheet} item={item} text={text} />
          <Move sheet={sheet} item={item} text={text} />
          <Show item={item} text={text} />
          <Remove item={item} text={text} />
        </div>
      )}
      <OutlineArrows item={item} text={text} />
    </li>
  );
}

interface ActionProps {
  item: Item;
  text: string;
}

function Move({ sheet, item, text }: ActionProps & { sheet: Sheet }) {
  const w = words.value;
  const room = useRoom();
  if (!may(room, "item.move", item) && !may(room, "item.lift", item)) return null;
  const move = (zone: Zone) => {
    const list = document.querySelector(".outline, .step-page");
    room.board.say(placeInZone(room, sheet, [item], zone));
    followMoved(list, item.id);
  };
  return (
    <ZoneChoice
      zones={zonesFor(room, item, sheet.layout.zones)}
      name={`${w.moveTo}: ${text}`}
      now={zonesAt(sheet.layout, item.place).zones[0]}
      named={(zone) => zoneOffered(room, [item], zone)}
      onChoose={move}
    />
  );
}

/** One more of a card that can be copied, in the same zone. */
function Copy({ sheet, item, text }: ActionProps & { sheet: Sheet }) {
  const w = words.value;
  const room = useRoom();
  const { live, board } = room;
  const template = live.canvases.value.find(({ id }) => id === item.canvas)?.template;
  const bare = template && item.kind === "card" ? copyOf(template, item) : null;
  const zone = sheet.layout.zones.find(({ id }) => id === zonesAt(sheet.layout, item.place).zones[0]);
  if (!bare || !mayMake(live, zone)) return null;
  const copy = () => {
    const [place = item.place] = zone ? freePlaces(live, sheet, item.canvas, zone.id, []) : [];
    const made = { ...bare, id: live.session.newId(), canvas: item.canvas, place, author: live.session.person };
    live.led.propose({ type: "item.create", items: [made] }, sheet.layout);
    board.say(w.copied);
  };
  return <IconButton icon="duplicate" name={w.duplicate} about={text} onClick={copy} />;
}

/** Show one's own draft, where the step is over. */
function Show({ item, text }: ActionProps) {
  const w = words.value;
  const room = useRoom();
  if (!mayReveal(room, item)) return null;
  const { session } = room.live;
  return (
    <button
      type="button"
      class="button plain"
      onClick={() => session.propose({ type: "reveal", canvas: item.canvas, of: "own", ids: [item.id] })}
    >
      {w.showThis}
      <span class="unseen">: {text}</span>
    </button>
  );
}

function Remove({ item, text }: ActionProps) {
  const w = words.value;
  const room = useRoom();
  if (!may(room, "item.delete", item)) return null;
  const remove = (event: { currentTarget: Element }) => {
    const row = event.currentTarget.closest("li");
    const next = row?.nextElementSibling ?? row?.previousElementSibling;
    const focus = next ?? row?.closest("section");
    room.live.session.propose({ type: "item.delete", ids: [item.id] });
    room.board.say(w.deletedNow);
    requestAnimationFrame(() => focus?.querySelector<HTMLElement>("button, textarea")?.focus());
  };
  return (
    <button type="button" class="icon-button" aria-label={`${w.delete}: ${text}`} onClick={remove}>
      <Icon name="trash" />
      <span class="hint" aria-hidden="true">
        {w.delete}
      </span>
    </button>
  );
}
