// The report: what the group decided, and what each canvas came to. A page to read, to print and to keep.

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { getReport, sentenceFor } from "../app/api";
import { Fault } from "../app/controls";
import { Icon, Sign } from "../app/icons";
import { OrganisationMark } from "../app/mark";
import { LanguageSwitch, ThemeSwitch } from "../app/preferences";
import { workshopPath } from "../app/route";
import { language } from "../app/settings";
import type { Report } from "../generated/protocol";
import { words } from "../words";
import { Agreements } from "./agreements";
import { CanvasReport } from "./canvas";
import { runningHead } from "./paper";
import "./report.css";

type Read = { at: "asking" } | { at: "failed"; error: unknown } | { at: "there"; report: Report };

export function ReportPage({ workshop }: { workshop: string }) {
  const w = words.value;
  const read = useSignal<Read>({ at: "asking" });
  const ask = () =>
    getReport(workshop).then(
      (report) => {
        read.value = { at: "there", report };
      },
      (error: unknown) => {
        read.value = { at: "failed", error };
      },
    );
  useEffect(() => {
    ask();
  }, [workshop]);
  const now = read.value;
  if (now.at === "asking") return null;
  if (now.at === "failed") {
    return (
      <main class="report">
        <Fault>{sentenceFor(now.error)}</Fault>
        <button type="button" class="button" onClick={ask}>
          {w.tryAgain}
        </button>
      </main>
    );
  }
  return <Whole workshop={workshop} report={now.report} />;
}

function Whole({ workshop, report }: { workshop: string; report: Report }) {
  const w = words.value;
  const used = report.canvases.filter((canvas) => canvas.used);
  const unused = report.canvases.filter((canvas) => !canvas.used);
  useEffect(() => {
    document.title = `${w.report} · ${report.title}`;
    runningHead(report.title);
  }, [w, report.title]);
  return (
    <div class="report-page">
      <header class="report-bar">
        <a class="report-back" href={workshopPath(workshop)} aria-label={w.reportToWorkshop}>
          <Icon name="left" size={16} />
          {w.reportToWorkshopShort}
        </a>
        <span class="space" />
        <button type="button" class="button" onClick={() => window.print()}>
          {w.reportPrint}
        </button>
        <LanguageSwitch />
        <ThemeSwitch />
      </header>
      <main class="report">
        <ReportHead report={report} />
        {used.length + report.agreements.length > 1 && (
          <nav class="report-contents" aria-label={w.reportContents}>
            <h2>{w.reportContents}</h2>
            <ol>
              <GoTo id="agreements" text={w.reportAgreements} />
              {used.map((canvas) => (
                <GoTo key={canvas.id} id={canvas.id} text={canvas.title[language.value]} />
              ))}
            </ol>
          </nav>
        )}
        <Agreements report={report} />
        {used.length === 0 && (
          <p class="empty">
            {w.reportEmpty}
            <strong>{w.reportEmptyDo}</strong>
          </p>
        )}
        {used.map((canvas) => (
          <CanvasReport key={canvas.id} workshop={workshop} canvas={canvas} organisations={report.organisations} />
        ))}
        <footer class="report-foot">
          {used.length > 0 && unused.length > 0 && (
            <p>
              {w.reportUnused}: {unused.map((canvas) => canvas.title[language.value]).join(" · ")}
            </p>
          )}
          <p class="report-token">{w.reportHead(report.position.seq, report.position.token.slice(0, 16))}</p>
        </footer>
      </main>
    </div>
  );
}

/** Not a link: the fragment of this address is an invite's secret. */
function GoTo({ id, text }: { id: string; text: string }) {
  const go = () => {
    const heading = document.getElementById(`${id}-title`);
    heading?.scrollIntoView({ block: "start" });
    heading?.focus({ preventScroll: true });
  };
  return (
    <li>
      <button type="button" class="button link" onClick={go}>
        {text}
      </button>
    </li>
  );
}

function ReportHead({ report }: { report: Report }) {
  const w = words.value;
  const days = [...new Set(report.sessions.map((session) => dayOf(session.started)))];
  if (days.length === 0) days.push(dayOf(report.at));
  return (
    <header class="report-head">
      <p class="report-sign">
        <Sign size={24} />
        {w.report}
      </p>
      <h1>{report.title}</h1>
      <p class="report-when">
        {days.join(", ")} · {w.reportPeople(report.people)}
      </p>
      {report.organisations.length > 0 && (
        <ul class="report-organisations" aria-label={w.reportOrganisations}>
          {report.organisations.map((organisation) => (
            <li key={organisation.id}>
              <OrganisationMark organisation={organisation} size={14} />
              {organisation.name}
              {organisation.people > 0 && <span class="report-count">{w.reportPeopleOf(organisation.people)}</span>}
            </li>
          ))}
        </ul>
      )}
    </header>
  );
}

const dayOf = (at: number) =>
  new Date(at).toLocaleDateString(language.value === "nl" ? "nl" : "en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
  });
