// Moving items to a zone, and writing notes into one, without a pointer: they get a free spot there.

import type { Point } from "../../canvas/camera";
import { placeAt, pointOf } from "../../canvas/places";
import type { Sheet } from "../../canvas/types";
import type { Item, Layout, Place, Zone } from "../../generated/protocol";
import { words } from "../../words";
import { language } from "../settings";
import { spotsIn } from "../spots";
import type { Live } from "./live";
import { may } from "./rights";
import type { Room } from "./room";
import { labelOfZone } from "./zone-names";

/** Free places in a zone, away from everything but the items that are about to move. */
export function freePlaces(live: Live, sheet: Sheet, canvas: string, zone: string, moving: readonly Item[]): Place[] {
  const { layout } = sheet;
  const ids = new Set(moving.map((item) => item.id));
  const lying = [...live.itemsOf(canvas)].filter(({ id, kind }) => !ids.has(id) && kind !== "connector");
  const taken = [...lying.map((item) => pointOf(layout, item.place)), ...lettered(sheet)];
  const count = Math.max(1, moving.length);
  return spotsIn(layout, zone, { count, taken }).map((spot) => placeAt(layout, spot));
}

/** An average letter's width as a share of its size. */
const LETTER = 0.55;

/** Points on the words that are printed on the sheet: a label is not covered. */
function lettered({ shapes }: Sheet): Point[] {
  return shapes.flatMap((shape) => {
    if (shape.type !== "text" || shape.rotate) return [];
    return shape.lines.flatMap((line, index) => {
      const width = line.length * shape.size * LETTER;
      const left = { start: 0, middle: -width / 2, end: -width }[shape.anchor];
      return [0, 0.5, 1].map((part) => ({ x: shape.x + left + part * width, y: shape.y + index * shape.leading }));
    });
  });
}

/** Moves the items, or lifts what was private for good for all to see; the answer is a sentence that says so. */
export function placeInZone(room: Room, sheet: Sheet, items: readonly Item[], zone: Zone): string {
  const { live } = room;
  const canvas = items[0]?.canvas;
  if (!canvas) return "";
  const places = freePlaces(live, sheet, canvas, zone.id, items);
  const moves = items.flatMap((item, index) => {
    const place = places[index] ?? places.at(-1);
    return place ? [{ item, move: { id: item.id, place } }] : [];
  });
  const lifts = ({ item }: { item: Item }) => !zone.private && may(room, "item.lift", item);
  // What is private and what is everyone's is in different streams: one is asked for beside the other.
  const asked = {
    lift: moves.filter(lifts),
    own: moves.filter((each) => !lifts(each) && live.led.isDraft(each.item)),
    all: moves.filter((each) => !lifts(each) && !live.led.isDraft(each.item)),
  };
  const only = (among: typeof moves) => among.map(({ move }) => move);
  if (asked.lift.length > 0) live.session.propose({ type: "item.lift", moves: only(asked.lift) });
  if (asked.own.length > 0) live.session.propose({ type: "item.move", moves: only(asked.own) });
  if (asked.all.length > 0) live.session.propose({ type: "item.move", moves: only(asked.all) });
  return words.peek().movedIn(labelOfZone(zone, language.peek()));
}

/** Writes a new note into a zone. */
export function writeInZone(live: Live, sheet: Sheet, canvas: string, zone: Zone, text: string): void {
  const [place] = freePlaces(live, sheet, canvas, zone.id, []);
  if (!place) return;
  proposeNote(live, sheet.layout, canvas, place, text);
}

export function proposeNote(live: Live, layout: Layout, canvas: string, place: Place, text: string): string {
  const id = live.session.newId();
  const note = { kind: "sticky", id, canvas, place, author: live.session.person, text } as const;
  live.led.propose({ type: "item.create", items: [note] }, layout);
  return id;
}
