// Scores, smileys and ticks beside the canvas and in the list: the same as on it, mine alone until they are shown.

import { useId } from "preact/hooks";
import { outcomeSaid, rowName, valueSaid, wordsOn } from "../../../canvas/scale-words";
import { mayGive, standsIn } from "../../../core/giver";
import { type Row, type Subject, TICKED } from "../../../core/giving";
import type { Item, Zone } from "../../../generated/protocol";
import { words } from "../../../words";
import { GIVING_WORDS } from "../../../words/giving";
import { IconButton } from "../../controls";
import { language } from "../../settings";
import { useRoom } from "../room";
import { type GiverHere, give, nameIn, useGiver } from "./giver";
import { Choice, Grades } from "./grades";

interface SubjectProps {
  giver: GiverHere;
  subject: Subject;
}

/** What I give to one zone or card, and what came of it. */
export function Given({ giver, subject }: SubjectProps) {
  const name = nameIn(giver, subject);
  return (
    <>
      {subject.rows.map((row) => (
        <div key={row.aspect} class="given-row">
          {row.name && <span class="given-aspect">{row.name[language.value]}</span>}
          <Scale giver={giver} subject={subject} row={row} name={name} />
          <Outcome giver={giver} row={row} />
        </div>
      ))}
    </>
  );
}

function Scale({ giver, subject, row, name }: SubjectProps & { row: Row; name: string }) {
  const room = useRoom();
  const w = wordsOn(giver.canvas, language.value);
  const { value, group } = standsIn(giver, subject, row);
  if (!mayGive(giver, subject)) {
    if (value === null) return null;
    const said = valueSaid(row.scale, value, w, subject.oneOf !== null);
    return <p class="help">{group ? w.groupHolds(said) : `${w.mine}: ${said}`}</p>;
  }
  const put = (next: number | null) => give(room, giver, subject, row, next);
  const legend = rowName(row, name, w, language.value);
  const { low, high } = giver.canvas.template.scoring ?? {};
  const ends = low && high ? ([low[language.value], high[language.value]] as const) : undefined;
  if (subject.oneOf !== null) {
    return (
      <label class="tick-one">
        <input
          type="checkbox"
          checked={value === TICKED}
          onChange={(event) => put(event.currentTarget.checked ? TICKED : null)}
        />
        <span>
          {w.thisOne}
          <span class="unseen">: {name}</span>
        </span>
      </label>
    );
  }
  return (
    <div class={`zone-score ${group ? "for-group" : ""}`}>
      {row.scale === "score" ? (
        <Grades legend={legend} value={value} ends={ends} onChoose={put} />
      ) : (
        <Choice scale={row.scale} words={w} legend={legend} value={value} onChoose={put} />
      )}
      {value !== null && (
        <IconButton icon="close" name={words.value.scoreBack} about={name} onClick={() => put(null)} />
      )}
    </div>
  );
}

function Outcome({ giver, row }: { giver: GiverHere; row: Row }) {
  if (giver.how === "own") return null;
  const said = outcomeSaid(row, giver.givens, GIVING_WORDS[language.value], language.value);
  return said && <p class="help">{said}</p>;
}

/** In the list: of a zone as a whole. */
export function ZoneGiven({ zone }: { zone: Pick<Zone, "id"> }) {
  return <GivenByKey subject={`zone:${zone.id}`} />;
}

/** In the list: of a card. */
export function ItemGiven({ item }: { item: Item }) {
  return item.kind === "card" ? <GivenByKey subject={item.id} /> : null;
}

function GivenByKey({ subject: key }: { subject: string }) {
  const giver = useGiver();
  const subject = giver?.subjects.find((each) => each.key === key);
  return giver && subject ? <Given giver={giver} subject={subject} /> : null;
}

// --- all of a canvas ---

/** Subjects by the zone of the template that they belong to; those of which one is chosen, by their row. */
function sectionsOf(giver: GiverHere): { title: string; subjects: Subject[] }[] {
  const sections = new Map<string, { title: string; subjects: Subject[] }>();
  for (const subject of giver.subjects) {
    const key = subject.oneOf ?? (subject.card ? subject.zone : "");
    const zone = giver.layout.zones.find(({ id, of }) => id === subject.zone || of === subject.zone);
    const title = subject.oneOf || !subject.card ? "" : (zone?.label[language.value] ?? "");
    const section = sections.get(key) ?? { title, subjects: [] };
    section.subjects.push(subject);
    sections.set(key, section);
  }
  return [...sections.values()];
}

/** Beside the canvas, or on a phone instead of it. */
export function Scores() {
  const w = words.value;
  const { live } = useRoom();
  const giver = useGiver();
  const step = live.led.step.value;
  if (giver && step?.canvas && step.canvas !== giver.canvas.id && step.mode === "score") {
    const { canvas } = step;
    const title = live.canvases.value.find(({ id }) => id === canvas)?.template.title[language.value];
    return (
      <button type="button" class="button" onClick={() => live.showCanvas(canvas)}>
        {w.goTo(title ?? "")}
      </button>
    );
  }
  if (!giver) return <p class="help">{w.loading}</p>;
  if (giver.how === null) return <p class="help">{w.scoreNotNow}</p>;
  const { low, high } = giver.canvas.template.scoring ?? {};
  return (
    <>
      <p class="help" role="status">
        {leftIn(giver)}
      </p>
      {low && high && (
        <p class="help">
          1 {low[language.value]} · 5 {high[language.value]}
        </p>
      )}
      {sectionsOf(giver).map(({ title, subjects }) =>
        subjects[0]?.oneOf ? (
          <OneOfRow key={subjects[0].key} giver={giver} subjects={subjects} />
        ) : (
          <section key={subjects[0]?.key}>
            {title && <h3 class="given-zone">{title}</h3>}
            <ul class="score-list">
              {subjects.map((subject) => (
                <li key={subject.key}>
                  {subject.card ? <p>{nameIn(giver, subject)}</p> : <h3>{nameIn(giver, subject)}</h3>}
                  <Given giver={giver} subject={subject} />
                </li>
              ))}
            </ul>
          </section>
        ),
      )}
    </>
  );
}

/** How much has nothing yet; of a row of cards one is enough. */
function leftIn(giver: GiverHere): string {
  const w = words.value;
  const empty = new Set<string>();
  const given = new Set<string>();
  for (const subject of giver.subjects) {
    for (const row of subject.rows) {
      const key = subject.oneOf ?? `${subject.key} ${row.aspect}`;
      const { value } = standsIn(giver, subject, row);
      (value === null ? empty : given).add(key);
    }
  }
  const left = [...empty].filter((key) => !given.has(key)).length;
  return left === 0 ? w.scoredAll : w.scoresLeft(left);
}

/** Of the cards of one row a person chooses one. */
function OneOfRow({ giver, subjects }: { giver: GiverHere; subjects: readonly Subject[] }) {
  const w = GIVING_WORDS[language.value];
  const room = useRoom();
  const group = useId();
  return (
    <fieldset class="choose-one">
      <legend class="label">{w.fitsBest}</legend>
      {subjects.map((subject) => {
        const [row] = subject.rows;
        return (
          row && (
            <label key={subject.key} class="choose-one-row">
              <input
                type="radio"
                name={group}
                checked={standsIn(giver, subject, row).value === TICKED}
                onChange={() => give(room, giver, subject, row, TICKED)}
              />
              <span>{nameIn(giver, subject)}</span>
            </label>
          )
        );
      })}
    </fieldset>
  );
}
