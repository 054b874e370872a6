// The bar at the bottom: canvases as tabs, list or canvas, zoom.

import { useEffect, useRef } from "preact/hooks";
import { words } from "../../words";
import { IconButton } from "../controls";
import { Icon } from "../icons";
import { language } from "../settings";
import { tabTitles } from "../short-title";
import { useRoom } from "./room";

function CanvasTabs() {
  const w = words.value;
  const { live, following } = useRoom();
  const list = useRef<HTMLDivElement>(null);
  const chosen = live.canvas.value?.id;
  const titles = tabTitles(live.canvases.value, language.value);
  useEffect(() => {
    list.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [chosen]);
  return (
    <nav class="tabs" aria-label={w.canvases} ref={list}>
      {live.canvases.value.map((canvas, index) => (
        <button
          key={canvas.id}
          type="button"
          class="tab"
          title={canvas.template.title[language.value]}
          aria-current={canvas.id === chosen ? "page" : undefined}
          onClick={() => {
            // Who chooses a canvas goes their own way.
            following.stop();
            live.showCanvas(canvas.id);
          }}
        >
          {titles[index]}
        </button>
      ))}
      {live.led.role.value === "facilitator" && (
        <button
          type="button"
          class="icon-button"
          aria-label={w.addCanvas}
          title={w.addCanvas}
          aria-expanded={live.panel.value === "add-canvas"}
          onClick={() => live.toggle("add-canvas")}
        >
          <Icon name="plus" />
        </button>
      )}
    </nav>
  );
}

/** Each press makes it so much larger or smaller. */
const ZOOM_STEP = 1.25;

function Zoom() {
  const w = words.value;
  const { board } = useRoom();
  const percent = Math.round(board.camera.value.zoom * 100);
  const view = () => board.view.value;
  return (
    <fieldset class="zoom">
      <legend class="unseen">{w.zoom}</legend>
      <IconButton icon="minus" name={w.zoomOut} onClick={() => view()?.zoomBy(1 / ZOOM_STEP)} />
      <button
        type="button"
        class="button plain figures"
        aria-label={w.zoomFull(percent)}
        onClick={() => view()?.zoomTo(1)}
      >
        {percent}%
      </button>
      <IconButton icon="plus" name={w.zoomIn} onClick={() => view()?.zoomBy(ZOOM_STEP)} />
      <IconButton icon="fit" name={w.fit} shortcut="Shift+1" class="fit-button" onClick={() => view()?.fit()} />
    </fieldset>
  );
}

export function TabBar() {
  const w = words.value;
  const { live, following } = useRoom();
  const asList = live.asList.value;
  const swap = () => {
    following.stop();
    live.asList.value = !asList;
  };
  return (
    <footer class="tab-bar" data-canvas-keys="">
      <CanvasTabs />
      <button type="button" class="button plain list-button" onClick={swap}>
        <Icon name={asList ? "canvas" : "list"} />
        {asList ? w.canvas : w.outline}
      </button>
      {!asList && <Zoom />}
    </footer>
  );
}
