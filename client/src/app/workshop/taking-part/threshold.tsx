// Before and after taking part: waiting until the facilitator lets one in, and being sent away.

import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { CLOSE, type Entrance } from "../../../generated/protocol";
import { words } from "../../../words";
import { Copyable } from "../../controls";
import { OrganisationMark } from "../../mark";
import { PageHead } from "../../preferences";
import { useRoom } from "../room";

interface ThresholdProps {
  entered: Entrance;
  children: ComponentChildren;
}

/** The workshop itself, once this person is in it. */
export function Threshold({ entered, children }: ThresholdProps) {
  const { live, board } = useRoom();
  const saving = live.saving.value;
  // Whoever waited before a reload waits on: no empty workshop in between.
  const before = entered.people.find(({ id }) => id === live.session.person);
  const waited = useRef(before ? before.waiting : entered.waiting && entered.role !== "facilitator");
  const waits = saving.state === "lobby" || (saving.state === "connecting" && waited.current);
  useEffect(() => {
    if (waits) {
      waited.current = true;
    } else if (waited.current && saving.state !== "closed") {
      waited.current = false;
      board.say(words.peek().letIn);
    }
  }, [waits, saving.state]);
  if (saving.state === "closed" && saving.code === CLOSE.REMOVED) return <Removed entered={entered} />;
  if (waits) return <Lobby entered={entered} />;
  return <>{children}</>;
}

function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · ${words.peek().raakvlak}`;
  }, [title]);
}

function Lobby({ entered }: { entered: Entrance }) {
  const w = words.value;
  const { live } = useRoom();
  const me = entered.people.find(({ id }) => id === live.session.person);
  const organisation = entered.organisations.find(({ id }) => id === me?.organisation);
  const heading = useRef<HTMLHeadingElement>(null);
  useTitle(`${w.lobbyTitle} · ${entered.title}`);
  // Whoever just pressed "Join" hears that it worked.
  useEffect(() => heading.current?.focus(), []);
  return (
    <div class="join lobby">
      <PageHead />
      <main>
        <p class="join-role">{entered.title}</p>
        <h1 ref={heading} tabIndex={-1}>
          {w.lobbyTitle}
        </h1>
        {me && (
          <p class="lobby-who">
            <OrganisationMark organisation={organisation && { ...organisation, order: 0 }} size={20} />
            <span>{w.lobbyWho([me.name, organisation?.name].filter(Boolean).join(", "))}</span>
          </p>
        )}
        <p class="lobby-why">{w.lobbyWhy}</p>
      </main>
    </div>
  );
}

function Removed({ entered }: { entered: Entrance }) {
  const w = words.value;
  const { live } = useRoom();
  const heading = useRef<HTMLHeadingElement>(null);
  useTitle(w.removedTitle);
  useEffect(() => heading.current?.focus(), []);
  const texts = live.handedBack.value;
  return (
    <div class="join">
      <PageHead />
      <main>
        <h1 ref={heading} tabIndex={-1}>
          {w.removedTitle}
        </h1>
        <p class="lobby-why" role="alert">
          {w.removedWhy(entered.title)}
        </p>
        {texts.map(({ key, text }) => (
          <Copyable key={key} label={w.removedTexts} text={text} wraps />
        ))}
      </main>
    </div>
  );
}
