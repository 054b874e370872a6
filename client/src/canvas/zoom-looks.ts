// What of the items depends on the zoom, by classes: so few changes cost a thousand items nothing.

/** Under this zoom a note is a tile with its mark; under the next, names below tokens are too small to read. */
const TILES = 0.25;
const NAMELESS = 0.47;
/** Under these what came of a vote is drawn larger, so that it can be read. */
const SMALL = 0.75;
const SMALLER = 0.45;

export function showZoom({ classList }: HTMLElement, zoom: number): void {
  classList.toggle("tiles", zoom < TILES);
  classList.toggle("nameless", zoom < NAMELESS);
  classList.toggle("small", zoom < SMALL && zoom >= SMALLER);
  classList.toggle("smaller", zoom < SMALLER);
}
