// Predictions of what is asked for while a session is led: what its author wants to see at once. What the server's clock
// or others' streams decide (entering a step, the clock, a reveal, closing a vote) is not guessed.

import type { Agreement, Change, Group, Intent, Person, Score, SetScore, Step, Workshop } from "../generated/protocol";
import type { Outlook } from "./predict";
import type { Making } from "./state";

type ItemOrFrame =
  | `item.${"create" | "move" | "resize" | "order" | "delete" | "restore" | "lock"}`
  | "text.edit"
  | "sticky.tone"
  | "connector.set"
  | "undo"
  | "redo"
  | `canvas.${string}`
  | `organisation.${string}`
  | `workshop.${string}`
  | `invite.${string}`;
export type LedIntent = Exclude<Intent, { type: ItemOrFrame }>;

export const memoId = (step: string) => `memo.${step}`;
export const readyId = (step: string) => `ready.${step}`;
export const checkId = (step: string, person: string) => `check.${step}.${person}`;
/** What is given: to which zone, or to which card in it, on which scale, for which aspect or entry. */
export interface Thing {
  readonly canvas: string;
  readonly zone: string;
  readonly scale?: Score["scale"];
  readonly item?: string | null;
  readonly aspect?: string;
}

/** A score in a private step, in its author's own stream. */
export function scoreId(step: string, { canvas, zone, scale = "score", item, aspect = "" }: Thing): string {
  const plain = `score.${step}.${canvas}.${zone}`;
  return scale === "score" && !item && !aspect ? plain : `${plain}:${scale}:${item ?? ""}:${aspect}`;
}

/** A score in the open; null: what the group holds. */
export const openScoreId = (person: string | null, thing: Thing) => scoreId(person ?? ":group", thing);

export const dotsId = (round: string, item: string) => `dots.${round}.${item}`;

const put = (record: Extract<Making, { do: "put" }>["record"]): Making[] => [{ do: "put", record }];

const gone = (id: string, outlook: Outlook): Change[] => (outlook.get(id) ? [{ do: "remove", id }] : []);

/** What names a step is given in that step, in private; all else in the open. */
const ownScoreId = (intent: SetScore, me: string, canvas: string) =>
  intent.step == null ? openScoreId(me, { ...intent, canvas }) : scoreId(intent.step, { ...intent, canvas });

export function predictLed(intent: LedIntent, outlook: Outlook): Change[] {
  const { me } = outlook;
  const found = <K extends string>(id: string, kind: K) => {
    const record = outlook.get(id);
    return record?.kind === kind ? (record as Extract<typeof record, { kind: K }>) : undefined;
  };
  const workshop = (set: Partial<Workshop> | { paused: null } | { spotlight: null }): Making[] =>
    outlook.get("workshop") ? [{ do: "patch", id: "workshop", set }] : [];
  switch (intent.type) {
    case "ready.set":
      return put({ kind: "ready", id: readyId(intent.step), step: intent.step, ready: intent.ready });
    case "vote.cast": {
      const { round, item, dots } = intent;
      return put({ kind: "dots", id: dotsId(round, item), round, item, count: dots });
    }
    case "score.set": {
      const { type: _, step, canvas, value, ...thing } = intent;
      if (canvas == null) return [];
      const id = ownScoreId(intent, me, canvas);
      const given = { ...found(id, "score"), id, ...thing, canvas, author: me, ...(step == null ? {} : { step }) };
      return value == null ? gone(id, outlook) : put({ kind: "score", ...given, value });
    }
    case "score.group": {
      const { type: _, value, ...thing } = intent;
      const id = openScoreId(null, thing);
      return value == null ? gone(id, outlook) : put({ kind: "score", id, ...thing, value, group: true, author: me });
    }
    case "memo.open":
      return outlook.get(memoId(intent.step)) ? [] : put({ kind: "memo", id: memoId(intent.step), step: intent.step });
    case "group.set": {
      const { type: _, ...group } = intent;
      return put({ kind: "group", ...group } as Group);
    }
    case "agreement.set": {
      const { type: _, ...asked } = intent;
      const before = found(intent.id, "agreement");
      const same = before && before.text === asked.text && before.what === asked.what;
      const said = same && before.consents ? { consents: before.consents } : {};
      return put({
        kind: "agreement",
        author: before?.author ?? me,
        at: before?.at ?? 0,
        ...asked,
        ...said,
      } as Agreement);
    }
    case "agreement.delete": {
      const before = found(intent.id, "agreement");
      return before ? put({ ...before, deleted: me }) : [];
    }
    case "agreement.consent": {
      const before = found(intent.id, "agreement");
      if (!before) return [];
      const { organisation, how } = intent;
      const others = (before.consents ?? []).filter((each) => each.organisation !== organisation);
      return put({ ...before, consents: [...others, { organisation, how, by: me, at: 0 }] });
    }
    case "person.set": {
      const { name, organisation } = intent;
      const set: Partial<Person> = { ...(name ? { name } : {}), ...(organisation ? { organisation } : {}) };
      return found(intent.id, "person") && Object.keys(set).length > 0 ? [{ do: "patch", id: intent.id, set }] : [];
    }
    case "step.set": {
      const before = found(intent.id, "step");
      return before ? put({ ...before, ...intent.plan } as Step) : [];
    }
    case "step.skip":
      return found(intent.id, "step") ? [{ do: "patch", id: intent.id, set: { skipped: intent.skipped } }] : [];
    case "step.remove":
      return found(intent.id, "step") ? [{ do: "patch", id: intent.id, set: { removed: true } }] : [];
    case "pause.set":
      return workshop({ paused: intent.word ?? null } as { paused: null });
    case "spotlight.set":
      return workshop({ spotlight: intent.spotlight ?? null } as { spotlight: null });
    case "waiting.set":
      return workshop({ waiting: intent.on });
    default:
      return [];
  }
}

/** The ids of all records that the intent may be predicted to change. */
export function touchedLed(intent: LedIntent, me: string): readonly string[] {
  switch (intent.type) {
    case "ready.set":
      return [readyId(intent.step)];
    case "vote.cast":
      return [dotsId(intent.round, intent.item)];
    case "score.set":
      return intent.canvas ? [ownScoreId(intent, me, intent.canvas)] : [];
    case "score.group":
      return [openScoreId(null, intent)];
    case "memo.open":
      return [memoId(intent.step)];
    case "pause.set":
    case "spotlight.set":
    case "waiting.set":
      return ["workshop"];
    case "group.set":
    case "agreement.set":
    case "agreement.delete":
    case "agreement.consent":
    case "person.set":
    case "step.set":
    case "step.skip":
    case "step.remove":
      return [intent.id];
    default:
      return [];
  }
}
