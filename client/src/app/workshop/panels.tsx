// The panel beside the canvas: one at a time, each in its own file.

import { words } from "../../words";
import { Panel } from "../controls";
import type { PanelName } from "./live";
import { AddCanvas } from "./panels/add-canvas";
import { Adjust } from "./panels/adjust";
import { Deleted } from "./panels/deleted";
import { Help } from "./panels/help";
import { Share } from "./panels/share";
import { Tokens } from "./panels/tokens";
import { useRoom } from "./room";

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
    tokens: [w.toolPartnerTokens, <Tokens />],
    "add-canvas": [w.addCanvas, <AddCanvas />],
    agreements: [w.agreements, null],
  };
  const [title, body] = panels[open];
  return (
    <Panel key={open} title={title} onClose={() => (live.panel.value = null)}>
      {body}
    </Panel>
  );
}
