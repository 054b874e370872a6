// Pointers on the canvas: mouse, pen and fingers become pans, zooms, clicks, marquees, drags and resizes.

import { staysPut } from "../core/cards";
import { isWritten } from "../core/state";
import { type Point, pinched } from "./camera";
import type { Commands } from "./commands";
import type { Connecting, Drawing } from "./connecting";
import { type DragParts, grab, type ItemDrag } from "./drag";
import type { Editor } from "./edit";
import type { Entry } from "./entry";
import type { Groups } from "./groups";
import type { Lift } from "./lift";
import { onSheet } from "./places";
import { type Resize, ResizeHandle } from "./resize";
import type { Selection } from "./select";
import { Taps } from "./taps";
import type { Tool } from "./types";

/** Screen px before a press becomes a drag. */
const SLACK = 4;
const SLACK_TOUCH = 8;

/** What a press has become. */
type Gesture =
  | { kind: "pressed"; id: string | null; group: string | null; at: Point; add: boolean; copy: boolean }
  | { kind: "laser" }
  | { kind: "pulled"; drawing: Drawing; at: Point }
  | { kind: "drawing"; drawing: Drawing }
  | { kind: "settling"; id: string; away: boolean }
  | { kind: "pan"; last: Point }
  | { kind: "pinch" }
  | { kind: "marquee"; from: Point; before: readonly string[] }
  | { kind: "drag"; drag: ItemDrag }
  | { kind: "resize"; resize: Resize };

export interface PointerParts extends DragParts {
  readonly selection: Selection;
  readonly editor: Editor;
  readonly commands: Commands;
  readonly groups: Groups;
  readonly lift: Lift;
  readonly connecting: Connecting;
  tool(): Tool;
  setTool(tool: Tool): void;
  /** A new note, or a text without one, at a point of the sheet, to be written in. */
  write(at: Point, as?: "note" | "text"): void;
}

export class Pointers {
  readonly #parts: PointerParts;
  readonly #handle: ResizeHandle;
  readonly #down = new Map<number, Point>();
  #gesture: Gesture | null = null;
  #main = -1;
  readonly #taps = new Taps();
  #space = false;
  #at: Point | null = null;
  #touch = false;

