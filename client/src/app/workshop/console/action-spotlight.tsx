// A zone in the light, the rest of the canvas dimmed; what is selected is lit without asking.

import { words } from "../../../words";
import { language } from "../../settings";
import { useRoom } from "../room";
import { labelOfZone } from "../zone-names";
import { useDesk } from "./desk";

export function SpotlightPanel() {
  const w = words.value;
  const desk = useDesk();
  const { live, board } = useRoom();
  const canvas = live.canvas.value;
  const sheet = board.sheet.value;
  const zones = canvas && sheet?.canvas === canvas.id ? sheet.sheet.layout.zones : [];
  const light = (zone: string) => {
    if (canvas) live.session.propose({ type: "spotlight.set", spotlight: { canvas: canvas.id, zones: [zone] } });
    desk.action.value = null;
  };
  return (
    <>
      <p class="act-about">{w.spotZones}</p>
      <ul class="act-list">
        {zones.map((zone) => (
          <li key={zone.id}>
            <button type="button" class="button" onClick={() => light(zone.id)}>
              {labelOfZone(zone, language.value)}
            </button>
          </li>
        ))}
      </ul>
      <p class="help">{w.spotHint}</p>
    </>
  );
}
