// Whose an item is: its person, its organisation and how those are shown. Pure.

import type { Item, Organisation, Person } from "../generated/protocol";
import { initials, markLetter } from "./marks";
import type { CanvasModel } from "./types";

export interface Belonging {
  readonly person: Person | null;
  readonly organisation: Organisation | null;
}

/** A partner's token belongs to the organisation, a person's to the person, a note to who wrote it. */
export function belongingOf(model: CanvasModel, item: Item): Belonging {
  if (item.kind === "partner-token")
    return { person: null, organisation: model.organisation(item.organisation) ?? null };
  return personsOwn(model, item.kind === "participant-token" ? item.person : item.author);
}

/** `id` is absent where something was made anonymously. */
export function personsOwn(model: CanvasModel, id: string | null | undefined): Belonging {
  const person = (id && model.person(id)) || null;
  const organisation = person?.organisation ? (model.organisation(person.organisation) ?? null) : null;
  return { person, organisation };
}

export const nameOf = ({ person, organisation }: Belonging): string => person?.name ?? organisation?.name ?? "";

export const lettersOf = (belonging: Belonging): string => initials(nameOf(belonging));

/** A key that changes when the look of what belongs to them does. */
export function lookOf({ person, organisation }: Belonging): string {
  const mark = organisation ? `${organisation.mark}${markLetter(organisation)} ${organisation.name}` : "-";
  return `${mark} ${person?.name ?? ""}`;
}
