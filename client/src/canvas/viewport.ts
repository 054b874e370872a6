// The camera as it is on screen: what part of the sheet the view shows, glides to another part, fitting, window sizes.

import {
  around,
  between,
  clampZoom,
  filled,
  fitting,
  grown,
  inView,
  keptInView,
  NO_INSETS,
  type Point,
  panned,
  type Rect,
  revealing,
  type Size,
  toScreen,
  toSheet,
  zoomedAt,
} from "./camera";
import { eased, GLIDE } from "./motion";
import type { Stage } from "./stage";
import type { Camera, Insets } from "./types";

/** Screen px left free around the sheet when it is fitted; less where there is little room. */
const FIT_MARGIN = 18;
const NARROW_MARGIN = 10;
const NARROW = 760;
/** How long after the last move the layer stops being kept apart for moving, and is drawn sharp. */
const SETTLE = 160;

interface Glide {
  readonly from: Camera;
  readonly to: Camera;
  readonly start: number;
}

export class Viewport {
  size: Size = { width: 0, height: 0 };
  /** Where the view's top left is in the window; pointer events count from there. */
  #corner: Point = { x: 0, y: 0 };
  #camera: Camera = { x: 0, y: 0, zoom: 1 };
  #insets: Insets = NO_INSETS;
  #glide: Glide | null = null;
  /** Still as fitted, so that another window size fits again. */
  #fitted = false;
  #fitWhenSized = false;
  #drawn: Camera | null = null;
  #settling = 0;
  readonly #stage: Stage;
  readonly #sizes: ResizeObserver;

