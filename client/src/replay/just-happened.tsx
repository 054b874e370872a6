// What just happened at this moment of the replay, in words; choosing one goes there.

import { Digits } from "../app/digits";
import { OrganisationMark } from "../app/mark";
import type { Organisation } from "../generated/protocol";
import { words } from "../words";
import { momentOf } from "./moments";
import type { Player } from "./player";
import type { ReplayScreen } from "./screen";
import { clock } from "./timeline";

/** As many moments as the list has room for. */
const IN_SIGHT = 10;
/** Letters typed one after another are one moment: those of one person in one item within this time. */
const SAME_MS = 10_000;

export function organisationOf(player: Player, person: string): Organisation | undefined {
  const record = player.state.records.get(person);
  const organisation = record?.kind === "person" && record.organisation;
  const found = organisation ? player.state.records.get(organisation) : undefined;
  return found?.kind === "organisation" ? found : undefined;
}

/** The last moments before now, oldest first; writing on in one note counts once. */
export function lastMoments(player: Player, screen: ReplayScreen, most: number) {
  const w = words.value;
  const { events } = player.history;
  const moments: ReturnType<typeof momentOf>[] = [];
  for (let index = player.count.value - 1; index >= 0 && moments.length < most; index--) {
    const event = events[index];
    // What came before the session is part of what there is, and no moment of it.
    if (!event || event.at < player.history.start) break;
    const moment = momentOf(event, index, player.state, w, screen.zoneNames);
    const later = moments.at(-1);
    const same = later && later.who === moment.who && later.item === moment.item && later.at - moment.at < SAME_MS;
    if (same && later.sentence === moment.sentence) continue;
    if (same && later.deed === "wrote" && moment.deed === "made a note") {
      // Making a note and writing it is one deed, done when it was written.
      moments[moments.length - 1] = { ...moment, index: later.index, at: later.at };
      continue;
    }
    moments.push(moment);
  }
  return moments.reverse();
}

export function JustHappened({ player, screen }: { player: Player; screen: ReplayScreen }) {
  const w = words.value;
  const { start } = player.history;
  const moments = lastMoments(player, screen, IN_SIGHT);
  const go = (moment: (typeof moments)[number]) => {
    player.pause();
    player.seek(moment.at - start);
    if (moment.canvas) screen.canvas.value = moment.canvas;
    if (moment.item) screen.view.peek()?.select([moment.item]);
  };
  return (
    <aside class="just-happened" aria-label={w.justHappened}>
      <h2 class="label">{w.justHappened}</h2>
      {moments.length === 0 && <p class="help">{w.nothingHappenedYet}</p>}
      <ol>
        {moments.map((moment) => (
          <li key={moment.index}>
            <button type="button" class="moment" onClick={() => go(moment)}>
              <OrganisationMark organisation={organisationOf(player, moment.who)} size={12} />
              <span class="moment-text">
                {moment.sentence}
                {moment.about && <span class="moment-about">{moment.about}</span>}
              </span>
              <span class="help">
                <Digits text={clock(moment.at - start)} />
              </span>
            </button>
          </li>
        ))}
      </ol>
    </aside>
  );
}
