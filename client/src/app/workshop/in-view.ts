// The middle of what is in view, as a point on the sheet.

import type { Point } from "../../canvas/camera";
import type { CanvasView } from "../../canvas/types";

export function middleOf({ camera, element }: Pick<CanvasView, "camera" | "element">): Point {
  return { x: camera.x + element.clientWidth / 2 / camera.zoom, y: camera.y + element.clientHeight / 2 / camera.zoom };
}
