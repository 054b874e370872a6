// A mean and its spread as a line with a mark for each organisation and an arrow for the group; the numbers beside it.

import { MARKS } from "../../../canvas/marks";
import type { Split, Spread } from "../../../core/spread";
import { words } from "../../../words";
import { OrganisationMark } from "../../mark";
import { NO_ORGANISATION, organisationColours } from "../../organisation-colours";
import { language } from "../../settings";
import { useRoom } from "../room";

const WIDTH = 260;
const SIDE = 10;
const LINE = 26;
const HEIGHT = 44;
const MARK = 13;

/** "3,4 ± 0,8" */
export function spreadSaid({ n, mean, spread }: Spread, digits = 1): string {
  const number = new Intl.NumberFormat(language.value, { maximumFractionDigits: digits });
  return n > 1 ? `${number.format(mean)} ± ${number.format(spread)}` : number.format(mean);
}

interface SpreadLineProps {
  split: Split;
  from: number;
  to: number;
  low: string;
  high: string;
  digits?: number;
}

/** From left to right goes from `from` to `to`. */
export function SpreadLine({ split, from, to, low, high, digits }: SpreadLineProps) {
  const { live } = useRoom();
  const at = (value: number) => SIDE + ((value - from) / (to - from)) * (WIDTH - 2 * SIDE);
  const within = (x: number) => Math.min(WIDTH - SIDE, Math.max(SIDE, x));
  const { mean, spread } = split.all;
  const [one, other] = [within(at(mean - spread)), within(at(mean + spread))];
  const marks = raised(split.by.map((each) => ({ ...each, x: within(at(each.mean)) })));
  return (
    <div class="mean">
      <svg class="mean-line" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <rect class="mean-band" x={Math.min(one, other)} y={LINE - 7} width={Math.abs(other - one)} height="14" />
        <path
          class="mean-axis"
          d={`M${SIDE} ${LINE}H${WIDTH - SIDE}M${SIDE} ${LINE - 6}v12M${WIDTH - SIDE} ${LINE - 6}v12`}
        />
        <path class="mean-arrow" d={`M${within(at(mean))} ${HEIGHT - 1}v-12m-4.5 5 4.5 -5 4.5 5`} />
        {marks.map(({ organisation, x, up }) => {
          const found = organisation === null ? undefined : live.organisations.value.get(organisation);
          return (
            <path
              key={organisation ?? ""}
              d={MARKS[found ? found.mark % MARKS.length : 0]}
              fill={found ? organisationColours(found.mark).colour : NO_ORGANISATION}
              fill-rule="evenodd"
              transform={`translate(${x - MARK / 2} ${LINE - MARK / 2 - up * (MARK - 2)}) scale(${MARK / 16})`}
            />
          );
        })}
      </svg>
      <p class="mean-ends help" aria-hidden="true">
        <span>{low}</span>
        <span>{high}</span>
      </p>
      <Numbers split={split} {...(digits === undefined ? {} : { digits })} />
    </div>
  );
}

/** Marks that would lie on each other stand one above the other. */
function raised<T extends { x: number }>(marks: readonly T[]): (T & { up: number })[] {
  const placed: (T & { up: number })[] = [];
  for (const mark of [...marks].sort((a, b) => a.x - b.x)) {
    const near = placed.filter(({ x }) => Math.abs(x - mark.x) < MARK);
    let up = 0;
    while (near.some((other) => other.up === up)) up += 1;
    placed.push({ ...mark, up });
  }
  return placed;
}

function Numbers({ split, digits }: { split: Split; digits?: number }) {
  const w = words.value;
  const { live } = useRoom();
  return (
    <ul class="mean-numbers">
      <li>
        <strong>{w.theGroup}</strong> <span>{spreadSaid(split.all, digits)}</span> <span>{w.people(split.all.n)}</span>
      </li>
      {split.by.map(({ organisation, ...spread }) => {
        const found = organisation === null ? undefined : live.organisations.value.get(organisation);
        return (
          <li key={organisation ?? ""}>
            <OrganisationMark organisation={found} size={12} />
            <span class="mean-who">{found?.name ?? w.noOrganisation}</span>
            <span>{spreadSaid(spread, digits)}</span>
            <span>{w.people(spread.n)}</span>
          </li>
        );
      })}
    </ul>
  );
}
