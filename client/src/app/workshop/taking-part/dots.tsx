// My dots on one item: one more, one less; and dots as they are drawn everywhere.

import { dotsLeft } from "../../../core/voting";
import type { Item } from "../../../generated/protocol";
import { words } from "../../../words";
import { IconButton } from "../../controls";
import { useRoom } from "../room";
import { voteOn } from "./vote";

/** Filled dots, and open ones for those that are still to be placed. */
export function DotRow({ filled, open = 0 }: { filled: number; open?: number }) {
  return (
    <span class="dot-row" aria-hidden="true">
      {Array.from({ length: filled }, (_, index) => (
        <span key={`filled-${index}`} class="vote-dot filled" />
      ))}
      {Array.from({ length: open }, (_, index) => (
        <span key={`open-${index}`} class="vote-dot" />
      ))}
    </span>
  );
}

/** Nothing where I cannot put dots on this item now. `about`: what the item says, where several have such buttons. */
export function DotStepper({ item, about }: { item: Item; about?: string }) {
  const w = words.value;
  const room = useRoom();
  const { live, board } = room;
  const on = voteOn(room, item);
  if (!on) return null;
  const put = (dots: number) => {
    live.session.propose({ type: "vote.cast", round: on.round, item: item.id, dots });
    const round = live.led.round.peek();
    // The session has laid it over the records already.
    if (round) board.say(w.dotsPut(dots, dotsLeft(round, live.led.dots.peek())));
  };
  return (
    <fieldset class="dot-stepper">
      <legend class="unseen">{about ? w.dotsOn(about) : w.yourDots}</legend>
      <IconButton
        icon="minus"
        name={w.dotLess}
        {...(about ? { about } : {})}
        disabled={on.mine === 0}
        onClick={() => put(on.mine - 1)}
      />
      <span class="dot-count figures" role="img" aria-label={w.dotsMine(on.mine)}>
        {on.mine}
      </span>
      <IconButton
        icon="plus"
        name={w.dotMore}
        {...(about ? { about } : {})}
        disabled={on.mine >= on.most}
        onClick={() => put(on.mine + 1)}
      />
    </fieldset>
  );
}
