import { expect, it } from "vitest";
import { shownSaving } from "../../src/app/workshop/save-state";
import { DUTCH } from "../../src/words";

it("[UI-4] never says saved while a change waits", () => {
  expect(shownSaving({ state: "waiting", waiting: 2 }, DUTCH).text).toBe("2 wijzigingen wachten");
  expect(shownSaving({ state: "waiting", waiting: 2 }, DUTCH, false).text).toBe("Opslaan…");
  expect(shownSaving({ state: "reconnecting", waiting: 2 }, DUTCH).text).toBe("Verbinden… · 2 wijzigingen wachten");
  expect(shownSaving({ state: "reconnecting", waiting: 0 }, DUTCH).text).toBe("Verbinden…");
  expect(shownSaving({ state: "saved" }, DUTCH).text).toBe("Opgeslagen");
});
