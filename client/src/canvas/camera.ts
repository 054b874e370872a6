// Arithmetic of the camera. Pure: a camera in, a camera out. Screen px count from the view's top left.

import type { Camera, Insets } from "./types";

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Rect extends Point, Size {}

export const MIN_ZOOM = 0.1;
export const MAX_ZOOM = 4;
/** Fitting a small sheet into a large window stops here. */
const MAX_FIT_ZOOM = 2;
/** Screen px of the sheet that always stay in view, so that nobody loses it. */
const ALWAYS_IN_VIEW = 96;

export const NO_INSETS: Insets = { top: 0, right: 0, bottom: 0, left: 0 };

export const toScreen = (camera: Camera, point: Point): Point => ({
  x: (point.x - camera.x) * camera.zoom,
  y: (point.y - camera.y) * camera.zoom,
});

export const toSheet = (camera: Camera, point: Point): Point => ({
  x: point.x / camera.zoom + camera.x,
  y: point.y / camera.zoom + camera.y,
});

export const clampZoom = (zoom: number): number =>
  Number.isFinite(zoom) ? Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, zoom)) : 1;

/** Another zoom, with the sheet's point under `at` (screen px) staying where it is. */
export function zoomedAt(camera: Camera, at: Point, zoom: number): Camera {
  const next = clampZoom(zoom);
  const fixed = toSheet(camera, at);
  return { x: fixed.x - at.x / next, y: fixed.y - at.y / next, zoom: next };
}

/** The sheet moved along by so many screen px. */
export const panned = (camera: Camera, dx: number, dy: number): Camera => ({
  x: camera.x - dx / camera.zoom,
  y: camera.y - dy / camera.zoom,
  zoom: camera.zoom,
});

/** One of two fingers (screen px) went from one point to another: the sheet stays under both. */
export function pinched(camera: Camera, other: Point, from: Point, to: Point): Camera {
  const spread = (at: Point) => Math.max(1, Math.hypot(at.x - other.x, at.y - other.y));
  const middle = { x: (from.x + other.x) / 2, y: (from.y + other.y) / 2 };
  const zoomed = zoomedAt(camera, middle, (camera.zoom * spread(to)) / spread(from));
  return panned(zoomed, (to.x - from.x) / 2, (to.y - from.y) / 2);
}

/** The camera that shows the whole rectangle (sheet px) in what the insets leave, `margin` screen px around it. */
export function fitting(rect: Rect, view: Size, insets: Insets, margin: number, maxZoom = MAX_FIT_ZOOM): Camera {
  const width = Math.max(40, view.width - insets.left - insets.right - 2 * margin);
  const height = Math.max(40, view.height - insets.top - insets.bottom - 2 * margin);
  const zoom = clampZoom(Math.min(width / Math.max(1, rect.width), height / Math.max(1, rect.height), maxZoom));
  return {
    x: rect.x + rect.width / 2 - (insets.left + margin + width / 2) / zoom,
    y: rect.y + rect.height / 2 - (insets.top + margin + height / 2) / zoom,
    zoom,
  };
}

/** The nearest camera that still shows some of the sheet. */
export function keptInView(camera: Camera, view: Size, sheet: Size): Camera {
  const keepX = Math.min(ALWAYS_IN_VIEW, view.width / 2, sheet.width * camera.zoom) / camera.zoom;
  const keepY = Math.min(ALWAYS_IN_VIEW, view.height / 2, sheet.height * camera.zoom) / camera.zoom;
  return {
    x: Math.min(sheet.width - keepX, Math.max(keepX - view.width / camera.zoom, camera.x)),
    y: Math.min(sheet.height - keepY, Math.max(keepY - view.height / camera.zoom, camera.y)),
    zoom: camera.zoom,
  };
}

/** The least pan that brings the rectangle (sheet px) into view; the same camera if it is there already. */
export function revealing(camera: Camera, rect: Rect, view: Size, insets: Insets, margin: number): Camera {
  const from = toScreen(camera, rect);
  const along = (start: number, length: number, low: number, high: number) => {
    if (length > high - low) return low - start; // too large: its beginning counts
    return start < low ? low - start : Math.min(0, high - (start + length));
  };
  const dx = along(from.x, rect.width * camera.zoom, insets.left + margin, view.width - insets.right - margin);
  const dy = along(from.y, rect.height * camera.zoom, insets.top + margin, view.height - insets.bottom - margin);
  return dx === 0 && dy === 0 ? camera : panned(camera, dx, dy);
}

/** The nearest camera that shows no table beside the sheet on an axis where the sheet is larger than the view. */
export function filled(camera: Camera, sheet: Size, view: Size, insets: Insets, margin: number): Camera {
  const { zoom } = camera;
  const along = (at: number, length: number, whole: number, before: number, after: number) => {
    const [least, most] = [-(before + margin) / zoom, length - (whole - after - margin) / zoom];
    return least > most ? at : Math.min(most, Math.max(least, at));
  };
  return {
    x: along(camera.x, sheet.width, view.width, insets.left, insets.right),
    y: along(camera.y, sheet.height, view.height, insets.top, insets.bottom),
    zoom,
  };
}

/** On the way from one camera to another, `part` 0 to 1: zoom by ratio, so that it looks even. */
export function between(from: Camera, to: Camera, part: number, view: Size): Camera {
  if (part >= 1) return to;
  const zoom = from.zoom * (to.zoom / from.zoom) ** part;
  const middle = { x: view.width / 2, y: view.height / 2 };
  const [a, b] = [toSheet(from, middle), toSheet(to, middle)];
  return {
    x: a.x + (b.x - a.x) * part - middle.x / zoom,
    y: a.y + (b.y - a.y) * part - middle.y / zoom,
    zoom,
  };
}

/** The part of the sheet in view. */
export const inView = (camera: Camera, view: Size): Rect => ({
  x: camera.x,
  y: camera.y,
  width: view.width / camera.zoom,
  height: view.height / camera.zoom,
});

export const overlap = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

export const grown = (rect: Rect, by: number): Rect => ({
  x: rect.x - by,
  y: rect.y - by,
  width: rect.width + 2 * by,
  height: rect.height + 2 * by,
});

/** The smallest rectangle around all of them, null around none. */
export function around(rects: Iterable<Rect>): Rect | null {
  let [left, top, right, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -Infinity, -Infinity];
  for (const rect of rects) {
    left = Math.min(left, rect.x);
    top = Math.min(top, rect.y);
    right = Math.max(right, rect.x + rect.width);
    bottom = Math.max(bottom, rect.y + rect.height);
  }
  return left > right ? null : { x: left, y: top, width: right - left, height: bottom - top };
}
