// The bar of a private step: that nobody else sees what I make, how far the others are, and that I am ready.

import { isItem } from "../../../core/state";
import { words } from "../../../words";
import { Icon } from "../../icons";
import type { Live } from "../live";
import { useRoom } from "../room";
import { countsSaid } from "./counts";
import { ReadyButton } from "./ready";

/** Whether I have made something in this step, as the server counts it. */
function haveWritten(live: Live, step: string): boolean {
  live.items.value;
  live.led.found.value;
  for (const record of live.session.records()) {
    if (live.session.streamOf(record.id) !== live.led.ownStream) continue;
    if (record.kind === "score" && record.step === step) return true;
    if (isItem(record) && record.step === step && record.deleted == null) return true;
  }
  return false;
}

/** The counts of the step under way as a sentence; null while there are none. */
export function useCounts(): string | null {
  const { live } = useRoom();
  const { led } = live;
  const step = led.step.value;
  const tally = led.tally.value;
  if (!step || tally?.step !== step.id) return null;
  const mine = { written: haveWritten(live, step.id), ready: led.ready.value };
  return countsSaid(tally, mine, step.mode, step.anonymous ?? false, words.value);
}

export function PrivateBar() {
  const w = words.value;
  const { live } = useRoom();
  const { led } = live;
  const step = led.step.value;
  const counts = useCounts();
  if (!step || !led.private.value) return null;
  const takesPart = led.role.value !== "observer";
  return (
    <section class="private-bar" aria-label={w.privateBar}>
      <Icon name="hidden" />
      <p class="private-words">
        {takesPart && (
          <>
            <strong class="private-long">{step.mode === "score" ? w.onlyYouScores : w.onlyYouDrafts} </strong>
            <strong class="private-short">{w.onlyYouShort} </strong>
          </>
        )}
        {step.anonymous && <span>{w.namelessDrafts} </span>}
        {counts && <span class="private-counts">{counts}</span>}
      </p>
      <ReadyButton main />
    </section>
  );
}
