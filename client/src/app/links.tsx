// The three links of a workshop, ready to hand out: on the page after making it, and under Share.

import { useEffect, useState } from "preact/hooks";
import { words } from "../words";
import type { Links } from "./api";
import { Copyable } from "./controls";

/** The server's SVG as a picture; a blob, because our pages run nothing that is not ours. */
function QrPicture({ svg }: { svg: string }) {
  const [url, setUrl] = useState("");
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [svg]);
  return url ? <img class="qr" src={url} alt={words.value.qrOf} width="184" height="184" /> : null;
}

export function LinkRows({ links }: { links: Links }) {
  const w = words.value;
  return (
    <div class="links">
      <Copyable label={w.forParticipant} hint={w.forParticipantHint} text={links.participant.url} button={w.copyLink} />
      <Copyable label={w.forObserver} hint={w.forObserverHint} text={links.observer.url} button={w.copyLink} />
      <Copyable label={w.forFacilitator} hint={w.forFacilitatorHint} text={links.facilitator.url} button={w.copyLink} />
    </div>
  );
}

export function Invitation({ links }: { links: Links }) {
  const w = words.value;
  if (links.localOnly) return <p class="advice">{w.localOnly}</p>;
  return (
    <div class="invitation">
      <Copyable wraps label={w.chatLine} text={links.participant.line} />
      <h3>{w.scan}</h3>
      <QrPicture svg={links.participant.qr} />
    </div>
  );
}
