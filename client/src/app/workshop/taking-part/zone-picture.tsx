// The figure of a canvas in small, with one of its zones lit: where what is written will lie.

import { useId } from "preact/hooks";
import type { Sheet } from "../../../canvas/types";
import { Line } from "../../sheet-picture";

/** The outline of a figure is drawn at least so wide, px. */
const OUTLINE = 2;
/** The frame of the whole sheet. */
const SHEET = "sheet";
/** Room around the figure, as a share of its larger side. */
const MARGIN = 0.06;

export function ZonePicture({ sheet, zone }: { sheet: Sheet; zone: string }) {
  const { layout, shapes } = sheet;
  const frame = layout.frames[layout.home] ?? { x: 0, y: 0, width: layout.width, height: layout.height };
  const margin = MARGIN * Math.max(frame.width, frame.height);
  const view = [frame.x - margin, frame.y - margin, frame.width + 2 * margin, frame.height + 2 * margin];
  // Where a figure is the whole of it, zones run on to the edge of the sheet; here they end with the figure.
  const outline =
    layout.home === SHEET ? undefined : shapes.find((shape) => shape.type === "path" && shape.width >= OUTLINE);
  const clip = useId();
  const lit = shapes.flatMap((shape) => (shape.type === "zone" && shape.zone === zone ? [shape.d] : []));
  return (
    <svg class="zone-picture" viewBox={view.join(" ")} aria-hidden="true">
      {shapes.map((shape) => shape.type === "path" && <Line key={shape.d} shape={shape} />)}
      {outline?.type === "path" && (
        <clipPath id={clip}>
          <path d={outline.d} />
        </clipPath>
      )}
      {lit.map((d) => (
        <path
          key={d}
          class="zone-lit"
          d={d}
          vector-effect="non-scaling-stroke"
          clip-path={outline && `url(#${clip})`}
        />
      ))}
    </svg>
  );
}
