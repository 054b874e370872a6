// An organisation's mark: colour and shape together, because colour alone tells nobody enough.

import { MARKS, markLetter } from "../canvas/marks";
import type { Organisation } from "../generated/protocol";
import { NO_ORGANISATION, organisationColours } from "./organisation-colours";

interface MarkProps {
  /** 0 to 7, or null for someone without an organisation, who gets a grey dot. */
  mark: number | null;
  /** In the marks of the ninth organisation and on. */
  letter?: string;
  size?: number;
}

export function Mark({ mark, letter, size = 14 }: MarkProps) {
  const colour = mark === null ? NO_ORGANISATION : organisationColours(mark).colour;
  return (
    <svg class="mark" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <path d={MARKS[mark === null ? 0 : mark % MARKS.length]} fill={colour} fill-rule="evenodd" />
      {letter && (
        <text x="8" y="11.4" class="mark-letter">
          {letter}
        </text>
      )}
    </svg>
  );
}

interface OrganisationMarkProps {
  organisation: Pick<Organisation, "name" | "mark" | "order"> | undefined;
  size?: number;
}

export function OrganisationMark({ organisation, size }: OrganisationMarkProps) {
  if (!organisation) return <Mark mark={null} size={size} />;
  return <Mark mark={organisation.mark} letter={markLetter(organisation)} size={size} />;
}

/** A note as this organisation's notes look, to show before there are any. */
export function SampleNote({ mark, text, name }: { mark: number | null; text: string; name: string }) {
  const style =
    mark === null
      ? { background: "var(--raise)", borderColor: "var(--edge)" }
      : { background: organisationColours(mark).note, borderColor: organisationColours(mark).edge };
  return (
    <div class="sample-note" style={style}>
      <p>{text}</p>
      <p class="sample-note-foot">
        <Mark mark={mark} size={12} />
        {name}
      </p>
    </div>
  );
}
