// The bar under the replay: playing, speed, canvases, and the time line with the activity of each organisation.

import { useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { IconButton, OneOf } from "../app/controls";
import { Digits } from "../app/digits";
import { Icon } from "../app/icons";
import { OrganisationMark } from "../app/mark";
import { NO_ORGANISATION, organisationColours } from "../app/organisation-colours";
import { language } from "../app/settings";
import { tabTitles } from "../app/short-title";
import type { Event, Organisation } from "../generated/protocol";
import { words } from "../words";
import { Chapters } from "./chapters";
import { lastMoments } from "./just-happened";
import { type Player, SPEEDS, type Speed } from "./player";
import type { ReplayScreen } from "./screen";
import { activity, axisMarks, barsPath, clock, timeAt } from "./timeline";

/** One bar takes so many px. */
const BAR = 7;
const ROW = 20;
/** A mark on the axis takes at least so many px. */
const MARK = 90;
const ARROW = 5_000;
const PAGE = 60_000;

interface Parts {
  player: Player;
  screen: ReplayScreen;
}

export function TimelineBar({ player, screen }: Parts) {
  return (
    <footer class="timeline">
      <Controls player={player} screen={screen} />
      <CanvasTabs screen={screen} />
      <Rows player={player} screen={screen} />
    </footer>
  );
}

function Controls({ player, screen }: Parts) {
  const w = words.value;
  const playing = player.playing.value;
  return (
    <div class="timeline-controls">
      <IconButton icon="before" name={w.previousMoment} onClick={() => player.step(-1)} />
      <button
        type="button"
        class="play-button"
        aria-label={playing ? w.pause : w.play}
        aria-keyshortcuts="Space"
        onClick={() => player.toggle()}
      >
        <Icon name={playing ? "pause" : "play"} />
      </button>
      <IconButton icon="after" name={w.nextMoment} onClick={() => player.step(1)} />
      <p class="timeline-time">
        <strong>
          <Digits text={clock(player.time.value)} />
        </strong>{" "}
        <span class="help">{w.ofTotal(clock(player.duration.value))}</span>
      </p>
      <span class="space" />
      <Toggle text={w.goAlong} signal={screen.goAlong} />
      <Toggle text={w.skipSilence} signal={player.skipSilence} />
      <OneOf
        quiet
        legend={w.speed}
        value={String(player.speed.value)}
        options={SPEEDS.map((speed) => ({ value: String(speed), text: `${speed}×`, name: w.speedOf(speed) }))}
        onChoose={(value) => (player.speed.value = Number(value) as Speed)}
      />
    </div>
  );
}

function Toggle({ text, signal }: { text: string; signal: { value: boolean } }) {
  return (
    <button
      type="button"
      class="timeline-toggle"
      aria-pressed={signal.value}
      onClick={() => (signal.value = !signal.value)}
    >
      {signal.value && <Icon name="check" size={16} />}
      {text}
    </button>
  );
}

function CanvasTabs({ screen }: { screen: ReplayScreen }) {
  const titles = tabTitles(screen.canvases.value, language.value);
  return (
    <nav class="tabs" aria-label={words.value.canvases}>
      {screen.canvases.value.map((canvas, index) => (
        <button
          key={canvas.id}
          type="button"
          class="tab"
          title={canvas.template.title[language.value]}
          aria-current={canvas.id === screen.canvas.value ? "page" : undefined}
          onClick={() => screen.choose(canvas.id)}
        >
          {titles[index]}
        </button>
      ))}
    </nav>
  );
}

interface Row {
  id: string;
  organisation: Organisation | undefined;
  bars: string;
}

/** The organisations that ever did something, in their order, and a row for those of none. */
function useRows(player: Player, bins: number) {
  const loaded = player.loaded.value;
  return useMemo(() => {
    const { history } = player;
    const whole = history.stateAfter(history.events.length).records;
    const rowOf = (by: string) => {
      const person = whole.get(by);
      return (person?.kind === "person" && person.organisation) || "";
    };
    const within = ({ at }: Event) => at >= history.start && at <= history.end;
    const done = history.events.filter((event) => event.by !== "server" && within(event));
    const counts = activity(done, history.start, history.duration, bins, rowOf);
    const highest = Math.max(1, ...[...counts.values()].flat());
    const bars = (id: string) => barsPath(counts.get(id) ?? [], highest, ROW);
    const organisations = [...whole.values()].filter(
      (record): record is Organisation => record.kind === "organisation",
    );
    organisations.sort((a, b) => a.order - b.order);
    const rows: Row[] = organisations.map((each) => ({ id: each.id, organisation: each, bars: bars(each.id) }));
    return counts.has("") ? [...rows, { id: "", organisation: undefined, bars: bars("") }] : rows;
  }, [player, loaded, bins]);
}

function Rows({ player, screen }: Parts) {
  const w = words.value;
  const width = useSignal(600);
  const track = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = track.current;
    if (!element) return;
    const sizes = new ResizeObserver(() => {
      width.value = element.clientWidth;
    });
    sizes.observe(element);
    return () => sizes.disconnect();
  }, []);
  const bins = Math.max(1, Math.floor(width.value / BAR));
  const rows = useRows(player, bins);
  const duration = player.duration.value;
  const part = duration > 0 ? player.time.value / duration : 0;
  const marks = axisMarks(duration, Math.max(2, width.value / MARK));
  return (
    <div class="timeline-rows">
      <Chapters player={player} width={width.value} />
      <ul class="timeline-names">
        {rows.map(({ id, organisation }) => (
          <li key={id}>
            <OrganisationMark organisation={organisation} size={12} />
            <span>{organisation?.name ?? w.noOrganisationRow}</span>
          </li>
        ))}
      </ul>
      <Slider player={player} screen={screen} track={track}>
        {rows.map(({ id, organisation, bars }) => (
          <svg
            key={id}
            class="timeline-row"
            viewBox={`0 0 ${bins} ${ROW}`}
            preserveAspectRatio="none"
            fill={organisation ? organisationColours(organisation.mark).colour : NO_ORGANISATION}
            aria-hidden="true"
          >
            <path d={bars} />
          </svg>
        ))}
        <div class="timeline-future" style={{ left: `${part * 100}%` }} />
        <div class="timeline-head" style={{ left: `${part * 100}%` }}>
          <div class="timeline-knob" />
        </div>
        <div class="timeline-axis" aria-hidden="true">
          {marks.map((mark) => (
            <span key={mark} style={{ left: `${duration > 0 ? (mark / duration) * 100 : 0}%` }}>
              <Digits text={clock(mark)} />
            </span>
          ))}
        </div>
      </Slider>
    </div>
  );
}

