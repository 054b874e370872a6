// A reading of the clock: digits of one width, so that nothing shifts; the colon in its own, narrower form.

import { clock } from "./timeline";

export function Clock({ ms }: { ms: number }) {
  return (
    <>
      {clock(ms)
        .split(/(:)/)
        .map((part, index) =>
          part === ":" ? (
            part
          ) : (
            <span key={index} class="figures">
              {part}
            </span>
          ),
        )}
    </>
  );
}
