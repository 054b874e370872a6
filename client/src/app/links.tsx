// The three links of a workshop, ready to hand out: on the page after making it, and under Share.

import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Link, Links, Role } from "../generated/protocol";
import { words } from "../words";
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

interface LinkRowsProps {
  links: Links;
  /** What stands under the link of a role. */
  under?: (role: Role, label: string) => ComponentChildren;
}

function LinkRow({ link, label, hint }: { link: Link | null; label: string; hint: string }) {
  const w = words.value;
  if (link) return <Copyable key={link.url} label={label} hint={hint} text={link.url} button={w.copyLink} />;
  return (
    <div class="copyable">
      <p class="label">{label}</p>
      <p class="help">{w.linkRevoked}</p>
    </div>
  );
}

export function LinkRows({ links, under }: LinkRowsProps) {
  const w = words.value;
  const rows: [role: Role, label: string, hint: string][] = [
    ["participant", w.forParticipant, w.forParticipantHint],
    ["observer", w.forObserver, w.forObserverHint],
    ["facilitator", w.forFacilitator, w.forFacilitatorHint],
  ];
  return (
    <div class="links">
      {rows.map(([role, label, hint]) => (
        <div key={role}>
          {/* Another link was not copied yet. */}
          <LinkRow link={links[role]} label={label} hint={hint} />
          {under?.(role, label)}
        </div>
      ))}
    </div>
  );
}

export function Invitation({ links }: { links: Links }) {
  const w = words.value;
  if (!links.participant) return null;
  if (links.localOnly) return <p class="advice">{w.localOnly}</p>;
  return (
    <div class="invitation">
      <Copyable wraps label={w.chatLine} text={links.participant.line} />
      <h3>{w.scan}</h3>
      <QrPicture svg={links.participant.qr} />
    </div>
  );
}
