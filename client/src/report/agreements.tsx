// Decisions and actions, with who owns them and what organisations say.

import { OrganisationMark } from "../app/mark";
import { language } from "../app/settings";
import type { Report, ReportAgreement, ReportOrganisation } from "../generated/protocol";
import { words } from "../words";

export function Agreements({ report }: { report: Report }) {
  const w = words.value;
  const kinds = [
    { title: w.decisions, found: report.agreements.filter((each) => each.what === "decision") },
    { title: w.actions, found: report.agreements.filter((each) => each.what === "action") },
  ];
  return (
    <section class="report-agreements" id="agreements" aria-labelledby="agreements-title">
      <h2 id="agreements-title" tabIndex={-1}>
        {w.reportAgreements}
      </h2>
      {report.agreements.length === 0 && <p class="help">{w.reportNoAgreements}</p>}
      {kinds
        .filter((kind) => kind.found.length > 0)
        .map((kind) => (
          <div key={kind.title}>
            <h3>{kind.title}</h3>
            <ul>
              {kind.found.map((each, index) => (
                <Agreed key={index} agreement={each} organisations={report.organisations} />
              ))}
            </ul>
          </div>
        ))}
    </section>
  );
}

const day = (due: string) =>
  new Date(`${due}T12:00:00`).toLocaleDateString(language.value === "nl" ? "nl" : "en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
  });

interface AgreedProps {
  agreement: ReportAgreement;
  organisations: readonly ReportOrganisation[];
}

function Agreed({ agreement, organisations }: AgreedProps) {
  const w = words.value;
  const owner = organisations.find((each) => each.id === agreement.organisation);
  const how = { agree: w.consentAgree, concern: w.consentConcern, object: w.consentObject };
  const who = [owner?.name ?? w.ownerNone, agreement.person, agreement.due && w.agreementDue(day(agreement.due))];
  return (
    <li class="report-agreed">
      <p class="report-agreed-text">{agreement.text}</p>
      <p class="report-owner">
        {owner && <OrganisationMark organisation={owner} size={12} />}
        {who.filter(Boolean).join(" · ")}
      </p>
      {agreement.consents.length > 0 && (
        <ul class="report-consents">
          {agreement.consents.map((consent) => {
            const organisation = organisations.find((each) => each.id === consent.organisation);
            return (
              <li key={consent.organisation}>
                <OrganisationMark organisation={organisation} size={12} />
                {organisation?.name}: {how[consent.how].toLocaleLowerCase(language.value)}
              </li>
            );
          })}
        </ul>
      )}
    </li>
  );
}
