// What the canvas view needs from whoever shows it (the live workshop, the replay), and what it offers them.

import type { Standing } from "../core/rights";
import type {
  Here,
  Intent,
  Item,
  Layout,
  Organisation,
  Person,
  Settings,
  Shape,
  Template,
} from "../generated/protocol";
import type { Peer } from "../sync/types";
import type { Leading } from "./leading";
import type { LinkModel } from "./link-model";

export type Language = "nl" | "en";

/** A layout and the figure drawn for it in one language: POST /w/<id>/sheet/<canvas>. */
export interface Sheet {
  layout: Layout;
  shapes: Shape[];
}

/** What is on a canvas, for reading; the live session and the replay both give it. */
export interface CanvasModel {
  readonly canvas: string;
  readonly template: Template;
  readonly settings: Settings | undefined;
  sheet: Sheet;
  items(): Iterable<Item>; // those of this canvas that are not deleted
  item(id: string): Item | undefined;
  person(id: string): Person | undefined;
  organisation(id: string): Organisation | undefined;
  /** Kinds that can be placed here now. */
  readonly kinds: readonly string[];
  /** What leads the session here; the same object as long as nothing of it changed. */
  leading(): Leading;
  readonly links: LinkModel;
}

/** What a person may do; absent in a replay. The view predicts nothing by itself. */
export interface CanvasActions {
  readonly me: string;
  /** Who I am here, and what is going on: what I may do now. */
  standing(): Standing;
  /** Whether the item is private: only I see it. */
  isDraft(item: Item): boolean;
  propose(intent: Intent): void;
  /** `caret`: code points before the caret in the new text, which tells where one more of equal letters came. */
  setText(id: string, text: string, caret?: number): void;
  newId(): string;
  here(here: Here): void;
}

export type Tool = "select" | "hand" | "note" | "text" | "arrow" | "laser";

export interface CanvasViewEvents {
  selection: (ids: readonly string[]) => void;
  tool: (tool: Tool) => void;
  camera: (camera: Camera) => void;
  editing: (id: string | null) => void;
  /** Somebody follows an arrow to this item, on another canvas. */
  lead: (item: Item) => void;
  /** The user panned or zoomed by hand (which stops following). */
  moved: () => void;
  /** A sentence for the status line and the screen reader, such as why a locked note does not move. */
  say: (sentence: string) => void;
}

/** Screen px = (sheet px - x or y) * zoom, x and y being the sheet point at the view's top left. */
export interface Camera {
  x: number;
  y: number;
  zoom: number;
}

export interface Insets {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

export interface CanvasView {
  readonly element: HTMLElement;
  show(model: CanvasModel, actions: CanvasActions | null, language: Language): void;
  /** Items changed (null: any may have). Cheap; drawing happens once in the next animation frame. */
  changed(ids: ReadonlySet<string> | null): void;
  /** What may be done, or what leads the session, is another now. */
  refresh(): void;
  /** These ids have just been shown to everyone, together: when they come they fade in. */
  revealed(ids: Iterable<string>): void;
  /** Others' cursors, drags and typing on this canvas. */
  peers(peers: ReadonlyMap<string, Peer>): void;
  /** Somebody else's splice in a text, to keep the caret where it is. */
  spliced(id: string, edit: readonly { at: number; remove?: number; insert?: string }[]): void;
  readonly camera: Camera;
  setCamera(camera: Camera, glide?: boolean): void;
  fit(): void;
  /** What floats over the view's edges (tools, bars), in px: fitting keeps clear of it. */
  setInsets(insets: Insets): void;
  zoomTo(zoom: number): void; // about the middle
  zoomBy(factor: number): void;
  fitSelection(): void;
  readonly tool: Tool;
  setTool(tool: Tool): void;
  readonly selection: readonly string[];
  select(ids: readonly string[], focus?: boolean): void;
  /** Commands that buttons, menus and keys share. */
  command(name: CanvasCommand): void;
  /** My own token, or the one of several that the template names: put on the canvas, or found there. */
  placeOwnToken(which?: string): void;
  /** A new note: at the pointer if it is over the canvas, else in the middle of the view; its text is being edited. */
  newNote(): void;
  /** Replay: draw this item here for now (sheet px), not where its place is; null ends it. */
  float(id: string, at: { x: number; y: number } | null): void;
  on<K extends keyof CanvasViewEvents>(event: K, listener: CanvasViewEvents[K]): () => void;
  destroy(): void;
}

export type CanvasCommand =
  | "edit"
  | "delete"
  | "duplicate"
  | "front"
  | "back"
  | "lock"
  | "unlock"
  | "select-all"
  | "undo"
  | "redo"
  | "place-own-token"
  | "group"
  | "ungroup"
  | "smaller"
  | "larger";
