// The panel beside the canvas: one at a time, each in its own file.

import { words } from "../../words";
import { Panel } from "../controls";
import type { PanelName } from "./live";
import { AddCanvas } from "./panels/add-canvas";
import { Adjust } from "./panels/adjust";
import { ArrowTo } from "./panels/arrow-to";
import { Deleted } from "./panels/deleted";
import { Help } from "./panels/help";
import { Share } from "./panels/share";
import { Tokens } from "./panels/tokens";
import { useRoom } from "./room";
import { Agreements } from "./taking-part/agreements";
import { Results } from "./taking-part/results";
import { Scores } from "./taking-part/scores";
import "./taking-part/panels.css";

export function OpenPanel() {
  const w = words.value;
  const { live } = useRoom();
  const open = live.panel.value;
  if (open === null) return null;
  const panels: Record<PanelName, [title: string, body: preact.JSX.Element | null]> = {
    share: [w.share, <Share />],
    help: [w.help, <Help />],
    deleted: [w.deletedItems, <Deleted />],
    adjust: [w.canvasSettings, <Adjust />],
    tokens: [w.tokens, <Tokens />],
    "add-canvas": [w.addCanvas, <AddCanvas />],
    arrow: [w.arrowTo, <ArrowTo />],
    agreements: [w.agreements, <Agreements />],
    results: [w.results, <Results />],
    scores: [w.scoring, <Scores />],
  };
  const [title, body] = panels[open];
  return (
    <Panel key={open} title={title} quiet={live.offered.value === open} onClose={() => (live.panel.value = null)}>
      {body}
    </Panel>
  );
}
