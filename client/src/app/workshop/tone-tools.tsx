// What a note is marked as, of the few things that its canvas is for: one press marks it, the same press takes it off.

import type { Sticky } from "../../generated/protocol";
import { words } from "../../words";
import { Icon } from "../icons";
import { language } from "../settings";
import { may } from "./rights";
import { useRoom } from "./room";

/** About notes of one canvas; nothing where it has no such marks. */
export function ToneTools({ notes, about }: { notes: readonly Sticky[]; about?: string }) {
  const w = words.value;
  const room = useRoom();
  const { live } = room;
  const [first] = notes;
  const canvas = live.canvases.value.find(({ id }) => id === first?.canvas);
  const tones = canvas?.template.tones ?? [];
  const marked = notes.filter((note) => may(room, "sticky.tone", note));
  if (tones.length === 0 || marked.length === 0) return null;
  return (
    <fieldset class="tones">
      <legend class="unseen">{about ? `${w.tone}: ${about}` : w.tone}</legend>
      {tones.map(({ id, label, sign }) => {
        const on = marked.every(({ tone }) => tone === id);
        const mark = () => {
          for (const note of marked) live.session.propose({ type: "sticky.tone", id: note.id, tone: on ? "" : id });
        };
        return (
          <button key={id} type="button" class="button plain tone" aria-pressed={on} onClick={mark}>
            <Icon name={sign === "plus" ? "well" : "warning"} size={16} />
            {label[language.value]}
          </button>
        );
      })}
    </fieldset>
  );
}
