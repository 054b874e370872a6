// An item as it stands on the sheet: its element, where it belongs and where it is drawn. All lengths are sheet px.

import type { Item, Layout, Place } from "../generated/protocol";
import type { Point, Rect } from "./camera";
import { createFace, type Face, sizeOf } from "./faces";
import type { Motion } from "./motion";

export interface Entry {
  /** A draft that was shown goes on as what everyone sees, under another id. */
  id: string;
  readonly face: Face;
  item: Item;
  /** Centre by its record. */
  home: Point;
  /** Centre as drawn. */
  at: Point;
  width: number;
  height: number;
  /** Height as drawn, more than by its record if the text needs it. */
  drawnHeight: number;
  motion: Motion | null;
  /** Held by a drag, a nudge or the replay, away from home. */
  held: Point | null;
  /** Dropped: stays where it is held until its record says something else than this. */
  awaiting: { place: Place; until: number } | null;
  /** How many lie below it; and whether it is above them all for now: dragged, or being written in. */
  rank: number;
  lifted: boolean;
  shown: boolean;
  /** How it looked, was laid out and was moved last; what is the same is not done again. */
  look: string;
  fitted: boolean;
  dressed: boolean;
  written: string;
}

export function newEntry(item: Item, home: Point, layout: Layout): Entry {
  const size = sizeOf(item, layout);
  const face = createFace(item);
  face.root.hidden = true;
  return {
    ...{ id: item.id, face, item, home, at: home, ...size, drawnHeight: size.height, motion: null, held: null },
    ...{ awaiting: null, rank: 0, lifted: false, shown: false, look: "", fitted: false, dressed: false, written: "" },
  };
}

/** The rectangle an item takes as drawn. */
export function rectOf(entry: Entry): Rect {
  return {
    x: entry.at.x - entry.width / 2,
    y: entry.at.y - entry.height / 2,
    width: entry.width,
    height: entry.drawnHeight,
  };
}

/** Puts its element where it is drawn. */
export function write(entry: Entry): void {
  if (!entry.shown) return;
  const { x, y } = rectOf(entry);
  const transform = `translate(${Math.round(x * 100) / 100}px, ${Math.round(y * 100) / 100}px)`;
  if (transform === entry.written) return;
  entry.written = transform;
  entry.face.root.style.transform = transform;
}
