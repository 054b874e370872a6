// The steps of the session as chapters over the time line: where one is stands on gold; pressing one goes there.

import { useMemo } from "preact/hooks";
import { language } from "../app/settings";
import { saidIn } from "../app/workshop/taking-part/step-words";
import { words } from "../words";
import { type Chapter, chaptersOf } from "./led-moments";
import type { Player } from "./player";
import { clock } from "./timeline";
import "./chapters.css";

/** Px that a letter of a chapter's title takes, and the room beside it. A title that does not fit is only read out. */
const LETTER = 7;
const SIDES = 14;

export function Chapters({ player, width }: { player: Player; width: number }) {
  const w = words.value;
  const loaded = player.loaded.value;
  const chapters = useMemo(() => {
    const { history } = player;
    const whole = history.stateAfter(history.events.length);
    return chaptersOf(history.events, whole, history.start, history.end);
  }, [player, loaded]);
  const { start } = player.history;
  const duration = player.duration.value;
  if (chapters.length === 0 || duration <= 0) return null;
  const now = start + player.time.value;
  const title = ({ step }: Chapter) => (step ? saidIn(step.title, language.value) : w.freely);
  const isNow = ({ from, to }: Chapter) => from <= now && (now < to || (now === to && to === start + duration));
  return (
    <>
      <p class="chapters-name help">{w.chapters}</p>
      <ol class="chapters" aria-label={w.chapters}>
        {chapters.map((chapter) => {
          const part = (chapter.to - chapter.from) / duration;
          const fits = title(chapter).length * LETTER + SIDES <= part * width;
          return (
            <li
              key={chapter.from}
              style={{ left: `${((chapter.from - start) / duration) * 100}%`, width: `${part * 100}%` }}
            >
              <button
                type="button"
                class="chapter"
                title={title(chapter)}
                aria-label={w.chapterAt(title(chapter), clock(chapter.from - start))}
                aria-current={isNow(chapter) ? "step" : undefined}
                onClick={() => player.seek(chapter.from - start)}
              >
                {fits && title(chapter)}
              </button>
            </li>
          );
        })}
      </ol>
    </>
  );
}
