// The canvas as a list by zone: reading, writing, moving and deleting by keyboard and screen reader, as on the canvas.

import { useEffect, useRef } from "preact/hooks";
import type { Sheet } from "../../canvas/types";
import { type Canvas, MAX_TEXT, type Zone } from "../../generated/protocol";
import { words } from "../../words";
import { language } from "../settings";
import { kindsOf } from "./board";
import { byZone, type Listed } from "./by-zone";
import { writeInZone } from "./move-to-zone";
import { OutlineItem } from "./outline-item";
import { ToPlace } from "./outline-to-place";
import { mayMake } from "./rights";
import { useRoom } from "./room";
import { ZoneGiven } from "./taking-part/scores";
import { inOrder, labelOfZone } from "./zone-names";

export function Outline() {
  const w = words.value;
  const { live, board } = useRoom();
  const canvas = live.canvas.value;
  const sheet = board.sheet.value;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    if (canvas) live.here({ type: "here", canvas: canvas.id });
  }, [canvas?.id]);
  if (!canvas) return null;
  return (
    <div class="outline" tabIndex={-1}>
      <h2
        class="outline-title"
        ref={heading}
        tabIndex={-1}
        aria-label={w.outlineOf(canvas.template.title[language.value])}
      >
        {canvas.template.title[language.value]}
      </h2>
      {sheet?.canvas === canvas.id ? <Zones canvas={canvas} sheet={sheet.sheet} /> : <p class="help">{w.loading}</p>}
    </div>
  );
}

function Zones({ canvas, sheet }: { canvas: Canvas; sheet: Sheet }) {
  const { layout } = sheet;
  const w = words.value;
  const { live } = useRoom();
  live.items.value;
  const listed = byZone(layout, live.itemsOf(canvas.id));
  const beside = listed.get("") ?? [];
  const toPlace = <ToPlace canvas={canvas} sheet={sheet} />;
  const tokensFirst = kindsOf(canvas)[0]?.endsWith("token") ?? false;
  return (
    <>
      {tokensFirst && toPlace}
      {inOrder(canvas, layout).map((zone) => (
        <ZoneSection key={zone.id} canvas={canvas} sheet={sheet} zone={zone} listed={listed.get(zone.id) ?? []} />
      ))}
      {beside.length > 0 && (
        <section class="outline-zone">
          <h3>{w.besideZones}</h3>
          <ul class="outline-items">
            {beside.map((each) => (
              <OutlineItem key={each.item.id} sheet={sheet} listed={each} />
            ))}
          </ul>
        </section>
      )}
      {!tokensFirst && toPlace}
    </>
  );
}

interface ZoneSectionProps {
  canvas: Canvas;
  sheet: Sheet;
  zone: Zone;
  listed: readonly Listed[];
}

function ZoneSection({ canvas, sheet, zone, listed }: ZoneSectionProps) {
  const w = words.value;
  const { live } = useRoom();
  const hints = canvas.template.zones.find(({ id }) => id === zone.of)?.hints ?? [];
  const writes = kindsOf(canvas).includes("sticky") && mayMake(live, zone);
  return (
    <section class="outline-zone">
      <header class="outline-zone-head">
        <h3>{labelOfZone(zone, language.value)}</h3>
        <span class="help figures">
          {listed.every(({ item }) => item.kind === "sticky") ? w.notes(listed.length) : w.items(listed.length)}
        </span>
      </header>
      {hints.length > 0 && <p class="help">{hints.map((hint) => hint[language.value]).join(" · ")}</p>}
      {listed.length > 0 ? (
        <ul class="outline-items">
          {listed.map((each) => (
            <OutlineItem key={each.item.id} sheet={sheet} listed={each} />
          ))}
        </ul>
      ) : (
        <p class="help">{w.zoneEmpty}</p>
      )}
      <ZoneGiven zone={zone} />
      <Write canvas={canvas} sheet={sheet} zone={zone} writes={writes} />
    </section>
  );
}

function Write({ canvas, sheet, zone, writes }: Omit<ZoneSectionProps, "listed"> & { writes: boolean }) {
  const w = words.value;
  const { live, board } = useRoom();
  const text = live.draftIn(canvas.id, zone.id);
  const field = useRef<HTMLTextAreaElement>(null);
  const label = labelOfZone(zone, language.value);
  const add = (event: Event) => {
    event.preventDefault();
    if (text.value.trim()) {
      writeInZone(live, sheet, canvas.id, zone, text.value.trim());
      board.say(w.noteAdded(label));
      text.value = "";
    }
    field.current?.focus();
  };
  // What was begun stays to be read, and goes on as soon as writing does.
  if (!writes && !text.value.trim()) return null;
  if (!writes) {
    return (
      <div class="outline-waits">
        <p class="outline-words">{text.value}</p>
        <p class="help">{w.writeLater}</p>
      </div>
    );
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) add(event);
  };
  return (
    <form class="outline-write" onSubmit={add}>
      <textarea
        class="input"
        ref={field}
        rows={1}
        maxLength={MAX_TEXT}
        aria-label={w.writeIn(label)}
        placeholder={w.writeHere}
        value={text.value}
        onInput={(event) => (text.value = event.currentTarget.value)}
        onKeyDown={onKey}
      />
      <button type="submit" class={`button ${text.value.trim() ? "main" : ""}`}>
        {w.addNote}
      </button>
    </form>
  );
}
