// Whether the window is as narrow as a phone: then what else stands beside the canvas takes its place.

import { signal } from "@preact/signals";

const query = typeof matchMedia === "undefined" ? null : matchMedia("(max-width: 44em)");

export const narrow = signal(query?.matches ?? false);

query?.addEventListener("change", (event) => {
  narrow.value = event.matches;
});