  constructor(parts: PointerParts) {
    this.#parts = parts;
    const { root } = parts.stage;
    this.#handle = new ResizeHandle(parts);
    root.addEventListener("pointerdown", (event) => this.#pressed(event));
    root.addEventListener("pointermove", (event) => this.#moved(event));
    root.addEventListener("pointerup", (event) => this.#released(event, false));
    root.addEventListener("pointercancel", (event) => this.#released(event, true));
    root.addEventListener("pointerleave", (event) => this.#left(event));
    root.addEventListener("dblclick", (event) => this.#touch || this.#double(parts.viewport.atEvent(event)));
    // A browser makes mouse events of a tap, after the pointer's own: they would take the focus from a new note.
    root.addEventListener("touchend", (event) => parts.editor.owns(event.target) || event.preventDefault(), {
      passive: false,
    });
    root.addEventListener("auxclick", (event) => event.preventDefault());
    // A middle press would otherwise start the browser's own scrolling, or paste.
    root.addEventListener(
      "mousedown",
      (event) => (event.button === 1 || this.#gesture?.kind === "settling") && event.preventDefault(),
    );
    parts.stage.eachFrame(() => this.#gesture?.kind === "drag" && this.#gesture.drag.frame());
  }

  /** The pointer (screen px) while it is over the view. */
  get at(): Point | null {
    return this.#at;
  }

  /** Whether this item is being dragged from here. */
  drags(id: string): boolean {
    return this.#gesture?.kind === "drag" && this.#gesture.drag.holds(id);
  }

  get busy(): boolean {
    return this.#gesture !== null && this.#gesture.kind !== "pressed" && this.#gesture.kind !== "pulled";
  }

  /** While the space bar is held, dragging pans. */
  set space(held: boolean) {
    this.#space = held;
    this.#parts.stage.root.classList.toggle("panning", held);
  }

  /** What may be moved is another now: a drag that may not go on ends, with the reason. */
  refresh(): void {
    const no = this.#gesture?.kind === "drag" ? this.#gesture.drag.whyNot : null;
    if (no === null) return;
    this.cancel();
    this.#parts.stage.say(no);
  }

  /** Ends what is under way as if it had not been begun; false if nothing was. */
  cancel(): boolean {
    const gesture = this.#gesture;
    this.#gesture = null;
    if (gesture?.kind === "drag") gesture.drag.cancel();
    if (gesture?.kind === "resize") gesture.resize.cancel();
    if (gesture?.kind === "drawing") gesture.drawing.cancel();
    if (gesture?.kind === "marquee") {
      this.#parts.selection.endMarquee();
      this.#parts.selection.set(gesture.before);
    }
    return gesture !== null && gesture.kind !== "pressed";
  }

  #pressed(event: PointerEvent): void {
    const { viewport, editor, stage, here } = this.#parts;
    if (editor.owns(event.target)) return;
    viewport.measure();
    this.#touch = event.pointerType === "touch";
    stage.root.classList.add("pointed");
    const at = viewport.atEvent(event);
    if (this.#settling(event)) {
      this.#down.set(event.pointerId, at);
      return;
    }
    editor.end(itemOf(event.target) !== null);
    this.#parts.lift.cancel();
    this.#down.set(event.pointerId, at);
    if (this.#down.size === 2 && event.pointerType === "touch") {
      this.cancel();
      this.#gesture = { kind: "pinch" };
      return;
    }
    if (this.#gesture) return;
    this.#main = event.pointerId;
    const hand = this.#space || this.#parts.tool() === "hand" || event.button === 1;
    if (hand) {
      this.#gesture = { kind: "pan", last: at };
      event.preventDefault();
      stage.root.focus({ preventScroll: true });
    } else if (event.button === 0) {
      const drawing = this.#parts.connecting.pulls(event.target);
      if (drawing) {
        this.#gesture = { kind: "pulled", drawing, at };
        event.preventDefault();
      } else if (this.#handle.owns(event.target)) {
        const resize = this.#handle.start(at);
        if (resize) this.#gesture = { kind: "resize", resize };
        event.preventDefault();
      } else if (this.#parts.tool() === "laser") {
        this.#gesture = { kind: "laser" };
        here.pointer(at);
      } else {
        const [id, group] = [itemOf(event.target), groupOf(event.target)];
        this.#gesture = { kind: "pressed", id, group, at, add: event.shiftKey, copy: event.altKey };
      }
    } else {
      this.#choose(itemOf(event.target)); // the menu that follows is about what lies there
      return;
    }
    stage.root.setPointerCapture(event.pointerId);
  }

  /** A click that says where the note goes that is already being written in: it must not take the focus from it. */
  #settling(event: PointerEvent): boolean {
    const { editor, stage } = this.#parts;
    const { loose: id } = editor;
    const under = itemOf(event.target);
    const own = under === id || this.#handle.owns(event.target);
    if (id === null || this.#gesture || this.#touch || event.button !== 0 || (under !== null && !own)) return false;
    this.#gesture = { kind: "settling", id, away: !own };
    this.#main = event.pointerId;
    stage.root.setPointerCapture(event.pointerId);
    return true;
  }

  #settled({ id, away }: Gesture & { kind: "settling" }, at: Point): void {
    const { commands, editor, items, stage, viewport } = this.#parts;
    const [entry, layout] = [items.get(id), stage.model?.sheet.layout];
    if (!away || !entry || !layout || editor.loose !== id) return;
    editor.settle();
    commands.move([{ entry, at: onSheet(layout, viewport.toSheet(at), entry) }]);
  }

  #moved(event: PointerEvent): void {
    const { viewport, here, stage } = this.#parts;
    const at = viewport.atEvent(event);
    const before = this.#down.get(event.pointerId);
    if (this.#gesture?.kind === "pinch" && before) {
      this.#pinched(event.pointerId, before, at);
      return;
    }
    if (before) this.#down.set(event.pointerId, at);
    this.#at = at;
    if (this.#gesture === null) this.#parts.connecting.follow(at);
    if (this.#gesture && event.pointerId === this.#main) this.#follow(this.#gesture, at, event.pointerType === "touch");
    here.pointer(at);
    stage.draw();
  }

  #follow(gesture: Gesture, at: Point, touch: boolean): void {
    const { viewport, selection, stage } = this.#parts;
    if (gesture.kind === "pressed") {
      const far = Math.hypot(at.x - gesture.at.x, at.y - gesture.at.y);
      if (far < (touch ? SLACK_TOUCH : SLACK)) return;
      this.#gesture = this.#begun(gesture, touch);
      if (this.#gesture) this.#follow(this.#gesture, at, touch);
    } else if (gesture.kind === "pulled") {
      if (Math.hypot(at.x - gesture.at.x, at.y - gesture.at.y) < (touch ? SLACK_TOUCH : SLACK)) return;
      this.#gesture = { kind: "drawing", drawing: gesture.drawing };
      gesture.drawing.move(at);
    } else if (gesture.kind === "drawing") {
      gesture.drawing.move(at);
    } else if (gesture.kind === "pan") {
      viewport.pan(at.x - gesture.last.x, at.y - gesture.last.y);
      gesture.last = at;
      stage.emit("moved");
    } else if (gesture.kind === "marquee") {
      selection.marquee(gesture.from, viewport.toSheet(at), gesture.before);
    } else if (gesture.kind === "drag") {
      gesture.drag.move(at);
    } else if (gesture.kind === "resize") {
      gesture.resize.move(at);
    }
  }

  /** What a press that moved away becomes. */
  #begun(press: Gesture & { kind: "pressed" }, touch: boolean): Gesture | null {
    const { selection, viewport, stage, connecting, items } = this.#parts;
    const drawn = this.#parts.tool() === "arrow" && !connecting.begun ? items.get(press.id ?? "") : undefined;
    if (drawn) {
      const drawing = connecting.from(drawn);
      return drawing ? { kind: "drawing", drawing } : null;
    }
    // A line that stays where it is belongs to the page: pressing it is pressing the sheet.
    const entry = this.#parts.items.get(press.id ?? "");
    const line = entry !== undefined && stage.model !== null && staysPut(stage.model.template, entry.item);
    if ((press.id === null && press.group === null) || line) {
      if (touch) return { kind: "pan", last: press.at };
      if (this.#parts.tool() !== "select") return press;
      return { kind: "marquee", from: viewport.toSheet(press.at), before: press.add ? selection.ids : [] };
    }
    const drag = grab(this.#parts, this.#grabbed(press), press.at, press.copy);
    if (typeof drag !== "string") return { kind: "drag", drag };
    stage.say(drag);
    return null;
  }

  /** What is taken along: all of a group by its title, else the item with what is chosen beside it. */
  #grabbed({ id, group, add }: Gesture & { kind: "pressed" }): Entry[] {
    const { selection, items, groups } = this.#parts;
    if (group !== null) {
      groups.choose(group);
      return groups.entries(group);
    }
    const grabbed = items.get(id ?? "");
    if (!grabbed) return [];
    if (!selection.has(grabbed.id)) selection.set(add ? [...selection.ids, grabbed.id] : [grabbed.id]);
    return [grabbed, ...selection.entries.filter((entry) => entry !== grabbed)];
  }

  #released(event: PointerEvent, cancelled: boolean): void {
    this.#down.delete(event.pointerId);
    if (this.#gesture?.kind === "pinch") {
      if (this.#down.size === 0) this.#gesture = null;
      return;
    }
    if (event.pointerId !== this.#main) return;
    if (cancelled) {
      this.cancel();
      return;
    }
    const gesture = this.#gesture;
    this.#gesture = null;
    if (gesture?.kind === "drag") gesture.drag.drop();
    else if (gesture?.kind === "resize") gesture.resize.drop();
    else if (gesture?.kind === "drawing") gesture.drawing.drop();
    else if (gesture?.kind === "pulled") gesture.drawing.press();
    else if (gesture?.kind === "marquee") this.#parts.selection.endMarquee();
    else if (gesture?.kind === "settling") this.#settled(gesture, this.#parts.viewport.atEvent(event));
    else if (gesture?.kind === "pressed") this.#clicked(gesture, event);
    if (event.pointerType === "touch") this.#parts.here.pointer(null);
    this.#parts.stage.draw();
  }

  #clicked(press: Gesture & { kind: "pressed" }, event: PointerEvent): void {
    const { selection, viewport } = this.#parts;
    const tool = this.#parts.tool();
    if (tool === "note" || tool === "text") {
      this.#parts.setTool("select");
      this.#parts.write(viewport.toSheet(press.at), tool);
      return;
    }
    if (tool === "arrow") {
      this.#parts.connecting.choose(press.id);
      return;
    }
    if (press.group !== null) this.#parts.groups.choose(press.group);
    else if (press.id === null) {
      if (!press.add) selection.set([]);
    } else if (press.add) selection.toggle(press.id);
    else selection.set([press.id]);
    if (press.id !== null) selection.focus(press.id);
    else if (press.group === null) this.#parts.stage.root.focus({ preventScroll: true });
    if (event.pointerType === "touch" && this.#taps.tapped(press.at, event.timeStamp)) this.#double(press.at);
  }

  #double(at: Point): void {
    const { stage, viewport, editor } = this.#parts;
    if (this.#parts.tool() !== "select" || this.busy) return;
    const corner = stage.root.getBoundingClientRect();
    const target = document.elementFromPoint(at.x + corner.left, at.y + corner.top);
    if (editor.owns(target) || !target || !stage.root.contains(target)) return;
    const [id, group] = [itemOf(target), groupOf(target)];
    if (group !== null) this.#parts.groups.edit(group);
    else if (id === null) this.#parts.write(viewport.toSheet(at));
    else if (isWritten(this.#parts.items.get(id)?.item) && editor.start(id)) this.#parts.selection.set([id]);
  }

  #choose(id: string | null): void {
    const { selection } = this.#parts;
    if (id !== null && !selection.has(id)) selection.set([id]);
  }

  #pinched(id: number, before: Point, at: Point): void {
    const { viewport, stage } = this.#parts;
    const other = [...this.#down].find(([each]) => each !== id)?.[1];
    this.#down.set(id, at);
    if (other) viewport.set(pinched(viewport.camera, other, before, at));
    else viewport.pan(at.x - before.x, at.y - before.y); // one finger of two is still down
    stage.emit("moved");
  }

  #left(event: PointerEvent): void {
    if (event.pointerType === "touch" || this.#gesture) return;
    this.#at = null;
    this.#parts.here.pointer(null);
  }
}

/** The item that an element belongs to. */
function itemOf(target: EventTarget | null): string | null {
  return target instanceof Element ? (target.closest<HTMLElement>("[data-item]")?.dataset.item ?? null) : null;
}

/** The group that a title belongs to. */
function groupOf(target: EventTarget | null): string | null {
  return target instanceof Element ? (target.closest<HTMLElement>("[data-group]")?.dataset.group ?? null) : null;
}
