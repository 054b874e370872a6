// The canvas view: puts its parts together and is what the application talks to. See types.ts for the contract.

import { personsOwn } from "./belonging";
import type { Point } from "./camera";
import { ChartPainting } from "./chart-painting";
import { Clipboard } from "./clipboard";
import { Commands } from "./commands";
import { Connecting } from "./connecting";
import { Others } from "./cursors";
import { Editor } from "./edit";
import { Folds } from "./folds";
import { listenToWheel } from "./gestures";
import { Groups } from "./groups";
import { Here } from "./here";
import { Hover } from "./hover";
import { ItemLayer } from "./items";
import { Keys } from "./keys";
import { Lasers } from "./laser";
import { Lift } from "./lift";
import { Links } from "./links";
import { Maker } from "./make";
import { Nudge } from "./nudge";
import { OwnerLine } from "./owner";
import { Painting } from "./paint";
import { Pairs } from "./pairs";
import { Placements } from "./placements";
import { Pointers } from "./pointer";
import { isAlone, onlyReads, whyNot } from "./rights";
import { Scales } from "./scales";
import { Selection } from "./select";
import { Spotlight } from "./spotlight";
import { Stage } from "./stage";
import type { CanvasActions, CanvasCommand, CanvasModel, CanvasView, Language, Tool } from "./types";
import { Viewport } from "./viewport";
import { Votes } from "./votes";

