// Whether the console is open: from the start where there is room for it beside the canvas, elsewhere when asked for.
// Each device remembers it for both, as one who folds it away on a phone wants it on the large screen all the same.

import { computed, signal } from "@preact/signals";
import { remember, remembered } from "../../device";

const ROOMY = "(min-width: 75em)";

const query = typeof matchMedia === "undefined" ? null : matchMedia(ROOMY);
const roomy = signal(query?.matches ?? true);
query?.addEventListener("change", (event) => {
  roomy.value = event.matches;
});

const KEYS = { beside: "console", narrow: "console-narrow" };
const beside = signal(remembered(KEYS.beside) !== "folded");
const narrow = signal(remembered(KEYS.narrow) === "open");

export const consoleOpen = computed(() => (roomy.value ? beside : narrow).value);

export function toggleConsole(): void {
  if (roomy.peek()) {
    beside.value = !beside.peek();
    remember(KEYS.beside, beside.peek() ? null : "folded");
  } else {
    narrow.value = !narrow.peek();
    remember(KEYS.narrow, narrow.peek() ? "open" : null);
  }
}
