// The tokens of this canvas, one's own where the template names them and the organisations': placed here, or found.

import { placeAt, pointOf } from "../../../canvas/places";
import { participantTokenId, partnerTokenId } from "../../../core/token-ids";
import type { Canvas, Organisation, TokenText } from "../../../generated/protocol";
import { words } from "../../../words";
import { OrganisationMark } from "../../mark";
import { language } from "../../settings";
import { kindsOf } from "../board";
import { middleOf } from "../in-view";
import { freePlaces } from "../move-to-zone";
import { mayMake } from "../rights";
import { useRoom } from "../room";

/** Tokens placed one after another do not lie on each other; px. */
const BESIDE = 156;

export function Tokens() {
  const w = words.value;
  const { live, board } = useRoom();
  live.items.value;
  const canvas = live.canvas.value;
  const view = board.view.value;
  const sheet = board.sheet.value;
  if (!canvas || sheet?.canvas !== canvas.id) return null;
  const tokenOf = (organisation: Organisation) => {
    const id = partnerTokenId(canvas.id, organisation.id, live.led.step.value);
    const record = live.session.get(id);
    return { id, there: record?.kind === "partner-token" && record.deleted == null };
  };
  /** Where the template keeps what has no place yet; the middle of the figure would say something already. */
  const trayOf = () => {
    const { figure } = canvas.template;
    if (figure.type !== "rings") return undefined;
    const [free] = freePlaces(live, sheet.sheet, canvas.id, figure.tray, []);
    return free && pointOf(sheet.sheet.layout, free);
  };
  const inView = (index: number) => {
    const { layout } = sheet.sheet;
    const middle = view ? middleOf(view) : { x: layout.width / 2, y: layout.height / 2 };
    return { x: middle.x + ((index % 4) - 1.5) * BESIDE, y: middle.y + (index >= 4 ? BESIDE : 0) };
  };
  const place = (organisation: Organisation, index: number) => {
    const { id, there } = tokenOf(organisation);
    if (!there) {
      const { layout } = sheet.sheet;
      const at = trayOf() ?? inView(index);
      const item = { canvas: canvas.id, author: live.session.person, organisation: organisation.id } as const;
      const items = [{ kind: "partner-token", id, place: placeAt(layout, at), ...item } as const];
      live.led.propose({ type: "item.create", items });
    }
    const record = live.session.get(id);
    if (there && view && record?.kind === "partner-token") {
      const { x, y } = pointOf(sheet.sheet.layout, record.place);
      const { zoom } = view.camera;
      const { clientWidth, clientHeight } = view.element;
      view.setCamera({ x: x - clientWidth / 2 / zoom, y: y - clientHeight / 2 / zoom, zoom }, true);
    }
    view?.select([id], false);
  };
  const makes = mayMake(live);
  const kinds = kindsOf(canvas);
  const partners = kinds.includes("partner-token") ? [...live.organisations.value.values()] : [];
  const own = kinds.includes("participant-token") ? (canvas.template.tokens ?? []) : [];
  return (
    <ul class="rows">
      {own.map((token) => (
        <OwnToken key={token.id} canvas={canvas} token={token} makes={makes} />
      ))}
      {partners.map((organisation, index) => {
        const { there } = tokenOf(organisation);
        return (
          <li key={organisation.id}>
            <OrganisationMark organisation={organisation} />
            <span class="row-text">
              {organisation.name}
              {there && <span class="menu-second">{w.placed}</span>}
            </span>
            {(there || makes) && (
              <button
                type="button"
                class="button"
                aria-label={there ? w.show(organisation.name) : w.place(organisation.name)}
                onClick={() => place(organisation, index)}
              >
                {there ? w.showIt : w.placeIt}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** One of the tokens that the template gives to each person. */
function OwnToken({ canvas, token, makes }: { canvas: Canvas; token: TokenText; makes: boolean }) {
  const w = words.value;
  const { live, board } = useRoom();
  const me = live.session.person;
  live.items.value;
  const name = w.ownTokenWhich(token.label[language.value]);
  const record = live.session.get(participantTokenId(canvas.id, me, live.led.step.value, token.id));
  const there = record?.kind === "participant-token" && record.deleted == null;
  return (
    <li>
      <OrganisationMark organisation={live.organisationOf(me)} />
      <span class="row-text">
        {name}
        {there && <span class="menu-second">{w.placed}</span>}
      </span>
      {(there || makes) && (
        <button
          type="button"
          class="button"
          aria-label={there ? w.show(name) : w.place(name)}
          onClick={() => board.view.value?.placeOwnToken(token.id)}
        >
          {there ? w.showIt : w.placeIt}
        </button>
      )}
    </li>
  );
}
