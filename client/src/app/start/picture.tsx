// A canvas filled in, as the server draws it; small on a card, and large to look at.

import { useEffect, useRef } from "preact/hooks";
import type { Language } from "../../canvas/types";
import type { TemplateCard } from "../../generated/protocol";
import { words } from "../../words";
import { IconButton } from "../controls";
import { themeNow } from "../settings";

const addressOf = (template: string, language: Language) =>
  `/api/templates/${template}/picture?language=${language}&theme=${themeNow()}`;

async function fetchPicture(template: string, language: Language): Promise<Element> {
  const response = await fetch(addressOf(template, language));
  const parsed = new DOMParser().parseFromString(await response.text(), "image/svg+xml");
  return document.importNode(parsed.documentElement, true);
}

/** A missing picture is no reason to withhold the template: its title says enough. */
export function Picture({ template, language }: { template: string; language: Language }) {
  return (
    <img
      class="sheet-picture"
      alt=""
      loading="lazy"
      decoding="async"
      src={addressOf(template, language)}
      onError={(event) => (event.currentTarget.hidden = true)}
      onLoad={(event) => (event.currentTarget.hidden = false)}
    />
  );
}

interface LookProps {
  template: TemplateCard;
  language: Language;
  chosen: boolean;
  onToggle: () => void;
  onClose: () => void;
}

/** The picture as large as the window allows, with what the canvas asks. */
export function Look({ template, language, chosen, onToggle, onClose }: LookProps) {
  const w = words.value;
  const dialog = useRef<HTMLDialogElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    // Part of the page rather than an image: so it has the page's letters.
    fetchPicture(template.id, language).then(
      (svg) => frame.current?.replaceChildren(svg),
      () => {},
    );
  }, [template.id, language, themeNow()]);
  const title = template.title[language];
  return (
    <dialog class="look" ref={dialog} aria-label={title} onClose={onClose}>
      <header>
        <h2 lang={language}>{title}</h2>
        <span class="help figures">{w.minutes(template.minutes)}</span>
        <IconButton icon="close" name={w.closePicture} onClick={() => dialog.current?.close()} />
      </header>
      <div class="look-picture" ref={frame} role="img" aria-label={w.exampleOf(title)} />
      <footer>
        <p lang={language}>{template.prompt[language]}</p>
        <button
          type="button"
          class={`button ${chosen ? "" : "main"}`}
          onClick={() => {
            onToggle();
            dialog.current?.close();
          }}
        >
          {chosen ? w.takeFromWorkshop : w.addToWorkshop}
        </button>
      </footer>
    </dialog>
  );
}
