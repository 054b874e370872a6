import { expect, test } from "vitest";
import type { Step } from "../generated/protocol";
import { openScoreId, scoreId } from "./predict-led";
import { cardId, draftTokenId, participantTokenId, shownTokenId } from "./token-ids";

const step = { kind: "step", id: "s", mode: "place" } as Step;
const open = { ...step, mode: "discuss" } as Step;

test("[MARK-5] Of several tokens that the template names, everyone has one of each.", () => {
  expect(participantTokenId("c", "p")).toBe("c.own.p");
  expect(participantTokenId("c", "p", open, "now")).toBe("c.own.p.now");
  expect(participantTokenId("c", "p", step, "now")).toBe("c.own.p.now.s");
});

test("[CARD-4] What privately stands for a card or a token tells for which.", () => {
  const card = cardId("c", "k");
  expect(card).toBe("c.card.k");
  expect(shownTokenId({ id: draftTokenId(card, "s"), step: "s" })).toBe(card);
  expect(shownTokenId({ id: "w.1", step: "s" })).toBe("w.1");
});

test("[MARK-1] What is given has one id, in private by the step, in the open by the person, and the group's apart.", () => {
  const thing = { canvas: "c", zone: "z" };
  expect(scoreId("s", thing)).toBe("score.s.c.z");
  expect(scoreId("s", { ...thing, scale: "checkbox", item: "c.card.k" })).toBe("score.s.c.z:checkbox:c.card.k:");
  expect(scoreId("s", { ...thing, aspect: "org-1" })).toBe("score.s.c.z:score::org-1");
  expect(openScoreId("p", thing)).toBe("score.p.c.z");
  expect(openScoreId(null, thing)).toBe("score.:group.c.z");
});
