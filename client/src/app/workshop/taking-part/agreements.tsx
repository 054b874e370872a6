// Decisions and actions: what was agreed, whose it is and until when, and what each organisation says to it.

import { useSignal } from "@preact/signals";
import type { Agreement, Consent, Organisation } from "../../../generated/protocol";
import { words } from "../../../words";
import { IconButton } from "../../controls";
import { Icon, type IconName } from "../../icons";
import { OrganisationMark } from "../../mark";
import { language } from "../../settings";
import { Menu, MenuItem } from "../menu";
import { type Room, useRoom } from "../room";
import { AgreementForm } from "./agreement-form";

type How = Consent["how"];
const HOWS: readonly How[] = ["agree", "concern", "object"];
const ICONS: Record<How, IconName> = { agree: "check", concern: "warning", object: "close" };

const howSaid = (how: How) => {
  const w = words.value;
  return { agree: w.consentAgree, concern: w.consentConcern, object: w.consentObject }[how];
};

/** "3 dec", with the year where it is another one. */
export function daySaid(at: Date): string {
  const year = at.getFullYear() === new Date().getFullYear() ? {} : ({ year: "numeric" } as const);
  const locale = { nl: "nl-NL", en: "en-GB" }[language.value];
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", ...year }).format(at);
}

/** Midnight here of a day such as 2026-11-25. */
function dayOf(due: string): Date {
  const [year = 0, month = 1, day = 1] = due.split("-").map(Number);
  return new Date(year, month - 1, day);
}

/** Why I cannot word agreements now; null: I can. */
function whyNotWord({ live }: Room): string | null {
  const w = words.value;
  const { led } = live;
  if (led.may("agreement.set")) return null;
  if (led.role.value === "observer") return w.agreeObserver;
  return led.paused.value === null ? w.agreeNotNow : w.agreePaused;
}

