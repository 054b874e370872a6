// The tools: at the left, or below the canvas on a narrow screen.

import type { CanvasCommand, Tool } from "../../canvas/types";
import { words } from "../../words";
import { IconButton } from "../controls";
import type { IconName } from "../icons";
import { kindsOf } from "./board";
import { mayMake, mayTakeBack } from "./rights";
import { useRoom } from "./room";

export function ToolBar() {
  const w = words.value;
  const { live, board } = useRoom();
  const canvas = live.canvas.value;
  const view = board.view.value;
  if (!canvas || !view || live.led.role.value === "observer") return null;
  const makes = mayMake(live);
  const makesNotes = makes || canvas.template.zones.some((zone) => zone.private && mayMake(live, zone));
  const kinds = kindsOf(canvas);
  const own = kinds.includes("participant-token");
  const named = own && Boolean(canvas.template.tokens?.length);
  const tool = (name: Tool, icon: IconName, text: string, key: string) => (
    <IconButton
      icon={icon}
      name={text}
      shortcut={key}
      pressed={board.tool.value === name}
      class={`tool-${name}`}
      onClick={() => view.setTool(name)}
    />
  );
  const command = (name: CanvasCommand, icon: IconName, text: string, key?: string) => (
    <IconButton icon={icon} name={text} shortcut={key} onClick={() => view.command(name)} />
  );
  return (
    <div class="tool-bar" role="toolbar" data-canvas-keys="" aria-label={w.tools}>
      {tool("select", "select", w.toolSelect, "V")}
      {tool("hand", "hand", w.toolHand, "H")}
      {makesNotes && kinds.includes("sticky") && tool("note", "note", w.toolNote, "N")}
      {makes && kinds.includes("label") && tool("text", "text", w.toolText, "T")}
      {makes && kinds.includes("connector") && tool("arrow", "arrow", w.toolArrow, "A")}
      {makes && own && !named && command("place-own-token", "person", w.toolOwnToken)}
      {makes && (named || kinds.includes("partner-token")) && (
        <IconButton
          icon="tokens"
          name={named ? w.tokens : w.toolPartnerTokens}
          expanded={live.panel.value === "tokens"}
          onClick={() => live.toggle("tokens")}
        />
      )}
      {tool("laser", "laser", w.toolLaser, "K")}
      {mayTakeBack(live) && (
        <>
          <span class="tool-line" />
          {command("undo", "undo", w.undo, "Control+Z")}
          {command("redo", "redo", w.redo, "Control+Shift+Z")}
        </>
      )}
    </div>
  );
}
