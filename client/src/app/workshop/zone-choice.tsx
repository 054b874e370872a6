// A menu of zones of a canvas: choosing one moves something there.

import type { Zone } from "../../generated/protocol";
import { words } from "../../words";
import { language } from "../settings";
import { Menu, MenuItem } from "./menu";
import { labelOfZone } from "./zone-names";

interface ZoneChoiceProps {
  zones: readonly Zone[];
  name: string;
  /** Where it lies now. */
  now?: string | undefined;
  /** What a zone is called here, if not by its name alone. */
  named?: (zone: Zone) => string;
  onChoose: (zone: Zone) => void;
}

/** Nothing moves before a zone is chosen: a closed select would move things at every arrow key. */
export function ZoneChoice({ zones, name, now, named, onChoose }: ZoneChoiceProps) {
  return (
    <Menu name={name} text={words.value.moveTo} class="zone-choice">
      {zones.map((zone) => (
        <MenuItem key={zone.id} pressed={zone.id === now} onClick={() => onChoose(zone)}>
          {named ? named(zone) : labelOfZone(zone, language.value)}
        </MenuItem>
      ))}
    </Menu>
  );
}

/** What was moved is in another part of the list now; whoever moved it goes along to the same button there. */
export function followMoved(list: Element | null | undefined, item: string): void {
  requestAnimationFrame(() =>
    list?.querySelector<HTMLElement>(`[data-item="${CSS.escape(item)}"] .zone-choice > button`)?.focus(),
  );
}
