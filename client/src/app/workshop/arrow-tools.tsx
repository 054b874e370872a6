// What can be done with an arrow: how thick it is, which way it leads, where its other end is. In the bar and in the list.

import { endOf } from "../../core/links";
import type { Connector, Item } from "../../generated/protocol";
import { words } from "../../words";
import { IconButton } from "../controls";
import { Icon } from "../icons";
import { arrowText, goTo, mayBegin } from "./arrows";
import { may } from "./rights";
import { useRoom } from "./room";

const STRENGTHS = [1, 2, 3] as const;

export function ArrowTools({ connector }: { connector: Connector }) {
  const w = words.value;
  const room = useRoom();
  const { live } = room;
  if (!may(room, "connector.set", connector)) return null;
  const names = [w.thin, w.medium, w.thickest];
  const { id, start, end, strength = 1 } = connector;
  const about = arrowText(live, connector);
  const ends = [endOf(connector, "start", live.links.seen), endOf(connector, "end", live.links.seen)];
  const turns = ends.every((item) => item?.canvas === connector.canvas);
  return (
    <>
      <fieldset class="thickness">
        <legend class="unseen">{`${w.thickness}: ${about}`}</legend>
        {STRENGTHS.map((each, index) => (
          <button
            key={each}
            type="button"
            class="icon-button"
            aria-label={names[index]}
            aria-pressed={each === strength}
            onClick={() => live.session.propose({ type: "connector.set", id, start, end, strength: each })}
          >
            <span class="thickness-line" style={{ height: `${each * 2}px` }} />
            <span class="hint" aria-hidden="true">
              {names[index]}
            </span>
          </button>
        ))}
      </fieldset>
      {turns && (
        <IconButton
          icon="turn"
          name={w.turnAround}
          about={about}
          onClick={() => live.session.propose({ type: "connector.set", id, start: end, end: start, strength })}
        />
      )}
    </>
  );
}

/** To what lies on another canvas. */
export function GoThere({ item, from }: { item: Item | undefined; from: string }) {
  const room = useRoom();
  if (!item || item.canvas === from) return null;
  return <IconButton icon="forward" name={words.value.goThere} onClick={() => goTo(room, item)} />;
}

/** Opens the list of what an arrow from this item can lead to. */
export function BeginArrow({ item, about }: { item: Item; about: string }) {
  const w = words.value;
  const room = useRoom();
  const { live } = room;
  if (!mayBegin(room, item)) return null;
  return (
    <button
      type="button"
      class="button plain"
      aria-expanded={live.panel.value === "arrow" && live.arrowFrom.value === item.id}
      onClick={() => {
        live.arrowFrom.value = item.id;
        live.panel.value = "arrow";
      }}
    >
      <Icon name="arrow" size={16} />
      {w.arrowTo}
      <span class="unseen">: {about}</span>
    </button>
  );
}
