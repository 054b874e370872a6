// The workshop's links, for its facilitators: hand them out, and renew one that got into the wrong hands.

import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Links, Role } from "../../../generated/protocol";
import { words } from "../../../words";
import { getLinks, sentenceFor } from "../../api";
import { Fault } from "../../controls";
import { Invitation, LinkRows } from "../../links";
import { useRoom } from "../room";

export function Share() {
  const w = words.value;
  const { live } = useRoom();
  const links = useSignal<Links | null>(null);
  const fault = useSignal<unknown>(null);
  // Changes once a renewal is saved, also one by another facilitator: never before the server has the new link.
  const renewals = JSON.stringify(live.workshop.value?.generations ?? null);
  useEffect(() => {
    let latest = true;
    getLinks(live.id).then(
      (got) => {
        if (!latest) return;
        links.value = got;
        fault.value = null;
      },
      (error: unknown) => {
        if (latest) fault.value = error;
      },
    );
    return () => {
      latest = false;
    };
  }, [live.id, renewals]);
  if (fault.value !== null) return <Fault>{sentenceFor(fault.value)}</Fault>;
  if (!links.value) return <p class="help">{w.loading}</p>;
  return (
    <>
      <Invitation links={links.value} />
      <LinkRows links={links.value} under={(role, label) => <Renew role={role} label={label} />} />
    </>
  );
}

function Renew({ role, label }: { role: Role; label: string }) {
  const w = words.value;
  const { live, board } = useRoom();
  const asking = useSignal(false);
  const root = useRef<HTMLDivElement>(null);
  /** The button pressed makes way for another: the focus goes along. */
  const show = (ask: boolean) => {
    asking.value = ask;
    requestAnimationFrame(() => root.current?.querySelector<HTMLElement>("button")?.focus());
  };
  const renew = () => {
    live.session.propose({ type: "invite.renew", role });
    show(false);
  };
  const generation = live.workshop.value?.generations?.[role] ?? 0;
  const before = useRef(generation);
  useEffect(() => {
    if (before.current !== generation) board.say(w.linkRenewed(label));
    before.current = generation;
  }, [generation]);
  return (
    <div class="renew" ref={root}>
      {asking.value ? (
        <>
          <p class="help">{w.renewWarning}</p>
          <div class="row">
            <button type="button" class="button" onClick={renew}>
              {w.renewLink}
              <span class="unseen">
                {" "}
                {label}. {w.renewWarning}
              </span>
            </button>
            <button type="button" class="button plain" onClick={() => show(false)}>
              {w.cancel}
            </button>
          </div>
        </>
      ) : (
        <button type="button" class="button link" onClick={() => show(true)}>
          {w.renewLink}
          <span class="unseen"> {label}</span>
        </button>
      )}
    </div>
  );
}