export function Agreements() {
  const w = words.value;
  const room = useRoom();
  const { live } = room;
  const { agreements } = live.led.found.value;
  /** What is being worded: one that is there, or "new". */
  const wording = useSignal<string | null>(null);
  const why = whyNotWord(room);
  const done = () => {
    wording.value = null;
  };
  const sorted = [...agreements].sort((a, b) => (a.what === b.what ? a.at - b.at : a.what === "decision" ? -1 : 1));
  const listed = (what: Agreement["what"]) => sorted.filter((agreement) => agreement.what === what);
  return (
    <>
      {why ? (
        <p class="help">{why}</p>
      ) : wording.value === "new" ? (
        <AgreementForm onDone={done} />
      ) : (
        <button type="button" class="button main" onClick={() => (wording.value = "new")}>
          {w.agreementAdd}
        </button>
      )}
      {sorted.length === 0 && <p>{w.agreementsNone}</p>}
      {(["decision", "action"] as const).map((what) => {
        const among = listed(what);
        if (among.length === 0) return null;
        return (
          <section key={what} class="agreements">
            <h3>{what === "decision" ? w.decisions : w.actions}</h3>
            <ul>
              {among.map((agreement) => (
                <li key={agreement.id} class="agreement">
                  {wording.value === agreement.id && why === null ? (
                    <AgreementForm before={agreement} onDone={done} />
                  ) : (
                    <Row agreement={agreement} onEdit={() => (wording.value = agreement.id)} />
                  )}
                  <Consents agreement={agreement} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

function Row({ agreement, onEdit }: { agreement: Agreement; onEdit: () => void }) {
  const w = words.value;
  const { live, board } = useRoom();
  const { led, session } = live;
  const organisation = agreement.organisation ? live.organisations.value.get(agreement.organisation) : undefined;
  const mine = agreement.author === session.person || led.role.value === "facilitator";
  const owner = [organisation?.name, live.nameOf(agreement.person)].filter(Boolean).join(", ");
  const remove = () => {
    session.propose({ type: "agreement.delete", id: agreement.id });
    board.say(w.agreementGone);
  };
  return (
    <div class="agreement-row">
      <div>
        <p class="agreement-text">{agreement.text}</p>
        {(owner || agreement.due) && (
          <p class="agreement-owner">
            {organisation && <OrganisationMark organisation={organisation} size={12} />}
            <span>
              {[owner, agreement.due && w.agreementDue(daySaid(dayOf(agreement.due)))].filter(Boolean).join(" · ")}
            </span>
          </p>
        )}
      </div>
      {mine && led.may("agreement.set") && (
        <IconButton icon="edit" name={w.edit} about={agreement.text} onClick={onEdit} />
      )}
      {mine && led.may("agreement.delete") && (
        <IconButton icon="trash" name={w.delete} about={agreement.text} onClick={remove} />
      )}
    </div>
  );
}

function Consents({ agreement }: { agreement: Agreement }) {
  const w = words.value;
  const { live } = useRoom();
  const consents = agreement.consents ?? [];
  const own = live.me.value?.organisation;
  const may = live.led.may("agreement.consent");
  const facilitates = live.led.role.value === "facilitator";
  const organisations = [...live.organisations.value.values()];
  return (
    <ul class="consents" aria-label={w.consentsOf(agreement.text)}>
      {organisations.map((organisation) => {
        const said = consents.find((consent) => consent.organisation === organisation.id);
        const speaks = may && (facilitates || organisation.id === own);
        return (
          <li key={organisation.id}>
            <OrganisationMark organisation={organisation} size={12} />
            <span class="consent-who">{organisation.name}</span>
            {speaks && facilitates ? (
              <ConsentMenu agreement={agreement} organisation={organisation} said={said} />
            ) : (
              <Said said={said} />
            )}
            {speaks && !facilitates && <ConsentChoice agreement={agreement} organisation={organisation} said={said} />}
          </li>
        );
      })}
    </ul>
  );
}

function Said({ said }: { said: Consent | undefined }) {
  const w = words.value;
  const { live } = useRoom();
  if (!said) return <span class="help">{w.consentNone}</span>;
  return (
    <span class={`consent-said ${said.how}`}>
      <Icon name={ICONS[said.how]} size={16} />
      <span>
        {howSaid(said.how)}
        {said.at > 0 && (
          <span class="consent-when">
            {daySaid(new Date(said.at))}, {live.nameOf(said.by) ?? w.someone}
          </span>
        )}
      </span>
    </span>
  );
}

interface ConsentProps {
  agreement: Agreement;
  organisation: Organisation;
  said: Consent | undefined;
}

function useConsent({ agreement, organisation }: ConsentProps) {
  const { live } = useRoom();
  return (how: How) =>
    live.session.propose({ type: "agreement.consent", id: agreement.id, organisation: organisation.id, how });
}

/** For one's own organisation: the three in sight. */
function ConsentChoice(props: ConsentProps) {
  const w = words.value;
  const say = useConsent(props);
  return (
    <fieldset class="consent-choice">
      <legend class="unseen">{w.consentFor(props.organisation.name, props.agreement.text)}</legend>
      {HOWS.map((how) => (
        <button
          key={how}
          type="button"
          class="button consent-button"
          aria-pressed={props.said?.how === how}
          onClick={() => say(how)}
        >
          {howSaid(how)}
        </button>
      ))}
    </fieldset>
  );
}

/** Facilitators write down what each organisation says. */
function ConsentMenu(props: ConsentProps) {
  const w = words.value;
  const say = useConsent(props);
  const { said } = props;
  return (
    <Menu
      name={`${w.consentFor(props.organisation.name, props.agreement.text)}: ${said ? howSaid(said.how) : w.consentNone}`}
      class="consent-menu"
      text={said ? <Said said={said} /> : w.consentNone}
    >
      {HOWS.map((how) => (
        <MenuItem key={how} pressed={said?.how === how} onClick={() => say(how)}>
          <Icon name={ICONS[how]} />
          {howSaid(how)}
        </MenuItem>
      ))}
    </Menu>
  );
}
