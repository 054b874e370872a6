// A menu of the zones of a canvas: choosing one moves something there.

import type { Layout, Zone } from "../../generated/protocol";
import { words } from "../../words";
import { Icon } from "../icons";
import { language } from "../settings";
import { labelOfZone } from "./zone-names";

interface ZoneChoiceProps {
  layout: Layout;
  name: string;
  onChoose: (zone: Zone) => void;
}

/** The browser's own menu: it works with every keyboard, finger and screen reader there is. */
export function ZoneChoice({ layout, name, onChoose }: ZoneChoiceProps) {
  return (
    <span class="choice">
      <select
        class="input zone-choice"
        aria-label={name}
        value=""
        onChange={(event) => {
          const zone = layout.zones.find(({ id }) => id === event.currentTarget.value);
          event.currentTarget.value = "";
          if (zone) onChoose(zone);
        }}
      >
        <option value="" disabled hidden>
          {words.value.moveTo}
        </option>
        {layout.zones.map((zone) => (
          <option key={zone.id} value={zone.id}>
            {labelOfZone(zone, language.value)}
          </option>
        ))}
      </select>
      <Icon name="down" size={16} />
    </span>
  );
}
