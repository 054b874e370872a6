// A person as two letters: filled = ready, dashed = away. A press does what it stands for.

import { initials } from "../../../canvas/marks";
import type { Member } from "./crowd";

interface PersonChipProps {
  person: Member;
  label: string;
  expanded?: boolean;
  onClick: () => void;
}

export function PersonChip({ person, label, expanded, onClick }: PersonChipProps) {
  return (
    <button
      type="button"
      class={`chip ${person.ready ? "ready" : ""} ${person.here ? "" : "away"}`}
      data-person={person.id}
      title={person.name}
      aria-expanded={expanded}
      onClick={onClick}
    >
      <span class="chip-face" aria-hidden="true">
        {initials(person.name)}
      </span>
      <span class="unseen">{label}</span>
    </button>
  );
}
