// Where the canvas view lives on the page, and how much of it the tools take.

import { effect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { createCanvasView } from "../../canvas";
import type { Insets } from "../../canvas/types";
import { useRoom } from "./room";

/** What the tools take of the canvas: its left when they stand upright, else its bottom. */
function insetsFor(host: HTMLElement, tools: Element | null): Insets {
  const insets = { top: 0, right: 0, bottom: 0, left: 0 };
  if (!tools) return insets;
  const [around, bar] = [host.getBoundingClientRect(), tools.getBoundingClientRect()];
  if (bar.height > bar.width) return { ...insets, left: bar.right - around.left };
  return { ...insets, bottom: around.bottom - bar.top };
}

export function CanvasHost() {
  const { live, board } = useRoom();
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const view = createCanvasView(element);
    const makeRoom = () =>
      view.setInsets(insetsFor(element, element.parentElement?.querySelector(".tool-bar") ?? null));
    const sizes = new ResizeObserver(makeRoom);
    sizes.observe(element);
    const detach = board.attach(view);
    // After joining the focus is nowhere: the keys are for the canvas then.
    if (document.activeElement === document.body) view.element.focus({ preventScroll: true });
    // Another canvas may have other tools.
    const stop = effect(() => {
      live.canvas.value;
      requestAnimationFrame(makeRoom);
    });
    return () => {
      stop();
      sizes.disconnect();
      detach();
      view.destroy();
    };
  }, [live, board]);
  return <div class="canvas-host" ref={host} />;
}
