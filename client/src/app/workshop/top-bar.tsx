// The bar at the top: which workshop, whether all is saved, who is here, sharing and settings.

import { useEffect, useRef, useState } from "preact/hooks";
import { words } from "../../words";
import { IconButton } from "../controls";
import { Icon, Sign } from "../icons";
import { LanguageSwitch, ThemeSwitch } from "../preferences";
import { replayPath, reportPath } from "../route";
import { Avatars } from "./avatars";
import { ConsoleButton } from "./console/console-button";
import { Menu, MenuItem } from "./menu";
import { useRoom } from "./room";
import { type Shown, shownSaving } from "./save-state";

/** "Saved" comes back only after this long, so that quick work does not make the bar flicker. */
const CALM_MS = 300;
/** What waits is counted only when nothing was saved for so long; until then it is simply being saved. */
const PATIENCE_MS = 2_000;

/** Whether changes wait and none of them has been saved for a while. */
function useStuck(waiting: number): boolean {
  const [stuck, setStuck] = useState(false);
  const before = useRef(0);
  const progress = useRef(0);
  if (waiting < before.current) progress.current += 1;
  before.current = waiting;
  useEffect(() => {
    setStuck(false);
    if (waiting === 0) return;
    const timer = setTimeout(() => setStuck(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [waiting === 0, progress.current]);
  return stuck && waiting > 0;
}

export function SaveState() {
  const { live } = useRoom();
  const saving = live.saving.value;
  const stuck = useStuck(saving.state === "waiting" ? saving.waiting : 0);
  const now = shownSaving(saving, words.value, stuck);
  const [shown, setShown] = useState<Shown>(now);
  useEffect(() => {
    if (now.kind !== "saved" || shown.kind === "saved") {
      setShown(now);
      return;
    }
    const timer = setTimeout(() => setShown(now), CALM_MS);
    return () => clearTimeout(timer);
  }, [now.kind, now.text]);
  // What is not saved is said at once; only "saved" may be late.
  const say = now.kind === "saved" ? shown : now;
  return (
    <span class={`save-state ${say.kind}`} data-saving={say.kind}>
      {say.icon ? <Icon name={say.icon} size={16} /> : <span class="waiting-dot" />}
      <span class="save-text">{say.text}</span>
    </span>
  );
}

export function TopBar() {
  const w = words.value;
  const { live } = useRoom();
  const facilitates = live.led.role.value === "facilitator";
  return (
    <header class="top-bar">
      <Sign />
      <h1 class="workshop-title">{live.workshop.value?.title ?? w.raakvlak}</h1>
      <SaveState />
      <span class="space" />
      <Avatars />
      {facilitates && (
        <button
          type="button"
          class="button share-button"
          aria-expanded={live.panel.value === "share"}
          onClick={() => live.toggle("share")}
        >
          <Icon name="share" />
          <span>{w.share}</span>
        </button>
      )}
      {facilitates && <ConsoleButton />}
      <div class="when-wide">
        <LanguageSwitch />
        <ThemeSwitch />
        <IconButton
          icon="help"
          name={w.help}
          shortcut="?"
          expanded={live.panel.value === "help"}
          onClick={() => live.toggle("help")}
        />
      </div>
      <Menu name={w.menu} icon="more">
        <div class="when-narrow">
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
        <MenuItem class="when-narrow" onClick={() => live.toggle("help")}>
          <Icon name="help" />
          {w.help}
        </MenuItem>
        {live.led.role.value !== "observer" && (
          <MenuItem onClick={() => live.toggle("deleted")}>
            <Icon name="restore" />
            {w.deletedItems}
          </MenuItem>
        )}
        {facilitates && (
          <MenuItem onClick={() => live.toggle("adjust")}>
            <Icon name="adjust" />
            {w.canvasSettings}
          </MenuItem>
        )}
        <a class="menu-item" href={replayPath(live.id)} target="_blank" rel="noreferrer">
          <Icon name="replay" />
          {w.replay}
        </a>
        <a class="menu-item" href={reportPath(live.id)} target="_blank" rel="noreferrer">
          <Icon name="list" />
          {w.report}
        </a>
      </Menu>
    </header>
  );
}
