// What came of scores, private placing and votes on the canvas on screen; for everyone to read.

import { resultsOf } from "../../../canvas/results";
import { outcomeSaid, valueSaid, wordsOn } from "../../../canvas/scale-words";
import type { Sheet } from "../../../canvas/types";
import { HIGHEST, type Row } from "../../../core/giving";
import { splitOf } from "../../../core/spread";
import { isItem } from "../../../core/state";
import type { Canvas, Round } from "../../../generated/protocol";
import { words } from "../../../words";
import { OrganisationMark } from "../../mark";
import { language } from "../../settings";
import { itemText } from "../item-words";
import type { Live } from "../live";
import { useRoom } from "../room";
import { DotRow } from "./dots";
import { type GiverHere, nameIn, useGiver } from "./giver";
import { type Belonging, measuresOf, type PlacedToken, placed } from "./outcomes";
import { SpreadLine } from "./spread-line";
import { saidIn } from "./step-words";
import { aboutOf } from "./vote";

const belongingIn = (live: Live): Belonging => ({
  organisationOf: (person) => live.people.value.get(person)?.organisation ?? null,
  order: [...live.organisations.value.keys()],
});

/** Whether there is anything to read on this canvas. */
export function hasResults(live: Live, canvas: string): boolean {
  const { placements, rounds } = live.led.found.value;
  const here = (each: { canvas: string }) => each.canvas === canvas;
  return (
    placements.some(here) || shownScores(live).some(here) || rounds.some((each) => here(each) && each.ended != null)
  );
}

const shownScores = ({ led, session }: Live) =>
  led.found.value.scores.filter(({ id }) => session.streamOf(id) === "shared");

export function Results() {
  const w = words.value;
  const { live, board } = useRoom();
  const canvas = live.canvas.value;
  const come = board.sheet.value;
  if (!canvas) return null;
  return (
    <>
      <p class="help">{canvas.template.title[language.value]}</p>
      {!hasResults(live, canvas.id) && <p>{w.resultsNone}</p>}
      <Votes canvas={canvas} />
      {come?.canvas === canvas.id && <Placed canvas={canvas} sheet={come.sheet} />}
      <Scored />
    </>
  );
}

function useTitle(): (step: string) => string {
  const { led } = useRoom().live;
  const steps = led.agenda.value;
  return (id) => {
    const step = steps.find((each) => each.id === id);
    return step ? saidIn(step.title, language.value) : words.value.formerStep;
  };
}

// --- votes ---

function Votes({ canvas }: { canvas: Canvas }) {
  const { live } = useRoom();
  const rounds = live.led.found.value.rounds.filter((each) => each.canvas === canvas.id && each.ended != null);
  return (
    <>
      {rounds.toReversed().map((round) => (
        <Ranking key={round.id} round={round} />
      ))}
    </>
  );
}