interface SliderProps extends Parts {
  track: { current: HTMLDivElement | null };
  children: preact.ComponentChildren;
}

function Slider({ player, screen, track, children }: SliderProps) {
  const w = words.value;
  const duration = player.duration.value;
  const time = player.time.value;
  const last = lastMoments(player, screen, 1)[0]?.sentence;
  // How far beside the middle of the knob it was grabbed: it does not leap to the pointer.
  const grabbed = useRef(0);
  const to = (event: PointerEvent) => {
    const box = track.current?.getBoundingClientRect();
    if (box && box.width > 0) player.seek(timeAt(event.clientX - grabbed.current, box, duration));
  };
  const onDown = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    player.pause();
    const knob = event.target instanceof Element ? event.target.closest(".timeline-knob") : null;
    const middle = knob?.getBoundingClientRect();
    grabbed.current = middle ? event.clientX - (middle.left + middle.width / 2) : 0;
    if (!knob) to(event);
  };
  const onMove = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) to(event);
  };
  const onKey = (event: KeyboardEvent) => {
    const far = event.shiftKey ? PAGE : ARROW;
    const steps: Record<string, number> = {
      ArrowLeft: time - far,
      ArrowDown: time - far,
      ArrowRight: time + far,
      ArrowUp: time + far,
      PageDown: time - PAGE,
      PageUp: time + PAGE,
      Home: 0,
      End: duration,
    };
    const target = steps[event.key];
    if (target === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    player.seek(target);
  };
  return (
    <div
      class="timeline-track"
      ref={track}
      role="slider"
      tabIndex={0}
      aria-label={w.timeline}
      aria-valuemin={0}
      aria-valuemax={Math.round(duration / 1000)}
      aria-valuenow={Math.round(time / 1000)}
      aria-valuetext={[clock(time), last].filter(Boolean).join(", ")}
      onPointerDown={onDown}
      onPointerMove={onMove}
      onKeyDown={onKey}
    >
      {children}
    </div>
  );
}
