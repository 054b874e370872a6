// A small picture of a template: its figure, painted from the same shapes as the canvas, with a few notes for scale.

import type { Sheet } from "../canvas/types";
import type { Colour, ItemKind, PathShape } from "../generated/protocol";
import { organisationColours } from "./organisation-colours";
import { sampleSpots } from "./sample-spots";

const paint = (colour: Colour) => (colour === "none" ? "none" : `var(--${colour})`);

/** Room around the figure, as a share of its larger side. */
const MARGIN = 0.14;

/** One line of a figure, as thin as it is in small. */
export function Line({ shape }: { shape: PathShape }) {
  return (
    <path
      d={shape.d}
      fill={paint(shape.fill)}
      stroke={paint(shape.stroke)}
      stroke-width={shape.width >= 2 ? 1.5 : 1}
      stroke-dasharray={shape.dash.length > 0 ? "1 3" : undefined}
      stroke-linecap="round"
      vector-effect="non-scaling-stroke"
    />
  );
}

export function SheetPicture({ sheet, kinds }: { sheet: Sheet; kinds: readonly ItemKind[] }) {
  const { layout } = sheet;
  const frame = layout.frames[layout.home] ?? { x: 0, y: 0, width: layout.width, height: layout.height };
  const margin = MARGIN * Math.max(frame.width, frame.height);
  const view = [frame.x - margin, frame.y - margin, frame.width + 2 * margin, frame.height + 2 * margin];
  const unit = Math.max(frame.width, frame.height) / 100;
  const round = kinds[0] !== "sticky" && kinds.some((kind) => kind.endsWith("token"));
  return (
    <svg class="sheet-picture" viewBox={view.join(" ")} aria-hidden="true">
      {sheet.shapes.map((shape) => shape.type === "path" && <Line key={shape.d} shape={shape} />)}
      {sampleSpots(layout).map(({ x, y, mark }) => {
        const { colour, note, edge } = organisationColours(mark);
        const look = { fill: note, stroke: round ? colour : edge, strokeWidth: 1, vectorEffect: "non-scaling-stroke" };
        return round ? (
          <circle key={`${x} ${y}`} cx={x} cy={y} r={3.6 * unit} style={look} />
        ) : (
          <rect key={`${x} ${y}`} x={x - 6 * unit} y={y - 4 * unit} width={12 * unit} height={8 * unit} style={look} />
        );
      })}
    </svg>
  );
}
