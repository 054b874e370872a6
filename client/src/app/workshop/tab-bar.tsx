// The bar at the bottom: canvases as tabs, list or canvas, zoom.

import { useEffect, useRef } from "preact/hooks";
import { words } from "../../words";
import { IconButton } from "../controls";
import { Icon, type IconName } from "../icons";
import { language } from "../settings";
import { tabTitles } from "../short-title";
import { useRoom } from "./room";
import { pageStep } from "./taking-part/page";
import { hasResults } from "./taking-part/results";
import { saidIn } from "./taking-part/step-words";

function CanvasTabs() {
  const w = words.value;
  const { live, following } = useRoom();
  const list = useRef<HTMLDivElement>(null);
  const chosen = live.canvas.value?.id;
  const titles = tabTitles(live.canvases.value, language.value);
  const page = pageStep(live);
  const onPage = page !== null && !live.pastPage.value;
  useEffect(() => {
    list.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [chosen, onPage]);
  return (
    <nav class="tabs" aria-label={w.canvases} ref={list}>
      {page && (
        <button
          type="button"
          class="tab"
          aria-current={onPage ? "page" : undefined}
          onClick={() => {
            live.pastPage.value = false;
            if (page.canvas) live.showCanvas(page.canvas);
          }}
        >
          {saidIn(page.title, language.value)}
        </button>
      )}
      {live.canvases.value.map((canvas, index) => (
        <button
          key={canvas.id}
          type="button"
          class="tab"
          title={canvas.template.title[language.value]}
          aria-current={canvas.id === chosen && !onPage ? "page" : undefined}
          onClick={() => {
            // Who chooses a canvas goes their own way.
            following.stop();
            live.pastPage.value = true;
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

/** What came of the workshop so far, to open beside the canvas. */
function Outcomes() {
  const w = words.value;
  const { live } = useRoom();
  const canvas = live.canvas.value;
  const panel = (name: "scores" | "results" | "agreements", icon: IconName, text: string) => (
    <button
      type="button"
      class="button plain list-button outcome-button"
      aria-expanded={live.panel.value === name}
      onClick={() => live.toggle(name)}
    >
      <Icon name={icon} />
      <span>{text}</span>
    </button>
  );
  const scores = pageStep(live) === null && live.led.step.value?.mode === "score" && live.led.may("score.set", "own");
  return (
    <>
      {scores && panel("scores", "score", w.scoring)}
      {canvas && hasResults(live, canvas.id) && panel("results", "results", w.results)}
      {panel("agreements", "agreements", w.agreements)}
    </>
  );
}

export function TabBar() {
  const w = words.value;
  const { live, following } = useRoom();
  const page = pageStep(live) !== null && !live.pastPage.value;
  const asList = live.asList.value;
  const swap = () => {
    following.stop();
    live.asList.value = !asList;
  };
  return (
    <footer class="tab-bar" data-canvas-keys="">
      <CanvasTabs />
      <Outcomes />
      {!page && (
        <button type="button" class="button plain list-button" onClick={swap}>
          <Icon name={asList ? "canvas" : "list"} />
          <span>{asList ? w.canvas : w.outline}</span>
        </button>
      )}
      {!asList && !page && <Zoom />}
    </footer>
  );
}
