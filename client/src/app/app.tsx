// From an address to a screen. Coming into a workshop: the link's secret becomes a cookie, then a person is chosen.

import { signal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type { Entrance, Role } from "../generated/protocol";
import { Replay } from "../replay/replay";
import { ReportPage } from "../report/report";
import { words } from "../words";
import { ApiError, enter, sentenceFor } from "./api";
import { personOfTab, setPersonOfTab } from "./device";
import { Join } from "./join";
import { PageHead } from "./preferences";
import { type Route, routeOf } from "./route";
import { suggestLanguage } from "./settings";
import { keepMade } from "./start/made";
import { Start } from "./start/start";
import { Workshop } from "./workshop/workshop";
import "./start/start.css";

const RETRY_MS = 3000;

export function App() {
  const route = useMemo(() => routeOf(location.pathname, location.hash), []);
  switch (route.page) {
    case "start":
      return <Start />;
    case "nowhere":
      return <Message text={words.value.notFound} hint={words.value.notFoundDo} />;
    default:
      return <Door route={route} />;
  }
}

type DoorState =
  | { at: "asking" }
  | { at: "refused"; error: unknown }
  | { at: "inside"; entered: Entrance; person: string | null };

/** What is behind a workshop's address, once the server let this browser in. */
function Door({ route }: { route: Extract<Route, { workshop: string }> }) {
  const { workshop } = route;
  const state = useMemo(() => signal<DoorState>({ at: "asking" }), []);
  useEffect(() => {
    let timer = 0;
    const ask = async () => {
      try {
        const entered = await enter(workshop, route.secret);
        // The secret now is in the cookie; left in the address it would travel along on every shared screen.
        history.replaceState(null, "", location.pathname);
        suggestLanguage(entered.language);
        const before = personOfTab(workshop);
        // A link just opened says which role is meant; a reload goes on with whoever this tab was.
        const meant = (role: Role) => route.secret === null || role === entered.role;
        const mine = entered.people.find((person) => person.id === before && meant(person.role));
        state.value = { at: "inside", entered, person: mine?.id ?? null };
      } catch (error) {
        state.value = { at: "refused", error };
        const passing = error instanceof ApiError && [0, 503].includes(error.status);
        if (passing) timer = window.setTimeout(ask, RETRY_MS);
      }
    };
    ask();
    return () => clearTimeout(timer);
  }, [workshop]);

  const now = state.value;
  if (now.at === "asking") return null;
  if (now.at === "refused") return <Message text={sentenceFor(now.error)} />;
  if (route.page === "replay") return <Replay workshop={workshop} entered={now.entered} />;
  if (route.page === "report") return <ReportPage workshop={workshop} />;
  const become = async (person: string) => {
    setPersonOfTab(workshop, person);
    let { entered } = now;
    // Who has just joined and waits is told as whom; it is not worth failing for.
    if (entered.waiting) entered = await enter(workshop, null).catch(() => entered);
    state.value = { ...now, entered, person };
  };
  if (now.person === null) return <Join workshop={workshop} entered={now.entered} onPerson={become} />;
  return <Workshop workshop={workshop} person={now.person} entered={now.entered} />;
}

function Message({ text, hint }: { text: string; hint?: string }) {
  return (
    <div class="join">
      <PageHead />
      <main>
        <h1>{text}</h1>
        {hint && <p class="join-role">{hint}</p>}
        <a class="button" href="/" onClick={() => keepMade(null)}>
          {words.value.newWorkshop}
        </a>
      </main>
    </div>
  );
}
