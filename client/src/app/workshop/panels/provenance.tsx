// Where a canvas's content comes from, told honestly: the workbook's, found elsewhere, or an example of ours.

import type { Provenance as Source, Template } from "../../../generated/protocol";
import { words } from "../../../words";
import { language } from "../../settings";

export function Provenance({ template }: { template: Template }) {
  const w = words.value;
  const kinds: Record<Source["kind"], string> = {
    workbook: w.fromWorkbook,
    found: w.fromFound,
    reconstruction: w.fromUs,
  };
  const ours = oursIn(template);
  return (
    <section class="adjust-part">
      <h3>{w.fromTitle}</h3>
      <p class="help">{template.source[language.value]}</p>
      <ul class="provenance">
        {(template.provenance ?? []).map(({ kind, what, url }) => (
          <li key={`${kind} ${what.nl}`}>
            <span class={`origin ${kind}`}>{kinds[kind]}</span>
            <span>
              {what[language.value]}{" "}
              {url && (
                <a href={url} target="_blank" rel="noreferrer">
                  {w.fromSource}
                </a>
              )}
            </span>
          </li>
        ))}
      </ul>
      {ours.length > 0 && (
        <details>
          <summary>{w.oursTitle}</summary>
          <p class="help">{w.oursMay}</p>
          <ul class="ours-list">
            {ours.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** What is worded by us: the question, zones, axes and cards. */
function oursIn({ prompt, prompt_origin, zones, axes = [], cards = [] }: Template): string[] {
  const w = words.value;
  const ours = ({ origin }: { readonly origin?: Source["kind"] }) => origin === "reconstruction";
  return [
    ...(prompt_origin === "reconstruction" ? [`${w.oursPrompt}: ${prompt[language.value]}`] : []),
    ...[...axes, ...zones].filter(ours).map(({ label }) => label[language.value]),
    ...cards.filter(ours).map(({ text }) => text[language.value]),
  ];
}
