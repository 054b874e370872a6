// The bar under the top: what to do now, and with whom my view goes along.

import { words } from "../../words";
import { IconButton } from "../controls";
import { Icon } from "../icons";
import { language } from "../settings";
import { kindsOf } from "./board";
import { useRoom } from "./room";

function how(kinds: readonly string[], role: string, asList: boolean, touch: boolean): string {
  const w = words.value;
  if (role === "observer") return w.howObserver;
  if (asList) return kinds[0] === "sticky" ? w.howList : w.howListToken;
  // The first kind that a template lists is the one that it is about.
  if (kinds[0] === "partner-token") return w.howPartner;
  if (kinds[0] === "participant-token") return w.howToken;
  return touch ? w.howNoteTouch : w.howNote;
}

export function StepBar() {
  const w = words.value;
  const { live, following } = useRoom();
  const canvas = live.canvas.value;
  const followed = following.person.value;
  const followers = following.followers.value;
  const names = followers.map((person) => live.nameOf(person) ?? w.someone);
  const touch = matchMedia("(pointer: coarse)").matches;
  const doThis = canvas && how(kindsOf(canvas), live.session.role, live.asList.value, touch);
  return (
    <section class="step-bar" aria-label={w.prompt}>
      <div class="prompt">
        <p class="prompt-text">{canvas?.template.prompt[language.value]}</p>
        <p class="help prompt-how">{doThis}</p>
      </div>
      {followed !== null && (
        <p class="along" role="status">
          <Icon name="eye" />
          <span>{w.following(live.nameOf(followed) ?? w.someone)}</span>
          <IconButton
            icon="close"
            name={w.stopFollowing(live.nameOf(followed) ?? w.someone)}
            onClick={() => following.stop()}
          />
        </p>
      )}
      {followers.length > 0 && (
        <p class="along" role="status">
          <Icon name="eye" />
          <span>{w.followedBy(new Intl.ListFormat(language.value).format(names), names.length)}</span>
        </p>
      )}
    </section>
  );
}
