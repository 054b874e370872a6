// What people gave to zones and cards, and marked notes as, as moments of a replay: what everyone saw, in a sentence.

import { cardText } from "../core/cards";
import { TICKED } from "../core/giving";
import type { StreamState } from "../core/state";
import type { Canvas, Card, Event, Language, Score } from "../generated/protocol";
import { DUTCH, type Words } from "../words";

const languageOf = (w: Words): Language => (w === DUTCH ? "nl" : "en");

function canvasIn(state: StreamState, id: string): Canvas | undefined {
  const record = state.records.get(id);
  return record?.kind === "canvas" ? record : undefined;
}

/** What a card says. */
export function cardSaid(card: Card, state: StreamState, w: Words): string | null {
  const canvas = canvasIn(state, card.canvas);
  return (canvas ? cardText(canvas.template, card, languageOf(w)) : card.text) || null;
}

/** The score that an event gave in the open. */
export function scoreIn({ changes, revealed }: Event): Score | null {
  if (revealed) return null;
  const put = changes.find((change) => change.do === "put" && change.record.kind === "score");
  return put?.do === "put" && put.record.kind === "score" ? put.record : null;
}

/** "Kim gave a 4 to “Trust”"; null where the event gave nothing, nor took it back. */
export function scoreSaid(event: Event, state: StreamState, who: string, w: Words): string | null {
  const score = scoreIn(event);
  if (!score) {
    const back = event.changes.some((change) => change.do === "remove" && change.id.startsWith("score."));
    return back && !event.revealed ? w.tookScoreBack(who) : null;
  }
  const value = { score: String(score.value), smiley: faceOf(score, w), checkbox: tickOf(score, w) }[
    score.scale ?? "score"
  ];
  const what = givenTo(score, state, w);
  return score.group ? w.groupGave(who, value, what) : w.gaveScore(who, value, what);
}

const faceOf = ({ value }: Score, w: Words): string => [w.sadFace, w.neutralFace, w.happyFace][value - 1] ?? "";
const tickOf = ({ value }: Score, w: Words): string =>
  value === TICKED ? w.tickDone : value === TICKED - 1 ? w.tickNotNeeded : w.tickNotDone;

/** The card that it was given to, else the zone by its name. */
function givenTo({ item, zone, canvas: id }: Score, state: StreamState, w: Words): string {
  const card = item ? state.records.get(item) : undefined;
  if (card?.kind === "card") return cardSaid(card, state, w) ?? w.something;
  const zones = canvasIn(state, id)?.template.zones ?? [];
  // A zone that repeats is called by the template's with its row and column behind a point.
  const found = zones.find((each) => each.id === zone) ?? zones.find((each) => zone.startsWith(`${each.id}.`));
  return found?.label[languageOf(w)] ?? w.something;
}

/** What a note was marked as. */
export function toneSaid(id: string, tone: string, state: StreamState, who: string, w: Words): string {
  const note = state.records.get(id);
  const canvas = note?.kind === "sticky" ? canvasIn(state, note.canvas) : undefined;
  const label = canvas?.template.tones?.find((each) => each.id === tone)?.label[languageOf(w)];
  return label ? w.markedNote(who, label) : w.unmarkedNote(who);
}
