// Fetching the whole history of a workshop, page by page, as a player's.

import { signal } from "@preact/signals";
import { getEvents } from "../app/api";
import type { Player } from "./player";

export type Loading = { state: "loading"; events: number } | { state: "done" } | { state: "failed"; error: unknown };

export function load(workshop: string, player: Player) {
  const loading = signal<Loading>({ state: "loading", events: 0 });
  let wanted = true;
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
    } catch (error) {
      // What came so far can be watched.
      player.grown();
      loading.value = { state: "failed", error };
    }
  };
  run();
  return { loading, again: run, stop: () => (wanted = false) };
}