export function createCanvasView(host: HTMLElement): CanvasView {
  const stage = new Stage(host);
  const viewport = new Viewport(stage);
  const painting = new Painting(stage, viewport);
  const items = new ItemLayer(stage, viewport);
  new ChartPainting(stage, viewport, items);
  const lasers = new Lasers(stage, viewport);
  const others = new Others(stage, viewport, items, lasers);
  const selection = new Selection(stage, viewport, items);
  const placements = new Placements(stage, viewport, items, selection);
  const scales = new Scales(stage, viewport, items);
  const folds = new Folds(stage, viewport);
  new Spotlight(stage, items);
  const groups = new Groups(stage, viewport, items, selection);
  const maker = new Maker(stage, viewport, items, selection);
  const commands = new Commands(stage, items, selection, maker);
  const here = new Here(stage, viewport);
  const editor = new Editor(stage, viewport, items, here);
  const nudge = new Nudge(stage, viewport, items, commands, here);
  const hover = new Hover(stage);
  const lift = new Lift(stage, viewport, items);
  const links = new Links(stage, viewport, items, selection);
  new Pairs(stage, items, links);
  const connecting = new Connecting({ stage, viewport, items, selection, links, hover }, () => idle());

  let tool: Tool = "select";
  const setTool = (next: Tool): void => {
    if (next === tool) return;
    if (next === "arrow" && !connecting.armed && !connecting.arm()) return;
    if (next !== "arrow") connecting.disarm();
    if (next === "text" && !stage.model?.kinds.includes("label")) {
      stage.say(stage.words.noTextsHere);
      return;
    }
    if (next === "laser") {
      if (!stage.actions || stage.actions.standing().role === "observer") return; // who looks on does not point
      if (isAlone(stage)) stage.say(stage.words.laserUnseen);
    }
    tool = next;
    here.laser(next === "laser");
    stage.root.dataset.tool = next;
    stage.emit("tool", next);
  };
  stage.root.dataset.tool = tool;

  const write = (at: Point, as: "note" | "text" = "note", loose = false): void => {
    nudge.flush();
    const free = maker.freeSpot(at);
    const id = as === "text" ? maker.text(free) : maker.note(free);
    if (id === null) return;
    selection.set([id]);
    editor.start(id, { fresh: true, loose });
  };
  const newNote = (as: "note" | "text" = "note"): void => {
    setTool("select"); // the tool has done its work: a click would make another note
    write(viewport.toSheet(pointers.at ?? viewport.middle), as, true);
  };
  const nextNote = (): void => {
    const entry = items.get(editor.id ?? "");
    // After a text comes a text; cards are the template's.
    const at = entry && entry.item.kind !== "card" ? maker.besides(entry) : null;
    const as = entry?.item.kind === "label" ? "text" : "note";
    const empty = editor.empty;
    editor.end(at !== null && !empty);
    if (at && !empty) write(at, as);
  };

  const shared = {
    stage,
    viewport,
    items,
    painting,
    selection,
    commands,
    maker,
    editor,
    here,
    nudge,
    groups,
    lift,
    links,
    connecting,
    scales,
    folds,
  };
  const pointers = new Pointers({ ...shared, tool: () => tool, setTool, write });
  const idle = () => tool === "select" && !pointers.busy && editor.id === null && !onlyReads(stage);
  connecting.onDone = () => setTool("select");
  connecting.onBegun = () => setTool("arrow");
  const busy = () => pointers.busy || editor.id !== null || tool === "laser";
  const votes = new Votes({ ...shared, hover }, busy);
  const keys = new Keys({ ...shared, pointers, votes, tool: () => tool, setTool, newNote, nextNote });
  const clipboard = new Clipboard({ ...shared, pointer: () => pointers.at });
  new OwnerLine(stage, viewport, items, selection, hover, busy, (id) => votes.at(id));
  listenToWheel(stage, viewport);
  stage.eachFrame(() => {
    const on = tool === "laser" && pointers.at !== null;
    lasers.point("me", on && pointers.at ? viewport.toSheet(pointers.at) : null, ownColour(stage));
    return false;
  });

  others.mine = (id) => pointers.drags(id);
  items.keep = (id) => id === editor.id || pointers.drags(id) || id === selection.focused;
  items.onChange = (gone) => selection.forget(gone);
  commands.onLift = (targets) => lift.ask(targets);
  editor.onEnd = ({ id, unused }) => {
    const item = items.get(id)?.item;
    if (!unused || !item || whyNot(stage, "item.delete", item) !== null) return;
    stage.actions?.propose({ type: "item.delete", ids: [id] });
    items.changed(new Set([id]));
  };
  items.passing.listener = {
    before: (from) => {
      if (editor.id === from) {
        editor.end(true);
        stage.say(stage.words.shownNow);
      }
      if (pointers.drags(from)) pointers.cancel();
      nudge.forget();
    },
    after: (from, to) => selection.passOn(from, to),
  };

  const show = (model: CanvasModel, actions: CanvasActions | null, language: Language): void => {
    const other = stage.model?.canvas !== model.canvas;
    if (other) {
      nudge.flush();
      editor.end();
      pointers.cancel();
      lift.cancel();
      selection.set([]);
      if (!connecting.begun) setTool("select"); // an arrow that has begun may lead to what lies on another canvas
    }
    stage.model = model;
    stage.actions = actions;
    stage.language = language;
    stage.root.setAttribute("aria-label", stage.words.canvas);
    stage.root.classList.toggle("read-only", onlyReads(stage));
    items.changed(null);
    others.refresh();
    placements.refresh();
    if (other) viewport.fit();
    if (other) connecting.refresh();
    stage.draw();
  };

  const refresh = (): void => {
    stage.root.classList.toggle("read-only", onlyReads(stage));
    for (const part of [editor, pointers, nudge, lift]) part.refresh();
    if (connecting.armed && connecting.whyNotHere() !== null) setTool("select");
    items.redress(null);
  };

  const command = (name: CanvasCommand): void => {
    if (name !== "edit") nudge.flush();
    const [first] = selection.entries;
    if (name === "edit") {
      if (first && editor.start(first.id)) selection.set([first.id]);
    } else if (name === "delete") commands.delete();
    else if (name === "duplicate") commands.duplicate();
    else if (name === "front" || name === "back") commands.order(name === "front");
    else if (name === "lock" || name === "unlock") commands.lock(name === "lock");
    else if (name === "select-all") selection.all();
    else if (name === "undo" || name === "redo") {
      if (editor.id === null) commands.undo(name === "redo");
      else editor.undo(name === "redo");
    } else if (name === "smaller" || name === "larger") commands.step(name === "larger");
    else if (name === "group") groups.group();
    else if (name === "ungroup") groups.ungroup();
    else maker.ownToken();
  };

  return {
    element: stage.root,
    show,
    changed: (ids) => items.changed(ids),
    refresh,
    revealed: (ids) => {
      const all = [...ids];
      items.revealed(all);
      placements.revealed(all);
    },
    peers: (peers) => others.peers(peers),
    spliced: (id, edit) => editor.spliced(id, edit),
    get camera() {
      return viewport.camera;
    },
    setCamera: (camera, glide) => viewport.set(camera, glide),
    fit: () => viewport.fit(true),
    setInsets: (insets) => viewport.setInsets(insets),
    zoomTo: (zoom) => viewport.zoomAt(viewport.middle, zoom, true),
    zoomBy: (factor) => viewport.zoomBy(factor, true),
    fitSelection: () => {
      if (selection.entries.length === 0) viewport.fit(true);
      else viewport.fitRects(selection.entries.map((entry) => items.rect(entry)));
    },
    get tool() {
      return tool;
    },
    setTool,
    get selection() {
      return selection.ids;
    },
    select: (ids, focus) => {
      selection.set(ids);
      const [first] = ids;
      if (focus && first !== undefined) selection.focus(first, true);
    },
    command,
    placeOwnToken: (which) => {
      nudge.flush();
      maker.ownToken(which);
    },
    newNote: () => newNote(),
    float: (id, at) => {
      if (at) items.hold(id, at);
      else items.release(id, false);
    },
    on: (event, listener) => stage.on(event, listener),
    destroy: () => {
      nudge.flush();
      editor.destroy();
      keys.destroy();
      clipboard.destroy();
      painting.destroy();
      items.destroy();
      viewport.destroy();
      stage.stop();
    },
  };
}

/** The colour of this person's laser pointer, as others see it. */
function ownColour({ model, actions }: Stage): string {
  const organisation = model && actions ? personsOwn(model, actions.me).organisation : null;
  return organisation ? `var(--org-${organisation.mark})` : "var(--ink)";
}
