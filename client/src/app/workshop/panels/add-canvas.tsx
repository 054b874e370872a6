// One more canvas for the workshop, chosen from the gallery.

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Gallery as Templates } from "../../../generated/protocol";
import { words } from "../../../words";
import { getTemplates, sentenceFor } from "../../api";
import { Fault } from "../../controls";
import { language } from "../../settings";
import { TemplateCard } from "../../start/gallery";
import { found } from "../../start/search";
import { useRoom } from "../room";

export function AddCanvas() {
  const w = words.value;
  const { live } = useRoom();
  const templates = useSignal<Templates | null>(null);
  const fault = useSignal<unknown>(null);
  const searched = useSignal("");
  useEffect(() => {
    getTemplates().then(
      (got) => {
        templates.value = got;
      },
      (error: unknown) => {
        fault.value = error;
      },
    );
  }, []);
  const add = (template: string) => {
    const id = live.session.newId();
    live.session.propose({ type: "canvas.add", id, template });
    // Shown as soon as the server has made it; until then the canvas stays as it is.
    live.showCanvas(id);
    live.panel.value = null;
  };
  const there = new Set(live.canvases.value.map((canvas) => canvas.template.id));
  if (fault.value !== null) return <Fault>{sentenceFor(fault.value)}</Fault>;
  const shown = found(templates.value?.templates ?? [], null, searched.value);
  return (
    <>
      <input
        class="input"
        type="search"
        aria-label={w.searchCanvas}
        placeholder={w.searchCanvas}
        value={searched.value}
        onInput={(event) => (searched.value = event.currentTarget.value)}
      />
      {templates.value && shown.length === 0 && <p class="help">{w.noCanvasFound}</p>}
      <ul class="gallery narrow">
        {shown.map((template) => (
          <li key={template.id}>
            <TemplateCard
              template={template}
              language={language.value}
              note={there.has(template.id) ? w.added : undefined}
              onPress={() => add(template.id)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
