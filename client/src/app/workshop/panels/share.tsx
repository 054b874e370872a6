// The workshop's links, for its facilitators.

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { words } from "../../../words";
import { getLinks, type Links, sentenceFor } from "../../api";
import { Fault } from "../../controls";
import { Invitation, LinkRows } from "../../links";
import { useRoom } from "../room";

export function Share() {
  const w = words.value;
  const { live } = useRoom();
  const links = useSignal<Links | null>(null);
  const fault = useSignal<unknown>(null);
  useEffect(() => {
    getLinks(live.id).then(
      (got) => {
        links.value = got;
      },
      (error: unknown) => {
        fault.value = error;
      },
    );
  }, [live.id]);
  if (fault.value !== null) return <Fault>{sentenceFor(fault.value)}</Fault>;
  if (!links.value) return <p class="help">{w.loading}</p>;
  return (
    <>
      <Invitation links={links.value} />
      <LinkRows links={links.value} />
    </>
  );
}
