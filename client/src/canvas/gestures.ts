// Wheel and trackpad: two fingers or the wheel pan, pinching or Ctrl and the wheel zoom at the pointer.

import type { Stage } from "./stage";
import type { Viewport } from "./viewport";

/** How much one px of wheel zooms; a notch of a mouse wheel (100 to 120 px) is held to about a fifth. */
const ZOOM_PER_PX = 0.01;
const MOST_PX = 18;
const LINE = 16;

/** What Safari tells of a pinch on a trackpad, in no other standard's types. */
interface PinchEvent extends Event {
  readonly scale: number;
  readonly clientX: number;
  readonly clientY: number;
}

export function listenToWheel(stage: Stage, viewport: Viewport): void {
  const { root } = stage;
  let pinched = 1;

  root.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      viewport.measure();
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : LINE;
      const [dx, dy] = [event.deltaX * unit, event.deltaY * unit];
      if (event.ctrlKey || event.metaKey) {
        const px = Math.max(-MOST_PX, Math.min(MOST_PX, dy));
        viewport.zoomAt(viewport.atEvent(event), viewport.camera.zoom * Math.exp(-px * ZOOM_PER_PX));
      } else if (event.shiftKey && dx === 0) {
        viewport.pan(-dy, 0);
      } else {
        viewport.pan(-dx, -dy);
      }
      stage.emit("moved");
    },
    { passive: false },
  );

  root.addEventListener("gesturestart", (event) => {
    event.preventDefault();
    pinched = 1;
  });
  root.addEventListener("gesturechange", (event) => {
    event.preventDefault();
    const pinch = event as PinchEvent;
    viewport.zoomAt(viewport.atEvent(pinch), (viewport.camera.zoom * pinch.scale) / pinched);
    pinched = pinch.scale;
    stage.emit("moved");
  });
}