  constructor(stage: Stage) {
    this.#stage = stage;
    this.#sizes = new ResizeObserver(() => this.#resized());
    this.#sizes.observe(stage.root);
    stage.eachFrame((now) => this.#step(now));
  }

  get camera(): Camera {
    return this.#camera;
  }

  /** The part of the sheet in view. */
  get seen(): Rect {
    return inView(this.#camera, this.size);
  }

  get margin(): number {
    return this.size.width < NARROW ? NARROW_MARGIN : FIT_MARGIN;
  }

  setInsets(insets: Insets): void {
    this.#insets = insets;
    if (this.#fitted) this.fit();
  }

  /** Screen px of the view for a pointer event. */
  atEvent(event: { clientX: number; clientY: number }): Point {
    return { x: event.clientX - this.#corner.x, y: event.clientY - this.#corner.y };
  }

  toSheet(at: Point): Point {
    return toSheet(this.#camera, at);
  }

  toScreen(at: Point): Point {
    return toScreen(this.#camera, at);
  }

  /** The middle of what nothing floats over, in screen px. */
  get middle(): Point {
    const { top, right, bottom, left } = this.#insets;
    return { x: (left + this.size.width - right) / 2, y: (top + this.size.height - bottom) / 2 };
  }

  contains(at: Point): boolean {
    return at.x >= 0 && at.y >= 0 && at.x < this.size.width && at.y < this.size.height;
  }

  set(camera: Camera, glide = false): void {
    this.#fitted = false;
    this.#fitWhenSized = false;
    this.#go(camera, glide);
  }

  pan(dx: number, dy: number): void {
    this.set(panned(this.#camera, dx, dy));
  }

  zoomAt(at: Point, zoom: number, glide = false): void {
    this.set(zoomedAt(this.#target, at, zoom), glide);
  }

  zoomBy(factor: number, glide = false): void {
    this.zoomAt(this.middle, this.#target.zoom * factor, glide);
  }

  fit(glide = false): void {
    const layout = this.#stage.model?.sheet.layout;
    if (!layout) return;
    if (this.size.width === 0) {
      this.#fitWhenSized = true;
      return;
    }
    const sheet = { x: 0, y: 0, width: layout.width, height: layout.height };
    this.#go(fitting(sheet, this.size, this.#insets, this.margin), glide);
    this.#fitted = true;
    this.#fitWhenSized = false;
  }

  fitRects(rects: Iterable<Rect>, glide = true): void {
    const rect = around(rects);
    if (rect) this.set(fitting(grown(rect, 24), this.size, this.#insets, this.margin, 1.25), glide);
  }

  /** Pan as little as needed to show the rectangle (sheet px). */
  reveal(rect: Rect, glide = true): void {
    const next = revealing(this.#target, rect, this.size, this.#insets, 24);
    if (next !== this.#target) this.set(next, glide);
  }

  /** Bring the rectangle near at this zoom: its middle to this height of the view (0 top, 1 bottom), or in view at all. */
  approach(rect: Rect, zoom: number, height: number | null): Camera {
    const layout = this.#stage.model?.sheet.layout;
    const at = { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
    const y = height === null ? this.middle.y : this.size.height * height;
    const aimed = { x: at.x - this.middle.x / zoom, y: at.y - y / zoom, zoom: clampZoom(zoom) };
    const full = layout ? filled(aimed, layout, this.size, this.#insets, this.margin) : aimed;
    this.set({ x: full.x, y: height === null ? full.y : aimed.y, zoom: aimed.zoom }, true);
    return this.#target;
  }

  /** Whether the view is still (or will be) just there. */
  isAt({ x, y, zoom }: Camera): boolean {
    const now = this.#target;
    return now.x === x && now.y === y && now.zoom === zoom;
  }

  /** The view may stand elsewhere in the window although its size is the same. */
  measure(): void {
    const box = this.#stage.root.getBoundingClientRect();
    this.#corner = { x: box.left, y: box.top };
    this.size = { width: box.width, height: box.height };
  }

  destroy(): void {
    this.#sizes.disconnect();
    window.clearTimeout(this.#settling);
  }

  get #target(): Camera {
    return this.#glide?.to ?? this.#camera;
  }

  #go(camera: Camera, glide: boolean): void {
    const layout = this.#stage.model?.sheet.layout;
    const sane = { ...camera, zoom: clampZoom(camera.zoom) };
    const to = layout && this.size.width > 0 ? keptInView(sane, this.size, layout) : sane;
    if (glide && !this.#stage.calm && this.#drawn) {
      this.#glide = { from: this.#camera, to, start: performance.now() };
    } else {
      this.#glide = null;
      this.#camera = to;
    }
    this.#stage.draw();
  }

  #resized(): void {
    const before = this.size;
    this.measure();
    if (this.size.width === 0 || this.size.height === 0) return;
    if (this.#fitted || this.#fitWhenSized) this.fit();
    else if (before.width > 0) {
      // What was in the middle stays there.
      const { zoom } = this.#camera;
      const [dx, dy] = [(before.width - this.size.width) / 2 / zoom, (before.height - this.size.height) / 2 / zoom];
      this.#go({ x: this.#camera.x + dx, y: this.#camera.y + dy, zoom }, false);
    }
    this.#stage.draw();
  }

  #step(now: number): boolean {
    if (this.#glide) {
      const part = eased((now - this.#glide.start) / GLIDE);
      this.#camera = between(this.#glide.from, this.#glide.to, part, this.size);
      if (part >= 1) this.#glide = null;
    }
    const { x, y, zoom } = this.#camera;
    const drawn = this.#drawn;
    if (!drawn || drawn.x !== x || drawn.y !== y || drawn.zoom !== zoom) {
      const ratio = window.devicePixelRatio || 1;
      const snap = (value: number) => Math.round(value * ratio) / ratio;
      this.#stage.world.style.transform = `translate(${snap(-x * zoom)}px, ${snap(-y * zoom)}px) scale(${zoom})`;
      this.#keepApart(drawn !== null && drawn.zoom === zoom);
      this.#drawn = this.#camera;
      this.#stage.emit("camera", this.#camera);
    }
    return this.#glide !== null;
  }

  /** While it is being panned the world is a layer of its own; a layer that stayed would be blurred by zooming. */
  #keepApart(panning: boolean): void {
    window.clearTimeout(this.#settling);
    this.#stage.world.style.willChange = panning ? "transform" : "";
    if (!panning) return;
    this.#settling = window.setTimeout(() => {
      this.#stage.world.style.willChange = "";
    }, SETTLE);
  }
}
