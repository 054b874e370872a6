// Time as the console shows it: how long something is under way, told anew every second.

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { useRoom } from "../room";

const SECOND = 1000;

/** The server's clock, read again at every full second since `since` (ms since 1970), and when `since` changes. */
export function useNow(since: number): number {
  const { session } = useRoom().live;
  const ticked = useSignal(0);
  ticked.value;
  useEffect(() => {
    let waiting = 0;
    const tick = () => {
      const gone = Math.max(0, session.now() - since) % SECOND;
      waiting = window.setTimeout(
        () => {
          ticked.value += 1;
          tick();
        },
        SECOND - gone + 5,
      );
    };
    tick();
    return () => clearTimeout(waiting);
  }, [session, since]);
  return session.now();
}
