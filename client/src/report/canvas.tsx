// What a canvas came to: its picture, its measures, what was written in each zone.

import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { getPicture } from "../app/api";
import { OrganisationMark } from "../app/mark";
import { language, type Theme, themeNow } from "../app/settings";
import type { ReportCanvas, ReportNote, ReportOrganisation, ReportZone } from "../generated/protocol";
import { words } from "../words";
import { Measure } from "./measure";
import { hasAnything } from "./table";

/** More dots than this are a number. */
const DOTS = 5;

interface CanvasReportProps {
  workshop: string;
  canvas: ReportCanvas;
  organisations: readonly ReportOrganisation[];
}

export function CanvasReport({ workshop, canvas, organisations }: CanvasReportProps) {
  const w = words.value;
  const told = canvas.results.filter(hasAnything);
  const counted = [canvas.notes > 0 && w.reportNotes(canvas.notes), canvas.dots > 0 && w.dots(canvas.dots)];
  const dark = themeNow() === "dark";
  return (
    <article class="report-canvas" id={canvas.id} aria-labelledby={`${canvas.id}-title`}>
      <header>
        <h2 id={`${canvas.id}-title`} tabIndex={-1}>
          {canvas.title[language.value]}
        </h2>
        <p class="report-prompt">{canvas.prompt[language.value]}</p>
        <p class="help">{counted.filter(Boolean).join(" · ")}</p>
      </header>
      <Picture workshop={workshop} canvas={canvas} theme={themeNow()} {...(dark ? { only: "screen" } : {})} />
      {dark && <Picture workshop={workshop} canvas={canvas} theme="light" only="print" />}
      {told.length > 0 && (
        <section class="report-measures" aria-label={w.reportMeasures}>
          {told.map((result, index) => (
            <Measure key={index} result={result} organisations={organisations} />
          ))}
        </section>
      )}
      {canvas.zones.length > 0 && (
        <section aria-label={w.reportWritten}>
          <h3 class="report-part">{w.reportWritten}</h3>
          <div class="report-zones">
            {canvas.zones.map((zone) => (
              <ZoneNotes key={zone.id} zone={zone} organisations={organisations} />
            ))}
          </div>
        </section>
      )}
      <p class="report-source">{canvas.source[language.value]}</p>
    </article>
  );
}

interface PictureProps {
  workshop: string;
  canvas: ReportCanvas;
  theme: Theme;
  only?: "screen" | "print";
}

let last: Promise<unknown> = Promise.resolve();

/** One picture at a time is asked for: a report may have many, and the server others to serve. */
function inTurn<T>(ask: () => Promise<T>): Promise<T> {
  const asked = last.then(ask, ask);
  last = asked.catch(() => undefined);
  return asked;
}

function Picture({ workshop, canvas, theme, only }: PictureProps) {
  const w = words.value;
  const root = useRef<HTMLDivElement>(null);
  const failed = useSignal(false);
  const said = language.value;
  useEffect(() => {
    let wanted = true;
    inTurn(async () => (wanted ? getPicture(workshop, canvas.id, said, theme) : null))
      .then((text) => {
        const drawn = text && new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
        if (!wanted || !drawn || !root.current) return;
        root.current.replaceChildren(document.adoptNode(drawn));
        failed.value = false;
      })
      .catch(() => {
        failed.value = wanted;
      });
    return () => {
      wanted = false;
    };
  }, [workshop, canvas.id, said, theme]);
  return (
    <figure class={`report-picture ${only ? `only-${only}` : ""}`}>
      <div ref={root} role="img" aria-label={w.reportPicture(canvas.title[said])} />
      {failed.value && <figcaption class="help">{w.reportPictureFailed}</figcaption>}
    </figure>
  );
}

function ZoneNotes({ zone, organisations }: { zone: ReportZone; organisations: readonly ReportOrganisation[] }) {
  const titles = [...new Set(zone.notes.map((note) => note.group))];
  const name = zone.name[language.value] || words.value.reportElsewhere;
  return (
    <section class="report-zone">
      <h4>
        <span>{name}</span>
        <span class="report-count figures">{zone.notes.length}</span>
      </h4>
      {titles
        .sort((one, other) => Number(one === null) - Number(other === null))
        .map((title) => (
          <div key={title ?? ""}>
            {title && <h5>{title}</h5>}
            <ul>
              {zone.notes
                .filter((note) => note.group === title)
                .map((note, index) => (
                  <Note key={index} note={note} organisations={organisations} />
                ))}
            </ul>
          </div>
        ))}
    </section>
  );
}

function Note({ note, organisations }: { note: ReportNote; organisations: readonly ReportOrganisation[] }) {
  const w = words.value;
  const organisation = organisations.find((each) => each.id === note.organisation);
  return (
    <li class="report-note">
      <OrganisationMark organisation={organisation} size={12} />
      <span class="report-text">
        {organisation && <span class="unseen">{organisation.name}: </span>}
        {note.text}
        {note.tone && <span class="measure-mark">{note.tone[language.value]}</span>}
      </span>
      {note.dots > 0 && (
        <span class="report-dots">
          <span aria-hidden="true">{note.dots > DOTS ? `● ${note.dots}` : "●".repeat(note.dots)}</span>
          <span class="unseen">{w.dots(note.dots)}</span>
        </span>
      )}
    </li>
  );
}
