// Fetching the whole history of a workshop, page by page, as a player's.

import { signal } from "@preact/signals";
import { getEvents } from "../app/api";
import type { Player } from "./player";

const LOOK_AGAIN_MS = 10_000;

export type Loading = { state: "loading"; events: number } | { state: "done" } | { state: "failed"; error: unknown };

export function load(workshop: string, player: Player) {
  const loading = signal<Loading>({ state: "loading", events: 0 });
  let wanted = true;
  let timer = 0;
  /** What happened since: a workshop can be replayed while it goes on. */
  const goOn = async () => {
    try {
      const page = await getEvents(workshop, player.history.events.length);
      if (!wanted) return;
      player.history.append(page.events);
      if (page.events.length > 0) player.grown();
    } catch {
      // Not now; what is there stays, and the next look may do better.
    }
    if (wanted) timer = window.setTimeout(goOn, LOOK_AGAIN_MS);
  };
  const run = async () => {
    loading.value = { state: "loading", events: player.history.events.length };
    try {
      for (let more = true; more && wanted; ) {
        const page = await getEvents(workshop, player.history.events.length);
        player.history.append(page.events);
        more = page.more && page.events.length > 0;
        loading.value = { state: "loading", events: player.history.events.length };
      }
      if (!wanted) return;
      player.grown();
      loading.value = { state: "done" };
      timer = window.setTimeout(goOn, LOOK_AGAIN_MS);
    } catch (error) {
      // What came so far can be watched.
      player.grown();
      loading.value = { state: "failed", error };
    }
  };
  run();
  const stop = () => {
    wanted = false;
    clearTimeout(timer);
  };
  return { loading, again: run, stop };
}
