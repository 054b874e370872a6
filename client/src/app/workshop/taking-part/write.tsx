// Writing on a phone: choose a zone, write, add; below it what one has written so far. The canvas is a press away.

import { useComputed, useSignal } from "@preact/signals";
import { useId, useRef } from "preact/hooks";
import type { Sheet } from "../../../canvas/types";
import { zonesAt } from "../../../core/zones";
import { type Canvas, type Item, MAX_TEXT, type Step, type Zone } from "../../../generated/protocol";
import { words } from "../../../words";
import { OrganisationMark } from "../../mark";
import { organisationColours } from "../../organisation-colours";
import { language } from "../../settings";
import { writeInZone } from "../move-to-zone";
import { OutlineItem } from "../outline-item";
import { useRoom } from "../room";
import { inOrder, labelOfZone } from "../zone-names";
import { ZonePicture } from "./zone-picture";

/** The zones that one writes in: those for notes, but not the one in which tokens wait for their place. */
function zonesToWrite(canvas: Canvas, { layout }: Sheet): Zone[] {
  const { figure } = canvas.template;
  const tray = figure.type === "rings" ? figure.tray : null;
  const zones = inOrder(canvas, layout).filter(({ id }) => id !== tray);
  const meant = zones.filter(({ accepts }) => accepts.includes("sticky"));
  return meant.length > 0 ? meant : zones;
}

export function Write({ step }: { step: Step }) {
  const w = words.value;
  const { live, board } = useRoom();
  const canvas = live.canvases.value.find(({ id }) => id === step.canvas);
  const come = board.sheet.value;
  if (!canvas || come?.canvas !== canvas.id) return <p class="help">{w.loading}</p>;
  return <Writing key={step.id} step={step} canvas={canvas} sheet={come.sheet} />;
}

interface WritingProps {
  step: Step;
  canvas: Canvas;
  sheet: Sheet;
}

function Writing({ step, canvas, sheet }: WritingProps) {
  const w = words.value;
  const { live } = useRoom();
  const zones = zonesToWrite(canvas, sheet);
  const chosen = useSignal(zones[0]?.id ?? "");
  const mine = useComputed(() => {
    live.items.value;
    const drafts = [...live.itemsOf(canvas.id)].filter((item) => item.step === step.id && live.led.isDraft(item));
    return drafts.sort((a, b) => (b.z ?? 0) - (a.z ?? 0));
  });
  const zone = zones.find(({ id }) => id === chosen.value) ?? zones[0];
  if (!zone) return null;
  const zoneOf = (item: Item) => zonesAt(sheet.layout, item.place).zones[0];
  const empty = zones.filter(({ id }) => !mine.value.some((item) => zoneOf(item) === id)).length;
  const hint = canvas.template.zones.find(({ id }) => id === zone.of)?.hints?.[0]?.[language.value];
  return (
    <>
      <div class="write-zone">
        <ZonePicture sheet={sheet} zone={zone.id} />
        <div>
          <h3>{labelOfZone(zone, language.value)}</h3>
          {hint && <p class="help">{hint}</p>}
        </div>
      </div>
      <ZoneChips zones={zones} chosen={zone.id} onChoose={(id) => (chosen.value = id)} />
      <NewNote key={zone.id} canvas={canvas} sheet={sheet} zone={zone} />
      <section class="write-mine" aria-label={w.yourDrafts}>
        <header class="outline-zone-head">
          <h3 class="help">{w.yourDrafts}</h3>
          {empty > 0 && <span class="help">{w.zonesToGo(empty)}</span>}
        </header>
        {mine.value.length === 0 && <p class="help">{w.zoneEmpty}</p>}
        <ul class="outline-items">
          {mine.value.map((item) => {
            const lies = sheet.layout.zones.find(({ id }) => id === zoneOf(item));
            return (
              <OutlineItem
                key={item.id}
                sheet={sheet}
                listed={{ item, alsoIn: [] }}
                where={lies ? labelOfZone(lies, language.value) : w.besideZones}
              />
            );
          })}
        </ul>
      </section>
    </>
  );
}

interface ChipsProps {
  zones: readonly Zone[];
  chosen: string;
  onChoose: (zone: string) => void;
}

function ZoneChips({ zones, chosen, onChoose }: ChipsProps) {
  const group = useId();
  return (
    <fieldset class="zone-chips">
      <legend class="unseen">{words.value.writeWhere}</legend>
      {zones.map((zone) => (
        <label key={zone.id}>
          <input type="radio" name={group} checked={zone.id === chosen} onChange={() => onChoose(zone.id)} />
          <span>{labelOfZone(zone, language.value)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function NewNote({ canvas, sheet, zone }: Omit<WritingProps, "step"> & { zone: Zone }) {
  const w = words.value;
  const { live } = useRoom();
  const added = useSignal("");
  const me = live.session.person;
  const organisation = live.organisationOf(me);
  const colours = organisation && organisationColours(organisation.mark);
  const text = live.draftIn(canvas.id, zone.id);
  const field = useRef<HTMLTextAreaElement>(null);
  const label = labelOfZone(zone, language.value);
  const add = (event: Event) => {
    event.preventDefault();
    if (text.value.trim()) {
      writeInZone(live, sheet, canvas.id, zone, text.value.trim());
      // It shows by itself, right below.
      added.value = w.noteAdded(label);
      text.value = "";
    }
    field.current?.focus();
  };
  return (
    <form class="write-note" style={colours && { borderColor: colours.colour }} onSubmit={add}>
      <textarea
        ref={field}
        rows={3}
        maxLength={MAX_TEXT}
        aria-label={w.writeIn(label)}
        placeholder={w.writeHere}
        enterkeyhint="done"
        value={text.value}
        onInput={(event) => (text.value = event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.shiftKey && !event.isComposing) add(event);
        }}
      />
      <p class="write-foot">
        <OrganisationMark organisation={organisation} />
        <span>{live.nameOf(me)}</span>
        <button type="submit" class={`button ${text.value.trim() ? "main" : ""}`}>
          {w.addNote}
        </button>
      </p>
      <p class="unseen" role="status">
        {added.value}
      </p>
    </form>
  );
}
