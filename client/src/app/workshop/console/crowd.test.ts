import { describe, expect, it } from "vitest";
import type { Organisation, Person, Tally } from "../../../generated/protocol";
import type { Peer } from "../../../sync/types";
import { crowd, waitingBy } from "./crowd";

const person = (id: string, organisation: string | null, more: Partial<Person> = {}): Person => ({
  ...{ kind: "person", id, name: id, role: "participant", organisation },
  ...more,
});
const organisation = (id: string, order: number): Organisation => {
  return { kind: "organisation", id, name: id, mark: order, order };
};
const peersOf = (...ids: string[]) =>
  new Map(ids.map((id): [string, Peer] => [`${id}-1`, { writer: `${id}-1`, person: id, here: { type: "here" } }]));
const tally = (people: string[] | null): Tally => {
  return { type: "tally", step: "s", written: 2, ready: 2, people };
};

const PEOPLE = [
  person("noor", null, { role: "facilitator" }),
  person("mo", "zorg"),
  person("amira", "gemeente"),
  person("lieke", "gemeente"),
  person("free", null),
  person("eva", null, { role: "observer" }),
  person("sanne", "zorg", { waiting: true }),
  person("gone", "zorg", { removed: true }),
];
const SEEN = {
  people: PEOPLE,
  organisations: [organisation("gemeente", 0), organisation("zorg", 1)],
  peers: peersOf("mo", "amira"),
  me: "noor",
  tally: null,
};

describe("who is here", () => {
  it("[UI-135] is listed by organisation and name; whoever waits or was removed is not", () => {
    const { groups, facilitators, observers } = crowd(SEEN);
    expect(groups.map(({ key, people }) => [key, people.map(({ id }) => id)])).toEqual([
      ["gemeente", ["amira", "lieke"]],
      ["zorg", ["mo"]],
      ["", ["free"]],
    ]);
    expect([facilitators, observers].map((each) => each.map(({ id }) => id))).toEqual([["noor"], ["eva"]]);
  });

  it("[UI-135] is counted among those who take part", () => {
    const { here, all, facilitators } = crowd(SEEN);
    expect([here, all]).toEqual([2, 4]);
    expect(facilitators[0]?.here).toBe(true);
  });

  it("[UI-136] shows who is ready only where the server names them", () => {
    const ready = (people: string[] | null) =>
      crowd({ ...SEEN, tally: tally(people) }).groups.flatMap((group) => group.people.map((each) => each.ready));
    expect(ready(["amira"])).toEqual([true, false, false, false]);
    expect(ready(null)).toEqual([null, null, null, null]);
    expect(crowd(SEEN).groups[0]?.people[0]?.ready).toBeNull();
  });
});

it("[UI-137] lists who waits by organisation, those of none last", () => {
  const waiting = [person("sanne", "zorg", { waiting: true }), person("kim", null), person("jo", "gemeente")];
  expect(waitingBy(waiting, SEEN.organisations).map(({ people }) => people.map(({ id }) => id))).toEqual([
    ["jo"],
    ["sanne"],
    ["kim"],
  ]);
  expect(waitingBy([], SEEN.organisations)).toEqual([]);
});
