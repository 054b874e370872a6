// Canvases of one's own: a control that takes files, what is wrong with them by line and field, and those that are fine.

import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { words } from "../../words";
import { Fault, IconButton } from "../controls";
import { Icon } from "../icons";
import { language as reading, themeNow } from "../settings";
import type { Draft } from "./draft";
import { type Own, type Refused, readOwn } from "./own";
import "./upload.css";

export function Upload({ draft, needsCode }: { draft: Draft; needsCode: boolean }) {
  const w = words.value;
  const id = useId();
  const busy = useSignal(false);
  const refused = useSignal<readonly Refused[]>([]);
  const added = useSignal<readonly string[]>([]);
  const take = async (files: readonly File[]) => {
    if (busy.value || files.length === 0) return;
    busy.value = true;
    refused.value = [];
    added.value = [];
    const code = draft.code.value.trim();
    for (const file of files) {
      const outcome =
        needsCode && !code
          ? { refused: { file: file.name, faults: [], sentence: w.giveCode } }
          : await readOwn(file, code, w);
      if ("refused" in outcome) {
        refused.value = [...refused.value, outcome.refused];
      } else {
        draft.addOwn(outcome.own);
        added.value = [...added.value, outcome.own.card.title[draft.canvasLanguage.value]];
      }
    }
    busy.value = false;
  };
  const onChange = (event: Event) => {
    const input = event.currentTarget as HTMLInputElement;
    void take([...(input.files ?? [])]);
    input.value = ""; // the same file may come again, mended
  };
  return (
    <section class="own" aria-labelledby={id}>
      <h2 id={id}>{w.ownCanvases}</h2>
      <p class="help">{w.ownCanvasesHint}</p>
      <div class="own-ways">
        <label class="button" aria-disabled={busy.value || undefined}>
          <input class="unseen" type="file" accept=".json,application/json" multiple onChange={onChange} />
          <Icon name="plus" />
          {busy.value ? w.uploading : w.uploadCanvas}
        </label>
        <a class="button link" href="/template.example.json" download="my-canvas.json">
          {w.exampleFile}
        </a>
        <a class="button link" href="/templates.md" target="_blank" rel="noreferrer">
          {w.howToWrite}
        </a>
        <a class="button link" href="/template.schema.json" download="template.schema.json">
          {w.schemaFile}
        </a>
      </div>
      <p class="help" role="status">
        {added.value.map((title) => w.canvasAdded(title)).join(" ")}
      </p>
      {refused.value.map((each) => (
        <Faults key={each.file} refused={each} />
      ))}
      <ul class="gallery few">
        {draft.own.value.map((own) => (
          <li key={own.card.id}>
            <OwnCard own={own} draft={draft} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Faults({ refused: { file, faults, sentence } }: { refused: Refused }) {
  const w = words.value;
  return (
    <div class="own-faults">
      <Fault>{faults.length > 0 ? sentence : `${w.canvasRefused(file)} ${sentence}`}</Fault>
      <ul>
        {faults.map(({ line, field, said }) => (
          <li key={`${line} ${field} ${said.en}`}>
            <span class="own-where">
              {line > 0 && <span class="figures">{w.faultLine(line)}</span>}
              {field && <code>{field}</code>}
            </span>
            <span class="own-said">{said[reading.value]}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function OwnCard({ own: { card, pictures }, draft }: { own: Own; draft: Draft }) {
  const w = words.value;
  const language = draft.canvasLanguage.value;
  const title = card.title[language];
  const order = draft.templates.value.indexOf(card.id) + 1;
  const picture = pictures.find((each) => each.language === language && each.theme === themeNow());
  return (
    <div class="own-card">
      <button type="button" class="card" aria-pressed={order > 0} onClick={() => draft.toggle(card.id)}>
        <span class="card-picture">
          {picture && (
            <img class="sheet-picture" alt="" src={`data:image/svg+xml,${encodeURIComponent(picture.svg)}`} />
          )}
          {order > 0 && (
            <span class="card-order figures">
              {order}
              <span class="unseen"> {w.chosenAs(order)}</span>
            </span>
          )}
        </span>
        <span class="card-title" lang={language}>
          {title}
        </span>
        <span class="help">{w.minutes(card.minutes)}</span>
      </button>
      <IconButton icon="close" name={w.removeCanvas(title)} onClick={() => draft.removeOwn(card.id)} />
    </div>
  );
}
