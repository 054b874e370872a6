// Everyone in the workshop as the console lists them: by organisation, with who is here and who is ready.

import type { Organisation, Person, Tally } from "../../../generated/protocol";
import type { Peer } from "../../../sync/types";
import type { Words } from "../../../words";
import type { Live } from "../live";

export interface Member extends Person {
  readonly here: boolean;
  /** null: nobody may know who is ready in this step. */
  readonly ready: boolean | null;
}

/** Whether somebody is here, and ready, in a word. */
export function stateOf({ here, ready }: Member, w: Words): string {
  if (!here) return w.crowdIsAway;
  return ready ? w.crowdIsReady : w.crowdIsHere;
}

export interface CrowdGroup {
  readonly key: string;
  readonly organisation: Organisation | undefined;
  readonly people: readonly Member[];
}

export interface Crowd {
  /** Participants by organisation, in the order of the organisations; those without one last. */
  readonly groups: readonly CrowdGroup[];
  readonly facilitators: readonly Member[];
  readonly observers: readonly Member[];
  /** How many participants are here, and how many there are. */
  readonly here: number;
  readonly all: number;
}

interface Seen {
  readonly people: readonly Person[];
  readonly organisations: readonly Organisation[];
  readonly peers: ReadonlyMap<string, Peer>;
  readonly me: string;
  readonly tally: Tally | null;
}

/** Who waits to be let in, or was sent away, is not among them. */
export function crowd({ people, organisations, peers, me, tally }: Seen): Crowd {
  const present = new Set([me, ...[...peers.values()].map(({ person }) => person)]);
  const named = tally?.people == null ? null : new Set(tally.people);
  const members = people
    .filter(({ removed, waiting }) => !removed && !waiting)
    .map((person): Member => ({ ...person, here: present.has(person.id), ready: named?.has(person.id) ?? null }))
    .sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
  const inRole = (role: Person["role"]) => members.filter((member) => member.role === role);
  const taking = inRole("participant");
  const known = new Set(organisations.map(({ id }) => id));
  const groups: CrowdGroup[] = organisations.map((organisation) => ({
    key: organisation.id,
    organisation,
    people: taking.filter((member) => member.organisation === organisation.id),
  }));
  const free = taking.filter((member) => member.organisation == null || !known.has(member.organisation));
  if (free.length > 0) groups.push({ key: "", organisation: undefined, people: free });
  return {
    groups,
    facilitators: inRole("facilitator"),
    observers: inRole("observer"),
    here: taking.filter(({ here }) => here).length,
    all: taking.length,
  };
}

/** The crowd of a live workshop; read inside a component it follows every change. */
export function crowdOf({ led, organisations, peers, session }: Live): Crowd {
  const tally = led.tally.value;
  return crowd({
    people: led.found.value.people,
    organisations: [...organisations.value.values()],
    peers: peers.value,
    me: session.person,
    tally: tally !== null && tally.step === led.step.value?.id ? tally : null,
  });
}

export interface Waiting {
  organisation: Organisation | undefined;
  people: Person[];
}

/** Who waits, by organisation, in the order of the organisations. */
export function waitingBy(waiting: readonly Person[], organisations: readonly Organisation[]): Waiting[] {
  const of = (organisation: Organisation | undefined): Waiting => ({
    organisation,
    people: waiting.filter((person) =>
      organisation
        ? person.organisation === organisation.id
        : !organisations.some(({ id }) => id === person.organisation),
    ),
  });
  return [...organisations.map(of), of(undefined)].filter(({ people }) => people.length > 0);
}
