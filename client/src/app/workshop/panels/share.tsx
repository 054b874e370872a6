// The workshop's links, for its facilitators: hand them out, renew one that got into the wrong hands, or close it.

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
  const { generations, closed } = live.workshop.value ?? {};
  // Changes once it is saved, also by another facilitator: never before the server has the new link.
  const state = JSON.stringify([generations ?? null, closed ?? null]);
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
  }, [live.id, state]);
  if (fault.value !== null) return <Fault>{sentenceFor(fault.value)}</Fault>;
  if (!links.value) return <p class="help">{w.loading}</p>;
  return (
    <>
      <Invitation links={links.value} />
      <LinkRows links={links.value} under={(role, label) => <ChangeLink role={role} label={label} />} />
    </>
  );
}

/** What is asked before it is done: another link, or none. */
type Asked = "renew" | "revoke";

function ChangeLink({ role, label }: { role: Role; label: string }) {
  const w = words.value;
  const { live, board } = useRoom();
  const asked = useSignal<Asked | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const generation = live.workshop.value?.generations?.[role] ?? 0;
  const closed = live.workshop.value?.closed?.includes(role) ?? false;
  const before = useRef(generation);
  useEffect(() => {
    if (before.current !== generation) board.say(closed ? w.linkRevokedNow(label) : w.linkRenewed(label));
    before.current = generation;
  }, [generation]);
  /** The button pressed makes way for another: the focus goes along. */
  const ask = (what: Asked | null) => {
    asked.value = what;
    requestAnimationFrame(() => root.current?.querySelector<HTMLElement>("button")?.focus());
  };
  const change = (what: Asked) => {
    live.session.propose({ type: `invite.${what}`, role });
    ask(null);
  };
  const now = asked.value;
  if (now) {
    const warning = now === "renew" ? w.renewWarning : w.linkRevokeWarning;
    return (
      <div class="renew" ref={root}>
        <p class="help">{warning}</p>
        <div class="row">
          <button type="button" class={`button ${now === "revoke" ? "danger" : ""}`} onClick={() => change(now)}>
            {now === "renew" ? w.renewLink : w.linkRevoke}
            <span class="unseen">
              {" "}
              {label}. {warning}
            </span>
          </button>
          <button type="button" class="button plain" onClick={() => ask(null)}>
            {w.cancel}
          </button>
        </div>
      </div>
    );
  }
  const about = <span class="unseen"> {label}</span>;
  return (
    <div class="renew row" ref={root}>
      {closed ? (
        <button type="button" class="button" onClick={() => change("renew")}>
          {w.linkAgain}
          {about}
        </button>
      ) : (
        <>
          <button type="button" class="button link" onClick={() => ask("renew")}>
            {w.renewLink}
            {about}
          </button>
          <button type="button" class="button link" onClick={() => ask("revoke")}>
            {w.linkRevoke}
            {about}
          </button>
        </>
      )}
    </div>
  );
}
