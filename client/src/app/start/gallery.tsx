// The gallery: every template with its picture, chosen in order by pressing.

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Language, Sheet } from "../../canvas/types";
import type { TemplateCard as Card } from "../../generated/protocol";
import { words } from "../../words";
import { getTemplateSheet } from "../api";
import { SheetPicture } from "../sheet-picture";

interface CardProps {
  template: Card;
  language: Language;
  /** 1 for the first chosen, 0 when not chosen; absent where pressing does something else. */
  chosen?: number;
  note?: string | undefined;
  onPress: () => void;
}

export function TemplateCard({ template, language, chosen, note, onPress }: CardProps) {
  const w = words.value;
  const choosing = chosen !== undefined;
  const order = chosen ?? 0;
  const sheet = useSignal<Sheet | null>(null);
  useEffect(() => {
    // A missing picture is no reason to withhold the template: its title says enough.
    getTemplateSheet(template.id, language).then(
      (got) => {
        sheet.value = got;
      },
      () => {},
    );
  }, [template.id]);
  return (
    <button type="button" class="card" aria-pressed={choosing ? order > 0 : undefined} onClick={onPress}>
      <span class="card-picture">
        {sheet.value && <SheetPicture sheet={sheet.value} kinds={template.kinds} />}
        {order > 0 && (
          <span class="card-order figures">
            {order}
            <span class="unseen"> {w.chosenAs(order)}</span>
          </span>
        )}
      </span>
      <span class="card-title" lang={language}>
        {template.title[language]}
      </span>
      <span class="help">{note ?? w.minutes(template.minutes)}</span>
    </button>
  );
}

/** Up to so many have room for larger pictures. */
const FEW = 6;

interface GalleryProps {
  templates: readonly Card[];
  language: Language;
  chosen: readonly string[];
  onToggle: (id: string) => void;
}

export function Gallery({ templates, language, chosen, onToggle }: GalleryProps) {
  return (
    <ul class={`gallery ${templates.length <= FEW ? "few" : ""}`}>
      {templates.map((template) => (
        <li key={template.id}>
          <TemplateCard
            template={template}
            language={language}
            chosen={chosen.indexOf(template.id) + 1}
            onPress={() => onToggle(template.id)}
          />
        </li>
      ))}
    </ul>
  );
}