function Ranking({ round }: { round: Round }) {
  const w = words.value;
  const { live } = useRoom();
  live.items.value;
  const about = aboutOf(live, round);
  const { organisationOf } = belongingIn(live);
  const results = resultsOf(round, (item) => isItem(live.session.get(item)), organisationOf);
  const ranked = [...results].sort(([, a], [, b]) => a.rank - b.rank);
  const most = ranked[0]?.[1].dots ?? 1;
  return (
    <section class="outcome">
      <h3>{w.voteResult}</h3>
      <p class="help">
        {about[0]} · {w.voters(round.voters ?? 0)}
        {round.anonymous ? ` · ${w.voteNameless}` : ""}
      </p>
      {ranked.length === 0 && <p>{w.voteNoDots}</p>}
      <ol class="ranking">
        {ranked.map(([item, { dots, rank, split }]) => {
          const record = live.session.get(item);
          if (!isItem(record)) return null;
          return (
            <li key={item} value={rank}>
              <span class="ranking-place figures" aria-hidden="true">
                {rank}
              </span>
              <div>
                <p class="ranking-text">
                  {itemText(live, record)}
                  {record.deleted != null && <span class="help"> ({w.deletedSince})</span>}
                </p>
                <p class="ranking-dots">
                  {dots <= 8 ? (
                    <DotRow filled={dots} />
                  ) : (
                    <span class="bar" style={{ width: `${(dots / most) * 6}rem` }} />
                  )}
                  <span class="figures">{w.dots(dots)}</span>
                </p>
                {split.length > 0 && (
                  <ul class="ranking-split figures">
                    {split.map((part) => {
                      const found =
                        part.organisation === null ? undefined : live.organisations.value.get(part.organisation);
                      return (
                        <li key={part.organisation ?? ""}>
                          <OrganisationMark organisation={found} size={12} />
                          <span class="unseen">{found?.name ?? w.noOrganisation}: </span>
                          {part.dots}
                        </li>
                      );
                    })}
                  </ul>
                )}
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

// --- placing ---

function Placed({ canvas, sheet }: { canvas: Canvas; sheet: Sheet }) {
  const w = words.value;
  const { live } = useRoom();
  const title = useTitle();
  const { placements } = live.led.found.value;
  const steps = placed(placements, canvas, sheet.layout, live.led.agenda.value, belongingIn(live));
  return (
    <>
      {steps.map(({ step, tokens }) => (
        <section key={step} class="outcome">
          <h3>{title(step)}</h3>
          <p class="help">{w.meanSpread}</p>
          {tokens.map((token) => (
            <Token key={token.key} token={token} canvas={canvas} sheet={sheet} />
          ))}
        </section>
      ))}
    </>
  );
}

function Token({ token, canvas, sheet }: { token: PlacedToken; canvas: Canvas; sheet: Sheet }) {
  const w = words.value;
  const { live } = useRoom();
  const measures = measuresOf(canvas, sheet.layout, language.value, {
    ...{ distance: w.measureDistance, centre: w.measureCentre, edge: w.measureEdge },
    ...{ little: w.measureLittle, much: w.measureMuch },
  });
  const organisation = token.organisation === null ? undefined : live.organisations.value.get(token.organisation);
  const named = (zone: string | null) =>
    sheet.layout.zones.find(({ id }) => id === zone)?.label[language.value] ?? w.besideZones;
  const card = token.card === null ? undefined : live.session.get(token.card);
  const which = canvas.template.tokens?.find(({ id }) => id === token.which)?.label[language.value];
  const heading = card?.kind === "card" ? itemText(live, card) : which;
  return (
    <div class="outcome-token">
      {organisation && (
        <h4>
          <OrganisationMark organisation={organisation} /> {organisation.name}
        </h4>
      )}
      {heading && <h4>{heading}</h4>}
      <p class="figures">{token.zones.map(({ zone, n }) => `${named(zone)}\u00a0${n}`).join(" · ")}</p>
      {measures.map(({ id, label, low, high, reversed }) => {
        const split = token.measures.find(({ measure }) => measure === id)?.split;
        if (!split) return null;
        const [from, to] = reversed ? [100, 0] : [0, 100];
        return (
          <div key={id}>
            <p class="label">{label}</p>
            <SpreadLine
              split={split}
              from={from}
              to={to}
              low={reversed ? high : low}
              high={reversed ? low : high}
              digits={0}
            />
          </div>
        );
      })}
    </div>
  );
}

// --- scores ---

/** What counts of what was given, whenever it was: as the report says it. */
function Scored() {
  const w = words.value;
  const giver = useGiver();
  if (!giver || giver.how === "own") return null;
  const told = giver.subjects.filter(({ rows }) =>
    rows.some((row) => giver.givens.counting(row).length > 0 || giver.givens.group(row) !== null),
  );
  if (told.length === 0) return null;
  return (
    <section class="outcome">
      <h3>{w.scoresGiven}</h3>
      {told.some(({ scale }) => scale === "score") && <p class="help">{w.meanSpread}</p>}
      {told.map((subject) => (
        <div key={subject.key}>
          <p class="label">{nameIn(giver, subject)}</p>
          {subject.rows.map((row) => (
            <ScoredRow key={row.aspect} giver={giver} row={row} />
          ))}
        </div>
      ))}
    </section>
  );
}

function ScoredRow({ giver, row }: { giver: GiverHere; row: Row }) {
  const { live } = useRoom();
  const said = wordsOn(giver.canvas, language.value);
  const { organisationOf, order } = belongingIn(live);
  const group = giver.givens.group(row);
  const counting = giver.givens.counting(row).map(({ value, author }) => ({ value, author: author ?? null }));
  const split = splitOf(counting, organisationOf, order);
  const { low, high } = giver.canvas.template.scoring ?? {};
  return (
    <>
      {row.name && <p class="help">{row.name[language.value]}</p>}
      {split && row.scale === "score" && (
        <SpreadLine
          split={split}
          from={1}
          to={HIGHEST.score}
          low={low ? `1 ${low[language.value]}` : "1"}
          high={high ? `5 ${high[language.value]}` : "5"}
        />
      )}
      {split && row.scale !== "score" && <p>{outcomeSaid(row, giver.givens, said, language.value)}</p>}
      {group !== null && <p>{said.groupHolds(valueSaid(row.scale, group, said))}</p>}
    </>
  );
}
