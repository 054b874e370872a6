// The vote under way: how many dots I have left, and what it is about.

import { dotsLeft } from "../../../core/voting";
import type { Round } from "../../../generated/protocol";
import { words } from "../../../words";
import { language } from "../../settings";
import { useRoom } from "../room";
import { DotRow } from "./dots";
import { aboutOf } from "./vote";

export function VoteBar() {
  const round = useRoom().live.led.round.value;
  return round ? <OpenVote round={round} /> : null;
}

function OpenVote({ round }: { round: Round }) {
  const w = words.value;
  const { live } = useRoom();
  const { led } = live;
  const about = aboutOf(live, round);
  const left = dotsLeft(round, led.dots.value);
  const votes = led.may("vote.cast", "own");
  const elsewhere = live.canvas.value?.id !== round.canvas;
  const canvas = live.canvases.value.find(({ id }) => id === round.canvas)?.template.title[language.value];
  return (
    <section class="vote-bar" aria-label={w.vote}>
      {votes && <DotRow filled={round.dots - left} open={left} />}
      <p class="vote-words">
        <strong>{votes ? w.dotsLeft(left) : w.voteGoesOn}</strong> <span>{about.join(" · ")}</span>
      </p>
      {elsewhere && canvas && (
        <button type="button" class="button" onClick={() => live.showCanvas(round.canvas)}>
          {w.goTo(canvas)}
        </button>
      )}
    </section>
  );
}
