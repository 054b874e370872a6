// Templates of one's own on the start page: read from a file, checked by the server, kept until the workshop is made.

import type { CheckedTemplate, TemplateCard, TemplateFault, TemplatePicture } from "../../generated/protocol";
import { MAX_TEMPLATE } from "../../generated/protocol";
import type { Words } from "../../words";
import { checkTemplate, sentenceFor } from "../api";

/** One that passed the check. */
export interface Own {
  card: TemplateCard;
  pictures: readonly TemplatePicture[];
  content: string;
}

/** One that did not: its faults, or a sentence where it could not be checked at all. */
export interface Refused {
  file: string;
  faults: readonly TemplateFault[];
  sentence: string;
}

export type Outcome = { own: Own } | { refused: Refused };

/** What a file comes to. `code` is the one for making workshops. */
export async function readOwn(file: File, code: string, w: Words): Promise<Outcome> {
  const refused = (sentence: string, faults: readonly TemplateFault[] = []): Outcome => ({
    refused: { file: file.name, faults, sentence },
  });
  if (file.size > MAX_TEMPLATE) return refused(w.canvasTooLarge(MAX_TEMPLATE / 1024));
  let content: string;
  try {
    content = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return refused(w.canvasNoText);
  }
  let checked: CheckedTemplate;
  try {
    checked = await checkTemplate(content, code);
  } catch (error) {
    return refused(sentenceFor(error));
  }
  const { card, pictures, faults } = checked;
  return card ? { own: { card, pictures, content } } : refused(w.canvasFaults(file.name, faults.length), faults);
}

/** With one more; a newer version takes the place of an older one. */
export const withOwn = (all: readonly Own[], own: Own): readonly Own[] => {
  const others = all.filter((each) => each.card.id !== own.card.id);
  return [...others, own];
};
