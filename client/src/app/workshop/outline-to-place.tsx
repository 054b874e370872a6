// Tokens that are not on the canvas yet, to be put into a zone from the list.

import { useRef } from "preact/hooks";
import type { Sheet } from "../../canvas/types";
import { participantTokenId, partnerTokenId } from "../../core/token-ids";
import type { Canvas, Item, Place, Zone } from "../../generated/protocol";
import { words } from "../../words";
import { OrganisationMark } from "../mark";
import { language } from "../settings";
import { kindsOf } from "./board";
import { freePlaces } from "./move-to-zone";
import { mayMake } from "./rights";
import { useRoom } from "./room";
import { followMoved, ZoneChoice } from "./zone-choice";
import { labelOfZone } from "./zone-names";

export function ToPlace({ canvas, sheet }: { canvas: Canvas; sheet: Sheet }) {
  const w = words.value;
  const { live, board } = useRoom();
  const root = useRef<HTMLElement>(null);
  const me = live.session.person;
  const kinds = kindsOf(canvas);
  const step = live.led.step.value;
  live.items.value; // what is placed comes to lie in its zone
  const there = (id: string) => {
    const record = live.session.get(id);
    return record !== undefined && (record as Item).deleted == null;
  };
  const place = (zone: Zone, item: (place: Place) => Item) => {
    const [free] = freePlaces(live, sheet, canvas.id, zone.id, []);
    if (!free) return;
    const list = root.current?.closest(".outline");
    const placed = item(free);
    live.led.propose({ type: "item.create", items: [placed] });
    board.say(w.movedIn(labelOfZone(zone, language.value)));
    followMoved(list, placed.id);
  };
  const named = canvas.template.tokens?.length ? canvas.template.tokens : [null];
  const own = (kinds.includes("participant-token") ? named : [])
    .map((token) => ({
      id: participantTokenId(canvas.id, me, step, token?.id),
      which: token ? { which: token.id } : {},
      name: token ? w.ownTokenWhich(token.label[language.value]) : w.toolOwnToken,
    }))
    .filter(({ id }) => !there(id));
  const partners = kinds.includes("partner-token")
    ? [...live.organisations.value.values()].filter(({ id }) => !there(partnerTokenId(canvas.id, id, step)))
    : [];
  if (!mayMake(live) || own.length + partners.length === 0) return null;
  const zones = sheet.layout.zones.filter((zone) => !zone.private);
  const common = { canvas: canvas.id, author: me };
  return (
    <section class="outline-zone" ref={root}>
      <h3>{w.toPlace}</h3>
      <ul class="rows">
        {own.map(({ id, which, name }) => (
          <li key={id}>
            <OrganisationMark organisation={live.organisationOf(me)} />
            <span class="row-text">{name}</span>
            <ZoneChoice
              zones={zones}
              name={`${w.moveTo}: ${name}`}
              onChoose={(zone) =>
                place(zone, (free) => ({ kind: "participant-token", id, person: me, place: free, ...which, ...common }))
              }
            />
          </li>
        ))}
        {partners.map((organisation) => (
          <li key={organisation.id}>
            <OrganisationMark organisation={organisation} />
            <span class="row-text">{organisation.name}</span>
            <ZoneChoice
              zones={zones}
              name={`${w.moveTo}: ${organisation.name}`}
              onChoose={(zone) =>
                place(zone, (free) => ({
                  kind: "partner-token",
                  id: partnerTokenId(canvas.id, organisation.id, step),
                  organisation: organisation.id,
                  place: free,
                  ...common,
                }))
              }
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
