// Where the canvas view lives on the page, and how much of it the floating bars take.

import { useEffect, useRef } from "preact/hooks";
import { createCanvasView } from "../../canvas";
import { useRoom } from "./room";

/** Room for the tools at the left, or below them on a narrow screen; in px. */
const TOOLS_SIDE = 68;
const TOOLS_BELOW = 64;
/** The width from which the tools stand at the left; the style sheet says the same. */
export const WIDE = "(min-width: 56.25em)";

export function CanvasHost() {
  const { live, board } = useRoom();
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!host.current) return;
    const view = createCanvasView(host.current);
    const wide = matchMedia(WIDE);
    const makeRoom = () => {
      const tools = live.session.role !== "observer";
      view.setInsets({
        top: 0,
        right: 0,
        bottom: tools && !wide.matches ? TOOLS_BELOW : 0,
        left: tools && wide.matches ? TOOLS_SIDE : 0,
      });
    };
    makeRoom();
    wide.addEventListener("change", makeRoom);
    const detach = board.attach(view);
    return () => {
      wide.removeEventListener("change", makeRoom);
      detach();
      view.destroy();
    };
  }, [live, board]);
  return <div class="canvas-host" ref={host} />;
}
