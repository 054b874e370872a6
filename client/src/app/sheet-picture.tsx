// One line of a figure, painted from the same shapes as the canvas, as thin as it is in small.

import type { Colour, PathShape } from "../generated/protocol";

const paint = (colour: Colour) => (colour === "none" ? "none" : `var(--${colour})`);

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
