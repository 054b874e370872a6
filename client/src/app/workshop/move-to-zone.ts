// Moving items to a zone, and writing notes into one, without a pointer: they get a free spot there.

import type { Point } from "../../canvas/camera";
import { placeAt, pointOf } from "../../canvas/places";
import type { Sheet } from "../../canvas/types";
import type { Item, Place, Zone } from "../../generated/protocol";
import { words } from "../../words";
import { language } from "../settings";
import { spotsIn } from "../spots";
import type { Live } from "./live";
import { labelOfZone } from "./zone-names";

/** Free places in a zone, away from everything but the items that are about to move. */
export function freePlaces(live: Live, sheet: Sheet, canvas: string, zone: string, moving: readonly Item[]): Place[] {
  const { layout } = sheet;
  const ids = new Set(moving.map((item) => item.id));
  const lying = [...live.itemsOf(canvas)].filter((item) => !ids.has(item.id));
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

/** Moves the items; the answer is a sentence that says so. */
export function placeInZone(live: Live, sheet: Sheet, items: readonly Item[], zone: Zone): string {
  const canvas = items[0]?.canvas;
  if (!canvas) return "";
  const places = freePlaces(live, sheet, canvas, zone.id, items);
  const moves = items.flatMap((item, index) => {
    const place = places[index] ?? places.at(-1);
    return place ? [{ id: item.id, place }] : [];
  });
  if (moves.length > 0) live.session.propose({ type: "item.move", moves });
  return words.peek().movedIn(labelOfZone(zone, language.peek()));
}

/** Writes a new note into a zone. */
export function writeInZone(live: Live, sheet: Sheet, canvas: string, zone: Zone, text: string): void {
  const [place] = freePlaces(live, sheet, canvas, zone.id, []);
  if (!place) return;
  proposeNote(live, canvas, place, text);
}

export function proposeNote(live: Live, canvas: string, place: Place, text: string): string {
  const id = live.session.newId();
  live.session.propose({
    type: "item.create",
    items: [{ kind: "sticky", id, canvas, place, author: live.session.person, text }],
  });
  return id;
}
