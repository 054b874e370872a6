// Generated from the server's types by `./run types`: everything that passes between server and client.
// A field with ? may be absent, and then has its default (see server/raakvlak/canvas and protocol.py).

export const VERSION = 1;
export const MAX_TEXT = 10000;
export const MAX_TEMPLATE = 262144;
export const MAX_NAME = 80;
export const MAX_SENTENCE = 500;
export const MAX_DOTS = 20;
export const MAX_ITEMS = 500;
export const MAX_PATH = 64;
export const BUILT_KINDS = ["sticky", "partner-token", "participant-token", "card", "label", "connector"] as const;
export const PARTICIPANT_RIGHTS = {
  "item.create": {"shared":["free","discuss"],"own":["free","write","place","score"],"back":["discuss"]},
  "item.move": {"shared":["free","discuss","cluster+"],"own":["free","write","place","score"],"back":["discuss"]},
  "item.resize": {"shared":["free","discuss"],"own":["free","write","place","score"],"back":["discuss"]},
  "item.order": {"shared":["free","discuss","cluster+"],"own":["free","write","place","score"],"back":["discuss"]},
  "item.delete": {"shared":["free","discuss"],"own":["free","check-in","intro","write","place","score","reveal","cluster","cluster+","discuss","vote","conclude","check-out"],"back":[]},
  "item.restore": {"shared":["free","discuss"],"own":["free","write","place","score"],"back":["discuss"]},
  "text.edit": {"shared":["free","discuss"],"own":["free","write","place","score"],"back":["discuss"]},
  "sticky.tone": {"shared":["free","discuss"],"own":["free","write","place","score"],"back":["discuss"]},
  "connector.set": {"shared":["free","discuss"],"own":["free","write","place","score"],"back":["discuss"]},
  undo: {"shared":["free","discuss","cluster+"],"own":["free","write","place","score"],"back":["discuss"]},
  redo: {"shared":["free","discuss","cluster+"],"own":["free","write","place","score"],"back":["discuss"]},
  "group.set": {"shared":["free","discuss","cluster+"],"own":[],"back":[]},
  reveal: {"shared":["free","discuss","cluster+","reveal","cluster","conclude"],"own":[],"back":[]},
  "item.lift": {"shared":["free","discuss","cluster+","reveal","cluster","conclude"],"own":[],"back":[]},
  "ready.set": {"shared":[],"own":["check-in","intro","write","place","score","reveal","cluster","cluster+","discuss","vote","conclude","check-out"],"back":[]},
  "check.set": {"shared":["check-in","check-out"],"own":[],"back":[]},
  "score.set": {"shared":["free","discuss"],"own":["write","place","score"],"back":[]},
  "vote.cast": {"shared":[],"own":["free","check-in","intro","write","place","score","reveal","cluster","cluster+","discuss","vote","conclude","check-out"],"back":[]},
  "agreement.set": {"shared":["free","conclude"],"own":[],"back":[]},
  "agreement.delete": {"shared":["free","conclude"],"own":[],"back":[]},
  "agreement.consent": {"shared":["free","conclude"],"own":[],"back":[]},
  "person.set": {"shared":["free","check-in","intro","write","place","score","reveal","cluster","cluster+","discuss","vote","conclude","check-out"],"own":[],"back":[]},
} as const;
export const OWN_ONLY = ["ready.set", "vote.cast"] as const;
export const AS_EVERYONE = ["check.set", "score.set"] as const;
export const FACILITATORS_STREAM = ["memo.open", "text.edit", "undo", "redo"] as const;
export const PRIVATE_MODES = ["write", "place", "score"] as const;
export const RECORD_FIELDS = {
  workshop: ["id","title","language","generations","closed","step","session","waiting","paused","spotlight"],
  organisation: ["id","name","mark","order"],
  person: ["id","name","role","organisation","waiting","removed","was"],
  canvas: ["id","template","order","settings"],
  sticky: ["id","canvas","place","author","z","locked","deleted","step","public","text","width","height","tone"],
  "partner-token": ["id","canvas","place","author","z","locked","deleted","step","public","organisation"],
  "participant-token": ["id","canvas","place","author","z","locked","deleted","step","public","person","which"],
  card: ["id","canvas","place","author","z","locked","deleted","step","public","card","text"],
  label: ["id","canvas","place","author","z","locked","deleted","step","public","text"],
  connector: ["id","canvas","place","author","z","locked","deleted","step","public","start","end","text","strength"],
  step: ["id","mode","title","prompt","minutes","order","canvas","anonymous","movers","turns","skipped","removed","entered","spent"],
  timer: ["id","step","total","left","ends","held"],
  session: ["id","started","ended"],
  memo: ["id","step","text"],
  placement: ["id","canvas","step","place","organisation","author","which","card"],
  score: ["id","canvas","zone","value","step","scale","item","aspect","group","author","public"],
  ready: ["id","step","ready"],
  check: ["id","step","person","mood","word"],
  round: ["id","canvas","dots","opened","zone","only","several","anonymous","ended","ballots","voters"],
  dots: ["id","round","item","count"],
  agreement: ["id","what","text","author","at","organisation","person","due","consents","deleted"],
  group: ["id","canvas","title","items"],
} as const;
export const RECORD_DEFAULTS = {
  workshop: {"generations":{"facilitator":0,"participant":0,"observer":0},"closed":[],"step":null,"session":null,"waiting":false,"paused":null,"spotlight":null},
  organisation: {},
  person: {"organisation":null,"waiting":false,"removed":false,"was":[]},
  canvas: {"settings":{}},
  sticky: {"author":null,"z":0,"locked":null,"deleted":null,"step":null,"public":null,"text":"","width":188,"height":140,"tone":""},
  "partner-token": {"author":null,"z":0,"locked":null,"deleted":null,"step":null,"public":null},
  "participant-token": {"author":null,"z":0,"locked":null,"deleted":null,"step":null,"public":null,"which":""},
  card: {"author":null,"z":0,"locked":null,"deleted":null,"step":null,"public":null,"text":""},
  label: {"author":null,"z":0,"locked":null,"deleted":null,"step":null,"public":null,"text":""},
  connector: {"author":null,"z":0,"locked":null,"deleted":null,"step":null,"public":null,"text":"","strength":1},
  step: {"canvas":null,"anonymous":false,"movers":"facilitators","turns":false,"skipped":false,"removed":false,"entered":null,"spent":0},
  timer: {"ends":null,"held":false},
  session: {"ended":null},
  memo: {"text":""},
  placement: {"organisation":null,"author":null,"which":"","card":null},
  score: {"step":null,"scale":"score","item":null,"aspect":"","group":false,"author":null,"public":null},
  ready: {},
  check: {"word":""},
  round: {"zone":null,"only":null,"several":true,"anonymous":false,"ended":null,"ballots":[],"voters":0},
  dots: {},
  agreement: {"organisation":null,"person":null,"due":null,"consents":[],"deleted":null},
  group: {"title":"","items":[]},
} as const;
export const CLOSE = {
  RESYNC: 4000,
  BUSY: 4001,
  HELLO_TIMEOUT: 4002,
  COME_BACK: 4003,
  INVALID: 4100,
  VERSION: 4101,
  NOT_ADMITTED: 4102,
  REPLACED: 4103,
  REMOVED: 4104,
} as const;

/** Facilitators: one more canvas, made from the template with this id. */
export interface AddCanvas {
  readonly type: "canvas.add";
  readonly id: string;
  readonly template: string;
}

export interface AddOrganisation {
  readonly type: "organisation.add";
  readonly id: string;
  readonly name: string;
}

/** Facilitators: one more step, behind `after` (None: as the first). */
export interface AddStep {
  readonly type: "step.add";
  readonly id: string;
  readonly plan: Plan;
  readonly after?: string | null;
}

/** Facilitators: let these in who wait. */
export interface AdmitPeople {
  readonly type: "person.admit";
  readonly ids: readonly string[];
}

/** A decision or an action. When its wording changes, what organisations had said to it no longer counts. */
export interface Agreement {
  readonly kind: "agreement";
  readonly id: string;
  readonly what: "action" | "decision";
  readonly text: string;
  readonly author: string;
  readonly at: number;
  readonly organisation?: string | null;
  readonly person?: string | null;
  readonly due?: string | null;
  readonly consents?: readonly Consent[];
  readonly deleted?: string | null;
}

export type Area = Polygon | Rect | Ring;

/** An intent. `n` is the writer's next number in this stream. */
export interface Ask {
  readonly type: "ask";
  readonly stream: string;
  readonly writer: string;
  readonly n: number;
  readonly intent: Intent;
}

/** POST /w/<id>/sheet/<canvas>: the settings that it is to be drawn with, be they those of now or others. */
export interface AskedSheet {
  readonly language: Language;
  readonly settings: Settings;
}

export interface Axes {
  readonly type: "axes";
  readonly axes: readonly AxisScale[];
}

/** A value from 0 (low) to 100 (high), along x or y of the figure's frame. */
export interface Axis {
  readonly id: string;
  readonly label: Words;
  readonly low: AxisEnd;
  readonly high: AxisEnd;
  readonly reversed?: boolean;
  readonly origin?: "found" | "reconstruction" | "workbook";
}

/** An end of an axis. */
export interface AxisEnd {
  readonly label: Words;
  readonly captions?: readonly Words[];
}

/** A value that runs from 0 at `start` to 100 at `end` (px along x or y), never beyond. */
export interface AxisScale {
  readonly id: "x" | "y";
  readonly label: Words;
  readonly start: number;
  readonly end: number;
}

/** The first of two zones that repeat against the second, for each entry: how many notes, how heavy, which share. */
export interface Balance {
  readonly type: "balance";
  readonly each?: "issues" | "partners";
  readonly label: Words;
  readonly zones?: readonly string[];
}

/** Dots on an item in a round that is closed: of one person, or (without one) of all, where it was anonymous. */
export interface Ballot {
  readonly item: string;
  readonly dots: number;
  readonly person?: string | null;
}

/** What is not ticked by most (or by the group) in the columns before the last in which something is. */
export interface Behind {
  readonly type: "behind";
  readonly label: Words;
  readonly zones?: readonly string[];
}

/** One zone, named at its top: a strip, a tray, a banner, a column of reasons. Its frame has the zone's id. */
export interface Box {
  readonly type: "box";
  readonly zone: string;
  readonly border?: "dashed" | "line" | "none" | "side";
  readonly fill?: "gold-zone" | "none";
  readonly lines?: boolean;
  readonly at: [number, number, number, number];
}

/** A break after so many canvases. */
export interface Break {
  readonly after: number;
  readonly minutes: number;
}

/** A page of the workshop, keeping the version of the template it was made from. */
export interface Canvas {
  readonly kind: "canvas";
  readonly id: string;
  readonly template: Template;
  readonly order: number;
  readonly settings?: Settings;
}

/** A card of the template. The one that lay there from the start has the id `card_id(canvas, card)`. */
export interface Card {
  readonly kind: "card";
  readonly id: string;
  readonly canvas: string;
  readonly place: Place;
  readonly author?: string | null;
  readonly z?: number;
  readonly locked?: string | null;
  readonly deleted?: string | null;
  readonly step?: string | null;
  readonly public?: string | null;
  readonly card: string;
  readonly text?: string;
}

/** Where a seeded card lies from the start. */
export interface CardSpot {
  readonly card: string;
  readonly frame: string;
  readonly u: number;
  readonly v: number;
  readonly width: number;
  readonly height: number;
}

/** Which cards lie in each of these zones, with their dots, and which lie in several. */
export interface Cards {
  readonly type: "cards";
  readonly label: Words;
  readonly zones?: readonly string[];
}

/** In one's own stream: so many of my dots are on this item. */
export interface CastVote {
  readonly type: "vote.cast";
  readonly round: string;
  readonly item: string;
  readonly dots: number;
}

/**
 * A zone in each crossing of these columns and rows; or, with `span`, one zone over all of them.
 *
 * Where there is one crossing only, the zone's id is `zone`; else it is `<zone>.<row>.<column>`, without what is no
 * choice (a single row or column named here).
 */
export interface Cell {
  readonly zone: string;
  readonly columns?: readonly string[];
  readonly rows?: readonly string[];
  readonly span?: boolean;
  readonly inset?: [number, number, number, number] | null;
  readonly name?: boolean;
}

export type Change = Put | Patch | Spliced | Remove;

/** Drawn from what people placed, as they place it. */
export interface Chart {
  readonly type: "chart";
  readonly draws: "balance" | "heat" | "profile" | "radar";
  readonly zones: readonly string[];
  readonly at: [number, number, number, number];
}

/** A rectangle for what whoever paints draws from the records of these zones. */
export interface ChartShape {
  readonly type: "chart";
  readonly kind: "balance" | "heat" | "profile" | "radar" | "scale";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly zones: readonly string[];
  readonly aspect: string;
}

/** How somebody comes in or goes out, from 1 to 5 and in one word; its id is `check_id(step, person)`. */
export interface Check {
  readonly kind: "check";
  readonly id: string;
  readonly step: string;
  readonly person: string;
  readonly mood: number;
  readonly word?: string;
}

/** POST /api/templates/check */
export interface CheckTemplate {
  readonly content: string;
  readonly code: string | null;
}

/** What a file is: a template with its pictures, or what is wrong with it. */
export interface CheckedTemplate {
  readonly card: TemplateCard | null;
  readonly pictures: readonly TemplatePicture[];
  readonly faults: readonly TemplateFault[];
}

/** Phases of a process from left to right. */
export interface Chevrons {
  readonly type: "chevrons";
  readonly zones: readonly string[];
  readonly id?: string;
  readonly x?: string | null;
  readonly hinge?: string | null;
  readonly returns?: boolean;
  readonly at: [number, number, number, number];
}

/** A disc, or with `inner` a ring. */
export interface Circle {
  readonly type: "circle";
  readonly centre: [number, number];
  readonly radius: number;
  readonly inner: number;
}

/** In which zone each partner's token lies, how many had placed it where, and how far they agreed. */
export interface Classes {
  readonly type: "classes";
  readonly label: Words;
  readonly zones?: readonly string[];
}

export type ClientMessage = Hello | Ask | Skip | Here;

/** Facilitators: the vote is over, and everyone sees what came of it. */
export interface CloseRound {
  readonly type: "round.close";
  readonly id: string;
}

export type Colour = "edge" | "gold-zone" | "ink" | "ink2" | "ink3" | "line" | "none" | "sheet";

export interface Column {
  readonly id: string;
  readonly label: Words;
  readonly form?: "count" | "mean" | "percent" | "signed";
  readonly of?: string | Words | null;
}

/**
 * An arrow between two items. It is not moved: it goes where they go, and is shown while both are seen.
 *
 * It lies on the canvas of its start, at the place where that lay. An end in its author's own stream is named by the
 * id that it will have once it is shown.
 */
export interface Connector {
  readonly kind: "connector";
  readonly id: string;
  readonly canvas: string;
  readonly place: Place;
  readonly author?: string | null;
  readonly z?: number;
  readonly locked?: string | null;
  readonly deleted?: string | null;
  readonly step?: string | null;
  readonly public?: string | null;
  readonly start: string;
  readonly end: string;
  readonly text?: string;
  readonly strength?: number;
}

/** What an organisation says to an agreement: by whom it was said, and when (ms since 1970). */
export interface Consent {
  readonly organisation: string;
  readonly how: "agree" | "concern" | "object";
  readonly by: string;
  readonly at: number;
}

/** For each row of a grid dots beside the mean score: many dots and a low score first. */
export interface Contrast {
  readonly type: "contrast";
  readonly label: Words;
  readonly zones?: readonly string[];
}

export type Coordinates = Weights | Axes | Radial;

/** Which share of all notes of the canvas lies in these zones, or is linked with what lies there. */
export interface Coverage {
  readonly type: "coverage";
  readonly label: Words;
  readonly zones?: readonly string[];
}

/** New items; `author` and `z` are completed by the server. An own or partner token that exists is moved. */
export interface CreateItems {
  readonly type: "item.create";
  readonly items: readonly Item[];
}

/** Stations clockwise on a circle, an arrow from each to the next, and a box in the centre. */
export interface Cycle {
  readonly type: "cycle";
  readonly stations: readonly string[];
  readonly centre: string;
  readonly station: [number, number];
  readonly first?: number;
  readonly at: [number, number, number, number];
}

export interface DeleteAgreement {
  readonly type: "agreement.delete";
  readonly id: string;
}

export interface DeleteItems {
  readonly type: "item.delete";
  readonly ids: readonly string[];
}

/** Where the means of organisations' scores lie furthest apart, with who is highest and who is lowest. */
export interface Differences {
  readonly type: "differences";
  readonly by?: "thing" | "zone";
  readonly label: Words;
  readonly zones?: readonly string[];
}

/** In a voter's own stream: their dots on an item in a round; its id is `dots_id(round, item)`. */
export interface Dots {
  readonly kind: "dots";
  readonly id: string;
  readonly round: string;
  readonly item: string;
  readonly count: number;
}

/** An item under way: its centre on the sheet in px. */
export type Dragged = [id: string, x: number, y: number];

/** Edit a text as it stood at `seen` of the stream with all this writer's earlier intents over it. */
export interface EditText {
  readonly type: "text.edit";
  readonly id: string;
  readonly edit: readonly Splice[];
  readonly seen: number;
}

/** An ellipse, which may be turned. */
export interface Ellipse {
  readonly type: "ellipse";
  readonly centre: [number, number];
  readonly radii: [number, number];
  readonly turn: number;
}

/** Which of these zones have nothing: per organisation, per entry that zones repeat for, or per row of a grid. */
export interface Empty {
  readonly type: "empty";
  readonly by?: "entry" | "organisation" | "row";
  readonly where?: readonly string[];
  readonly label: Words;
  readonly zones?: readonly string[];
}

/**
 * Facilitators: this step is under way now (None: none is, everyone works freely). Its clock starts.
 *
 * Entering a step of mode reveal shows what was private on its canvas, unless it goes by turns.
 */
export interface EnterStep {
  readonly type: "step.enter";
  readonly id?: string | null;
  readonly sure?: boolean;
}

/** What a browser that may enter gets to know before it joins. */
export interface Entrance {
  readonly title: string;
  readonly language: Language;
  readonly role: Role;
  readonly mayJoin: boolean;
  readonly waiting: boolean;
  readonly organisations: readonly EntranceOrganisation[];
  readonly people: readonly EntrancePerson[];
  readonly canvases: readonly EntranceCanvas[];
}

export interface EntranceCanvas {
  readonly id: string;
  readonly title: Words;
}

export interface EntranceOrganisation {
  readonly id: string;
  readonly name: string;
  readonly mark: number;
}

/** A person whom this browser owns. */
export interface EntrancePerson {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly organisation: string | null;
  readonly waiting: boolean;
}

/** A partner or an issue for which rows, columns or petals repeat. */
export interface Entry {
  readonly id: string;
  readonly name: string;
  readonly organisation?: string | null;
}

export interface Event {
  readonly v?: number;
  readonly at: number;
  readonly by: string;
  readonly intent: IntentId;
  readonly changes: readonly Change[];
  readonly path?: readonly PathPoint[];
  readonly undone?: Undone | null;
  readonly revealed?: boolean;
  readonly lifted?: boolean;
}

/** What happened: the events `after + 1` and on; `position` is where the stream then is. */
export interface Events {
  readonly type: "events";
  readonly stream: string;
  readonly after: number;
  readonly position: Position;
  readonly events: readonly Event[];
}

/** Zones of any outline, with up to two axes. Its frame has the id "figure", or `id` where there are several. */
export interface Field {
  readonly type: "field";
  readonly id?: string;
  readonly x?: string | null;
  readonly y?: string | null;
  readonly frame?: "line" | "none";
  readonly regions?: readonly Region[];
  readonly strokes?: readonly Stroke[];
  readonly prints?: readonly Print[];
  readonly at: [number, number, number, number];
}

/** The fields that a patch may set; those that are absent stay as they were. */
export interface Fields {
  readonly title?: string;
  readonly name?: string;
  readonly language?: Language;
  readonly generations?: Generations;
  readonly organisation?: string | null;
  readonly order?: number;
  readonly settings?: Settings;
  readonly place?: Place;
  readonly z?: number;
  readonly width?: number;
  readonly height?: number;
  readonly locked?: string | null;
  readonly deleted?: string | null;
  readonly closed?: readonly Role[];
  readonly step?: string | null;
  readonly session?: string | null;
  readonly waiting?: boolean;
  readonly paused?: string | null;
  readonly spotlight?: Spotlight | null;
  readonly role?: Role;
  readonly removed?: boolean;
  readonly was?: readonly Role[];
  readonly entered?: number | null;
  readonly spent?: number;
  readonly skipped?: boolean;
  readonly tone?: string;
  readonly start?: string;
  readonly end?: string;
  readonly strength?: number;
}

export type Figure = Triangle | Quadrant | Rings | Page;

/** A rectangle of the sheet in which u and v run from 0 to 1. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A position that the client knows; with `state` it still holds everything up to there. */
export interface From {
  readonly position: Position;
  readonly state: boolean;
}

/** GET /api/templates */
export interface Gallery {
  readonly templates: readonly TemplateCard[];
  readonly routes: readonly Route[];
  readonly createCode: boolean;
}

/** How often each role's link was renewed; a link of an older generation opens nothing. */
export interface Generations {
  readonly facilitator: number;
  readonly participant: number;
  readonly observer: number;
}

/** What an organisation says to an agreement: people speak for their own, facilitators for any. */
export interface GiveConsent {
  readonly type: "agreement.consent";
  readonly id: string;
  readonly organisation: string;
  readonly how: "agree" | "concern" | "object";
}

/** Rows and columns. Each zone is a frame of its own, with the zone's id, so that its items move along with it. */
export interface Grid {
  readonly type: "grid";
  readonly columns: readonly Track[];
  readonly rows: readonly Track[];
  readonly cells: readonly Cell[];
  readonly heads?: number;
  readonly names?: number;
  readonly gap?: number;
  readonly lines?: "all" | "columns" | "none" | "rows";
  readonly joins?: readonly string[];
  readonly at: [number, number, number, number];
}

/** Items that belong together, with a title. An item is in one group at most; a group without items is none. */
export interface Group {
  readonly kind: "group";
  readonly id: string;
  readonly canvas: string;
  readonly title?: string;
  readonly items?: readonly string[];
}

/** A group as it is from now on; without items there is no such group any more. */
export interface GroupItems {
  readonly type: "group.set";
  readonly id: string;
  readonly canvas: string;
  readonly title?: string;
  readonly items?: readonly string[];
}

/** Every few seconds: where the streams are. Silence for longer than three of them means the line is dead. */
export interface Heads {
  readonly type: "heads";
  readonly heads: { readonly [key: string]: Position };
}

/** The first message. `streams`: what the client knows already; a stream that is absent is sent whole. */
export interface Hello {
  readonly type: "hello";
  readonly v: number;
  readonly person: string;
  readonly streams: { readonly [key: string]: From };
  readonly writer: string | null;
}

/** Presence: where this person is now. Replaces what they said before; never kept. */
export interface Here {
  readonly type: "here";
  readonly canvas?: string | null;
  readonly x?: number | null;
  readonly y?: number | null;
  readonly drag?: readonly Dragged[];
  readonly typing?: string | null;
  readonly caret?: number | null;
  readonly view?: View | null;
  readonly follows?: string | null;
  readonly brings?: number | null;
  readonly laser?: boolean;
}

/** A page of a stream: the events `after + 1` and on; with `more` there are others after them. */
export interface History {
  readonly stream: string;
  readonly after: number;
  readonly position: Position;
  readonly events: readonly Event[];
  readonly more: boolean;
}

export type Intent =
  | CreateItems
  | MoveItems
  | ResizeItem
  | OrderItems
  | DeleteItems
  | RestoreItems
  | LockItems
  | EditText
  | SetTone
  | SetConnector
  | GroupItems
  | Undo
  | Redo
  | SetCanvas
  | AddCanvas
  | AddOrganisation
  | RenameOrganisation
  | RenameWorkshop
  | RenewInvite
  | RevokeInvite
  | AddStep
  | SetStep
  | OrderStep
  | SkipStep
  | RemoveStep
  | EnterStep
  | SetClock
  | StartSession
  | StopSession
  | SetPause
  | SetSpotlight
  | OpenMemo
  | Reveal
  | LiftItems
  | SetReady
  | SetCheck
  | SetScore
  | SetGroupScore
  | OpenRound
  | CloseRound
  | CastVote
  | SetAgreement
  | DeleteAgreement
  | GiveConsent
  | SetPerson
  | AdmitPeople
  | RemovePerson
  | SetWaiting;

/** Which intent an event answers; `n` counts a writer's intents from 1 in each stream. */
export interface IntentId {
  readonly writer: string;
  readonly n: number;
}

/** Where the template's introduction stands, one text under another: the top of the first line is at (x, y). */
export interface Intro {
  readonly at: [number, number];
  readonly width: number;
  readonly anchor?: "end" | "middle" | "start";
  readonly letter?: "hint" | "quote";
}

export type Item = Sticky | PartnerToken | ParticipantToken | Card | TextLabel | Connector;

export type ItemKind =
  | "card"
  | "checkbox"
  | "connector"
  | "dot-vote"
  | "label"
  | "participant-token"
  | "partner-token"
  | "score"
  | "smiley"
  | "sticky";

/** POST /w/<id>/join */
export interface Join {
  readonly name: string;
  readonly organisation: string | null;
  readonly newOrganisation: string | null;
}

export interface Joined {
  readonly person: string;
}

/** What a facilitator calls a zone or an axis, in both languages, instead of what the template does. */
export interface Label {
  readonly key: string;
  readonly text: string;
}

export type Language = "en" | "nl";

/** Everything needed to say where a place is and in which zones it lies. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly frames: { readonly [key: string]: Frame };
  /** From the bottom up: what is later lies on top. */
  readonly zones: readonly Zone[];
  readonly scales: { readonly [key: string]: Coordinates };
  readonly home: string;
  readonly reach: number;
  readonly cards: readonly CardSpot[];
}

/** Take items of one's own out of a zone that is private for good, to these places, where everyone sees them. */
export interface LiftItems {
  readonly type: "item.lift";
  readonly moves: readonly Move[];
}

/** A role's link; `line` is one sentence for the call's chat, `qr` an SVG. */
export interface Link {
  readonly url: string;
  readonly line: string;
  readonly qr: string;
}

/** None for a role whose link was revoked. */
export interface Links {
  readonly facilitator: Link | null;
  readonly participant: Link | null;
  readonly observer: Link | null;
  readonly localOnly: boolean;
}

/** What rows, columns or petals repeat for. */
export interface ListText {
  readonly id: "issues" | "partners";
  readonly label: Words;
  readonly least?: number;
  readonly most?: number;
  readonly first?: readonly Words[];
}

/**
 * A stream after Hello: a snapshot of its records, or the events since the position the client named, or both.
 *
 * With both, the snapshot is at the end of the events: they serve to carry waiting texts along.
 * `forked`: the position the client named is not part of this stream's history (any more); what waits must be
 * handed back to its author. The same when `events` is None although a position was named: too long ago.
 */
export interface Load {
  readonly type: "load";
  readonly stream: string;
  readonly position: Position;
  readonly snapshot?: readonly Record[] | null;
  readonly after?: number | null;
  readonly events?: readonly Event[] | null;
  readonly forked?: boolean;
}

/** Facilitators: nobody but a facilitator changes a locked item. */
export interface LockItems {
  readonly type: "item.lock";
  readonly ids: readonly string[];
  readonly locked: boolean;
}

export interface MadeWorkshop {
  readonly id: string;
  readonly links: Links;
}

/** Facilitators' private notes about a step, in their stream; its id is `memo_id(step)`. */
export interface Memo {
  readonly kind: "memo";
  readonly id: string;
  readonly step: string;
  readonly text?: string;
}

export type Mode =
  | "check-in"
  | "check-out"
  | "cluster"
  | "conclude"
  | "discuss"
  | "freeze"
  | "intro"
  | "place"
  | "reveal"
  | "score"
  | "vote"
  | "write";

export interface Move {
  readonly id: string;
  readonly place: Place;
}

/** Items to new places; `path` is how the drag went, for the replay. */
export interface MoveItems {
  readonly type: "item.move";
  readonly moves: readonly Move[];
  readonly path?: readonly PathPoint[];
}

/** How often things were moved into each of these zones, or, with `lifted`, taken out of what is private. */
export interface Moves {
  readonly type: "moves";
  readonly lifted?: boolean;
  readonly label: Words;
  readonly zones?: readonly string[];
}

/** Where a zone's name stands, its hints under it: the top of the first line is at (x, y). */
export interface Named {
  readonly at: [number, number];
  readonly width: number;
  readonly anchor?: "end" | "middle" | "start";
  readonly upward?: boolean;
}

/** POST /api/workshops */
export interface NewWorkshop {
  readonly title: string;
  readonly language: Language;
  readonly templates: readonly string[];
  readonly organisations: readonly string[];
  readonly own: readonly string[];
  readonly breaks: readonly Break[];
  readonly code: string | null;
}

/** How many notes, per zone and organisation, and each zone's share of all. */
export interface Notes {
  readonly type: "notes";
  readonly by?: "axis" | "column" | "grid" | "row" | "tone" | "zone";
  readonly kind?: ItemKind;
  readonly label: Words;
  readonly zones?: readonly string[];
}

/** Something to know. `waiting`: nothing can be saved for now; `read-only`: nothing more can be added. */
export interface Notice {
  readonly type: "notice";
  readonly code: NoticeCode;
  readonly message: string;
}

export type NoticeCode = "read-only" | "saving-again" | "slow-down" | "waiting";

/** Facilitators, in their stream: there are notes about this step, to be written in by `text.edit`. */
export interface OpenMemo {
  readonly type: "memo.open";
  readonly step: string;
}

/** Facilitators: a vote; see `Round`. There is one at a time. */
export interface OpenRound {
  readonly type: "round.open";
  readonly id: string;
  readonly canvas: string;
  readonly dots?: number;
  readonly zone?: string | null;
  readonly only?: ItemKind | null;
  readonly several?: boolean;
  readonly anonymous?: boolean;
}

/** In front of, or behind, everything else on the canvas. */
export interface OrderItems {
  readonly type: "item.order";
  readonly ids: readonly string[];
  readonly front: boolean;
}

/** Facilitators: this step comes behind `after` (None: as the first). */
export interface OrderStep {
  readonly type: "step.order";
  readonly id: string;
  readonly after?: string | null;
}

export interface Organisation {
  readonly kind: "organisation";
  readonly id: string;
  readonly name: string;
  readonly mark: number;
  readonly order: number;
}

/** What the outlines of two zones of this field have in common. */
export interface Overlap {
  readonly type: "overlap";
  readonly of: [string, string];
}

/** A sheet with parts on it. Title and question are printed above them, whose content it is below. */
export interface Page {
  readonly type: "page";
  readonly width: number;
  readonly height: number;
  readonly parts: readonly (Box | Grid | Field | Cycle | Chevrons | Petals | Chart)[];
  readonly head?: number | null;
  readonly intro?: Intro | null;
}

/** One for each person and canvas, or each token that the template names; see `participant_token_id`. */
export interface ParticipantToken {
  readonly kind: "participant-token";
  readonly id: string;
  readonly canvas: string;
  readonly place: Place;
  readonly author?: string | null;
  readonly z?: number;
  readonly locked?: string | null;
  readonly deleted?: string | null;
  readonly step?: string | null;
  readonly public?: string | null;
  readonly person: string;
  readonly which?: string;
}

/** One for each organisation and canvas; its id is `partner_token_id(canvas, organisation)`. */
export interface PartnerToken {
  readonly kind: "partner-token";
  readonly id: string;
  readonly canvas: string;
  readonly place: Place;
  readonly author?: string | null;
  readonly z?: number;
  readonly locked?: string | null;
  readonly deleted?: string | null;
  readonly step?: string | null;
  readonly public?: string | null;
  readonly organisation: string;
}

export interface Patch {
  readonly do: "patch";
  readonly id: string;
  readonly set: Fields;
}

/** A moment of a drag: milliseconds since it began, and how far the first item was then from its old place (px). */
export type PathPoint = [after: number, dx: number, dy: number];

/** An SVG path with absolute coordinates. */
export interface PathShape {
  readonly type: "path";
  readonly d: string;
  readonly fill: Colour;
  readonly stroke: Colour;
  readonly width: number;
  readonly dash: readonly number[];
}

export interface Person {
  readonly kind: "person";
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly organisation?: string | null;
  readonly waiting?: boolean;
  readonly removed?: boolean;
  readonly was?: readonly Role[];
}

/** Someone's presence; without `here` they have left. */
export interface PersonHere {
  readonly writer: string;
  readonly person: string;
  readonly here?: Here | null;
}

/** A petal for each entry of a list around a shared centre, over whose border they reach. */
export interface Petals {
  readonly type: "petals";
  readonly petal: string;
  readonly repeat: "issues" | "partners";
  readonly overlap: string;
  readonly centre: string;
  readonly radius: number;
  readonly at: [number, number, number, number];
}

/** Where an item's centre lies: `u` from left to right and `v` from top to bottom of a frame. */
export interface Place {
  readonly frame: string;
  readonly u: number;
  readonly v: number;
}

/** Where somebody had privately placed a token in a step, as the reveal showed it. It cannot be moved any more. */
export interface Placement {
  readonly kind: "placement";
  readonly id: string;
  readonly canvas: string;
  readonly step: string;
  readonly place: Place;
  readonly organisation?: string | null;
  readonly author?: string | null;
  readonly which?: string;
  readonly card?: string | null;
}

/** What a facilitator sets about a step; see `Step`. */
export interface Plan {
  readonly mode: Mode;
  readonly title: Said;
  readonly prompt: Said;
  readonly minutes: number;
  readonly canvas?: string | null;
  readonly anonymous?: boolean;
  readonly movers?: "everyone" | "facilitators";
  readonly turns?: boolean;
}

export interface Polygon {
  readonly type: "polygon";
  readonly points: readonly [number, number][];
}

/** Straight from corner to corner, and back to the first. */
export interface PolygonOutline {
  readonly type: "polygon";
  readonly points: readonly [number, number][];
}

export interface Position {
  readonly seq: number;
  readonly token: string;
}

/** Mean and spread (0-100) of tokens on each axis, overall and per organisation. */
export interface Positions {
  readonly type: "positions";
  readonly frame?: string;
  readonly token?: string | null;
  readonly gap?: [string, string] | null;
  readonly label: Words;
  readonly zones?: readonly string[];
}

/** Who moved since the last one, each with only their latest. */
export interface Presence {
  readonly type: "presence";
  readonly people: readonly PersonHere[];
}

/** Words that belong to the picture. Its point counts from the field's top left corner. */
export interface Print {
  readonly words: Words;
  readonly at: [number, number];
  readonly width: number;
  readonly letter?: "faint" | "hint" | "name" | "quote" | "sign";
  readonly anchor?: "end" | "middle" | "start";
}

/** Why a request was refused: a code for programs, a sentence with what was expected. */
export interface Problem {
  readonly error: string;
  readonly message: string;
}

/** Where content comes from, as the facilitator can read. */
export interface Provenance {
  readonly kind: "found" | "reconstruction" | "workbook";
  readonly what: Words;
  readonly url?: string | null;
}

/** The record is there, whatever was there before. */
export interface Put {
  readonly do: "put";
  readonly record: Record;
}

/** Two by two cells by zone id, and a strip at the right. */
export interface Quadrant {
  readonly type: "quadrant";
  readonly top_left: string;
  readonly top_right: string;
  readonly bottom_left: string;
  readonly bottom_right: string;
  readonly strip: string;
}

/** Coordinate "distance": 0 at the centre, 1 at `radius` px, more beyond. */
export interface Radial {
  readonly type: "radial";
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** In a person's own stream: they are ready with this step; its id is `ready_id(step)`. */
export interface Ready {
  readonly kind: "ready";
  readonly id: string;
  readonly step: string;
  readonly ready: boolean;
}

export type Record =
  | Workshop
  | Organisation
  | Person
  | Canvas
  | Sticky
  | PartnerToken
  | ParticipantToken
  | Card
  | TextLabel
  | Connector
  | Step
  | Timer
  | Session
  | Memo
  | Placement
  | Score
  | Ready
  | Check
  | Round
  | Dots
  | Agreement
  | Group;

export interface Rect {
  readonly type: "rect";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** An upright rectangle. */
export interface Rectangle {
  readonly type: "rect";
  readonly at: [number, number, number, number];
}

/** Do again what I took back last. */
export interface Redo {
  readonly type: "redo";
}

export type RefusalCode =
  | "exists"
  | "few-authors"
  | "invalid"
  | "last-facilitator"
  | "locked"
  | "no-dots-left"
  | "not-allowed"
  | "not-empty"
  | "not-now"
  | "nothing-private"
  | "nothing-to-undo"
  | "out-of-order"
  | "paused"
  | "private-zone"
  | "stale"
  | "too-long"
  | "too-many"
  | "unknown-agreement"
  | "unknown-canvas"
  | "unknown-item"
  | "unknown-person"
  | "unknown-round"
  | "unknown-step"
  | "unknown-template"
  | "wrong-kind"
  | "wrong-text";

/** This intent does not happen; the writer's next number counts on. `message` says what was expected. */
export interface Refused {
  readonly type: "refused";
  readonly stream: string;
  readonly writer: string;
  readonly n: number;
  readonly code: RefusalCode;
  readonly message: string;
  readonly by?: string | null;
}

/** A zone of a field. Points count from the field's top left corner. */
export interface Region {
  readonly zone: string;
  readonly outlines: readonly (PolygonOutline | Rectangle | Circle | Ellipse | Sector | Overlap)[];
  readonly draw?: "dashed" | "dotted" | "figure" | "inner" | "none";
  readonly fill?: "gold-zone" | "none";
  readonly name?: Named | null;
}

/** The record is no longer there: in a person's own stream since it was shown; a score, since it was taken back. */
export interface Remove {
  readonly do: "remove";
  readonly id: string;
}

/** Facilitators: send somebody away, for good; the links that they know are renewed. */
export interface RemovePerson {
  readonly type: "person.remove";
  readonly id: string;
}

/** Facilitators: a step that is not under way is no longer part of the agenda. */
export interface RemoveStep {
  readonly type: "step.remove";
  readonly id: string;
}

export interface RenameOrganisation {
  readonly type: "organisation.rename";
  readonly id: string;
  readonly name: string;
}

export interface RenameWorkshop {
  readonly type: "workshop.rename";
  readonly title: string;
}

/** Facilitators: the role's link until now opens nothing any more. */
export interface RenewInvite {
  readonly type: "invite.renew";
  readonly role: Role;
}

/** GET /w/<id>/report.json. Times are ms since 1970. */
export interface Report {
  readonly title: string;
  readonly language: Language;
  readonly position: Position;
  readonly at: number;
  readonly sessions: readonly ReportSession[];
  readonly people: number;
  readonly organisations: readonly ReportOrganisation[];
  readonly agreements: readonly ReportAgreement[];
  readonly canvases: readonly ReportCanvas[];
}

export interface ReportAgreement {
  readonly what: string;
  readonly text: string;
  readonly organisation: string | null;
  readonly person: string | null;
  readonly due: string | null;
  readonly consents: readonly ReportConsent[];
}

export interface ReportCanvas {
  readonly id: string;
  readonly title: Words;
  readonly prompt: Words;
  readonly source: Words;
  readonly used: boolean;
  readonly notes: number;
  readonly dots: number;
  readonly zones: readonly ReportZone[];
  readonly results: readonly Result[];
}

export interface ReportConsent {
  readonly organisation: string;
  readonly how: "agree" | "concern" | "object";
}

export interface ReportNote {
  readonly text: string;
  readonly organisation: string | null;
  readonly dots: number;
  readonly tone: Words | null;
  readonly group: string | null;
}

export interface ReportOrganisation {
  readonly id: string;
  readonly name: string;
  readonly mark: number;
  readonly order: number;
  readonly people: number;
}

export interface ReportSession {
  readonly started: number;
  readonly ended: number | null;
}

/** What was written in a zone, the most dots first. */
export interface ReportZone {
  readonly id: string;
  readonly name: Words;
  readonly notes: readonly ReportNote[];
}

export interface ResizeItem {
  readonly type: "item.resize";
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly place: Place;
}

export interface RestoreItems {
  readonly type: "item.restore";
  readonly ids: readonly string[];
}

/** What one measure comes to. */
export interface Result {
  readonly measure: string;
  readonly title: Words;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly anonymous?: boolean;
}

/** Show what is private on a canvas: everybody's, an organisation's or a person's (`id`), or one's own (`ids`). */
export interface Reveal {
  readonly type: "reveal";
  readonly canvas: string;
  readonly of: "all" | "organisation" | "own" | "person";
  readonly id?: string | null;
  readonly ids?: readonly string[];
  readonly sure?: boolean;
}

/** Facilitators: no link opens for this role, until it is renewed. */
export interface RevokeInvite {
  readonly type: "invite.revoke";
  readonly role: Role;
}

/** All points at `inner` to `outer` px from (x, y); a disc when `inner` is 0. */
export interface Ring {
  readonly type: "ring";
  readonly x: number;
  readonly y: number;
  readonly inner: number;
  readonly outer: number;
}

/** Zone ids from the inside out, each ring's outer radius as a share of the figure's half width; then a tray. */
export interface Rings {
  readonly type: "rings";
  readonly zones: readonly string[];
  readonly radii: readonly number[];
  readonly tray: string;
}

export type Role = "facilitator" | "observer" | "participant";

/** A vote with dots. Until it is closed nobody sees another's dots. */
export interface Round {
  readonly kind: "round";
  readonly id: string;
  readonly canvas: string;
  readonly dots: number;
  readonly opened: number;
  readonly zone?: string | null;
  readonly only?: ItemKind | null;
  readonly several?: boolean;
  readonly anonymous?: boolean;
  readonly ended?: number | null;
  readonly ballots?: readonly Ballot[];
  readonly voters?: number;
}

/** Canvases in an order that makes a session, as a ready-made programme. */
export interface Route {
  readonly id: string;
  readonly order: number;
  readonly title: Words;
  readonly minutes: number;
  readonly canvases: readonly string[];
  readonly breaks: readonly Break[];
}

export interface Row {
  readonly id: string;
  readonly label: string | Words;
  readonly numbers: readonly (number | null)[];
  readonly organisations?: { readonly [key: string]: readonly (number | null)[] };
  readonly names?: readonly (string | Words)[];
  readonly marks?: readonly ("divided" | "everyone" | "most" | "none" | "one" | "one-sided" | "several" | "short" | "widest")[];
}

/** One sentence in both languages; one of them may be empty, then the other counts for both. */
export interface Said {
  readonly nl: string;
  readonly en: string;
}

/** This intent had been saved before; its event came earlier. (Otherwise the event itself says so.) */
export interface Saved {
  readonly type: "saved";
  readonly stream: string;
  readonly writer: string;
  readonly n: number;
}

/**
 * What somebody gave to a zone, or to a card in it: a score, a smiley or a tick.
 *
 * Given in a private step it is in that person's own stream until it is shown, with the id `score_id(...)`; given in
 * the open it has the id `open_score_id(...)`.
 */
export interface Score {
  readonly kind: "score";
  readonly id: string;
  readonly canvas: string;
  readonly zone: string;
  readonly value: number;
  readonly step?: string | null;
  readonly scale?: "checkbox" | "score" | "smiley";
  readonly item?: string | null;
  readonly aspect?: string;
  readonly group?: boolean;
  readonly author?: string | null;
  readonly public?: string | null;
}

/** Mean and spread of what was scored, overall and per organisation, the widest spread marked. */
export interface Scores {
  readonly type: "scores";
  readonly by?: "entry" | "thing" | "zone";
  readonly gap?: [string, string] | null;
  readonly ranked?: boolean;
  readonly total?: "area" | "sum" | null;
  readonly earlier?: boolean;
  readonly label: Words;
  readonly zones?: readonly string[];
}

/** What scores from 1 to 5 mean. A zone that accepts scores is scored, or, if it has cards, each card in it is. */
export interface Scoring {
  readonly low?: Words | null;
  readonly high?: Words | null;
  readonly aspects?: readonly TokenText[];
  readonly each?: "issues" | "partners" | null;
  readonly ticks?: [Words, Words, Words] | null;
}

/** A piece of a ring, from one angle to another (degrees clockwise from the top). */
export interface Sector {
  readonly type: "sector";
  readonly centre: [number, number];
  readonly inner: number;
  readonly outer: number;
  readonly start: number;
  readonly end: number;
  readonly knob: number;
}

/** A card that lies in a zone from the start. Participants move it but do not change its text. */
export interface SeededCard {
  readonly id: string;
  readonly zone: string;
  readonly text: Words;
  readonly kind?: "card" | "checkbox" | "statement";
  readonly origin?: "found" | "reconstruction" | "workbook";
  readonly copies?: boolean;
  readonly row?: string | null;
}

export type ServerMessage = Welcome | Load | Events | Saved | Refused | Presence | Heads | Tally | Notice;

/** One call: a stretch of the shared stream, from the facilitator's start to stop (ms since 1970). */
export interface Session {
  readonly kind: "session";
  readonly id: string;
  readonly started: number;
  readonly ended?: number | null;
}

/** A new decision or action, or how it is worded from now on. */
export interface SetAgreement {
  readonly type: "agreement.set";
  readonly id: string;
  readonly what: "action" | "decision";
  readonly text: string;
  readonly organisation?: string | null;
  readonly person?: string | null;
  readonly due?: string | null;
}

/** Facilitators: the canvas's settings. */
export interface SetCanvas {
  readonly type: "canvas.set";
  readonly id: string;
  readonly settings: Settings;
}

/** How I come in or go out, in the step that is under way. */
export interface SetCheck {
  readonly type: "check.set";
  readonly step: string;
  readonly mood: number;
  readonly word?: string;
}

/** Facilitators: start or pause the clock, or give it more time. */
export interface SetClock {
  readonly type: "clock.set";
  readonly running?: boolean | null;
  readonly more?: number;
}

/** A connector from now on: between these items, so thick. */
export interface SetConnector {
  readonly type: "connector.set";
  readonly id: string;
  readonly start: string;
  readonly end: string;
  readonly strength?: number;
}

/** Facilitators: what the group holds of a thing, or (None) nothing yet; see `Score`. */
export interface SetGroupScore {
  readonly type: "score.group";
  readonly canvas: string;
  readonly zone: string;
  readonly value?: number | null;
  readonly scale?: "checkbox" | "score" | "smiley";
  readonly item?: string | null;
  readonly aspect?: string;
}

/** Facilitators: nobody else changes anything, and reads this word; None: they go on. */
export interface SetPause {
  readonly type: "pause.set";
  readonly word?: string | null;
}

/** A person's name (everyone may change their own); for facilitators also organisation and role. None: as it is. */
export interface SetPerson {
  readonly type: "person.set";
  readonly id: string;
  readonly name?: string | null;
  readonly organisation?: string | null;
  readonly role?: Role | null;
}

/** In one's own stream: ready with the step that is under way, or not yet. */
export interface SetReady {
  readonly type: "ready.set";
  readonly step: string;
  readonly ready: boolean;
}

/**
 * What I give to a zone, or to a card in it, or (None) nothing; see `Score`.
 *
 * In one's own stream in a private step, for that step's canvas; in the shared stream in the open, for `canvas`.
 */
export interface SetScore {
  readonly type: "score.set";
  readonly zone: string;
  readonly value?: number | null;
  readonly step?: string | null;
  readonly canvas?: string | null;
  readonly scale?: "checkbox" | "score" | "smiley";
  readonly item?: string | null;
  readonly aspect?: string;
}

export interface SetSpotlight {
  readonly type: "spotlight.set";
  readonly spotlight?: Spotlight | null;
}

/** Facilitators: a step as it is from now on. A step that was ever entered stays as anonymous as it was. */
export interface SetStep {
  readonly type: "step.set";
  readonly id: string;
  readonly plan: Plan;
}

/** Mark a sticky as one of the template's tones, or ("") as none. */
export interface SetTone {
  readonly type: "sticky.tone";
  readonly id: string;
  readonly tone: string;
}

/** Facilitators: who comes from now on waits to be let in, or does not; then those who wait are let in. */
export interface SetWaiting {
  readonly type: "waiting.set";
  readonly on: boolean;
}

/** What a facilitator may change about a canvas; its layout follows. */
export interface Settings {
  readonly centre?: number | null;
  readonly partners?: readonly Entry[];
  readonly issues?: readonly Entry[];
  readonly labels?: readonly Label[];
}

export type Shape = PathShape | TextShape | ZoneShape | ChartShape;

/** What two or more organisations have in these zones (or voted for), what one has, and what all have. */
export interface Shared {
  readonly type: "shared";
  readonly label: Words;
  readonly zones?: readonly string[];
}

/** Which share of the participants' tokens lies in each zone, overall and per organisation. */
export interface Shares {
  readonly type: "shares";
  readonly label: Words;
  readonly zones?: readonly string[];
}

export type Situation = Mode | "cluster+" | "free";

/** The client gave up intent `n` (it had been refused on an earlier connection), so that the next can follow. */
export interface Skip {
  readonly type: "skip";
  readonly stream: string;
  readonly writer: string;
  readonly n: number;
}

export interface SkipStep {
  readonly type: "step.skip";
  readonly id: string;
  readonly skipped: boolean;
}

/** Happy, neutral, sad per zone and organisation, the most mixed first. */
export interface Smileys {
  readonly type: "smileys";
  readonly label: Words;
  readonly zones?: readonly string[];
}

/** All records of a stream at its position. */
export interface Snapshot {
  readonly position: Position;
  readonly records: readonly Record[];
}

/** At code point `at` of the text before the edit, remove `remove` code points and insert `insert`. */
export interface Splice {
  readonly at: number;
  readonly remove?: number;
  readonly insert?: string;
}

/** The record's text is edited. */
export interface Spliced {
  readonly do: "splice";
  readonly id: string;
  readonly edit: readonly Splice[];
}

/** What a facilitator draws everyone's attention to: zones and items; the rest of the canvas is dimmed. */
export interface Spotlight {
  readonly canvas: string;
  readonly zones?: readonly string[];
  readonly items?: readonly string[];
}

export interface StartSession {
  readonly type: "session.start";
  readonly id: string;
}

/** For each organisation the zone in which it has most; of several, the one in which it was first. */
export interface Starts {
  readonly type: "starts";
  readonly label: Words;
  readonly zones?: readonly string[];
}

/** An entry of the agenda; its mode sets what people may do while it is under way. */
export interface Step {
  readonly kind: "step";
  readonly id: string;
  readonly mode: Mode;
  readonly title: Said;
  readonly prompt: Said;
  readonly minutes: number;
  readonly order: number;
  readonly canvas?: string | null;
  readonly anonymous?: boolean;
  readonly movers?: "everyone" | "facilitators";
  readonly turns?: boolean;
  readonly skipped?: boolean;
  readonly removed?: boolean;
  readonly entered?: number | null;
  readonly spent?: number;
}

export interface Sticky {
  readonly kind: "sticky";
  readonly id: string;
  readonly canvas: string;
  readonly place: Place;
  readonly author?: string | null;
  readonly z?: number;
  readonly locked?: string | null;
  readonly deleted?: string | null;
  readonly step?: string | null;
  readonly public?: string | null;
  readonly text?: string;
  readonly width?: number;
  readonly height?: number;
  readonly tone?: string;
}

/** Facilitators: the session that is under way is over. */
export interface StopSession {
  readonly type: "session.stop";
}

/** A line that belongs to the picture. Points count from the field's top left corner. */
export interface Stroke {
  readonly points: readonly [number, number][];
  readonly draw?: "dashed" | "dotted" | "figure" | "inner";
  readonly closed?: boolean;
  readonly smooth?: boolean;
  readonly arrow?: "both" | "end" | "none";
}

/** A step of the agenda that comes with the canvas; a facilitator can change it. */
export interface SuggestedStep {
  readonly mode: Mode;
  readonly minutes: number;
  readonly text: Words;
}

/**
 * How many have something private in the step that is under way, and how many are ready: of all people together.
 *
 * `people`: who is ready, where nothing about the step is private.
 */
export interface Tally {
  readonly type: "tally";
  readonly step: string;
  readonly written: number;
  readonly ready: number;
  readonly people?: readonly string[] | null;
}

/** A canvas as it is before anybody puts anything on it. */
export interface Template {
  readonly id: string;
  readonly version: number;
  readonly order: number;
  readonly theme: string;
  readonly title: Words;
  readonly source: Words;
  readonly prompt: Words;
  readonly figure: Figure;
  readonly zones: readonly ZoneText[];
  readonly kinds: readonly ItemKind[];
  readonly intro?: readonly Words[];
  readonly axes?: readonly Axis[];
  readonly steps?: readonly SuggestedStep[];
  readonly result?: Words | null;
  readonly lists?: readonly ListText[];
  readonly cards?: readonly SeededCard[];
  readonly tokens?: readonly TokenText[];
  readonly tones?: readonly Tone[];
  readonly scoring?: Scoring;
  readonly measures?: readonly (Notes | Votes | Scores | Differences | Contrast | Positions | Shares | Classes | Cards | Ticks | Behind | Smileys | Empty | Balance | Starts | Coverage | Unlinked | Ties | Moves | Shared)[];
  readonly editable?: boolean;
  readonly prompt_origin?: "found" | "reconstruction" | "workbook";
  readonly provenance?: readonly Provenance[];
}

/** A template in the gallery. */
export interface TemplateCard {
  readonly id: string;
  readonly order: number;
  readonly theme: string;
  readonly title: Words;
  readonly prompt: Words;
  readonly minutes: number;
  readonly kinds: readonly ItemKind[];
}

/** What is wrong with a template; the line counts from 1, and is 0 where it is about the whole file. */
export interface TemplateFault {
  readonly line: number;
  readonly field: string;
  readonly said: Words;
}

export interface TemplatePicture {
  readonly language: Language;
  readonly theme: "dark" | "light";
  readonly svg: string;
}

/** Words on the canvas, without a note under them. */
export interface TextLabel {
  readonly kind: "label";
  readonly id: string;
  readonly canvas: string;
  readonly place: Place;
  readonly author?: string | null;
  readonly z?: number;
  readonly locked?: string | null;
  readonly deleted?: string | null;
  readonly step?: string | null;
  readonly public?: string | null;
  readonly text?: string;
}

/** Lines of text, broken already. (x, y) is the anchor of the first baseline. */
export interface TextShape {
  readonly type: "text";
  readonly x: number;
  readonly y: number;
  readonly lines: readonly string[];
  readonly size: number;
  readonly leading: number;
  readonly weight: number;
  readonly colour: Colour;
  readonly anchor: "end" | "middle" | "start";
  readonly role: "axis" | "caption" | "catchphrase" | "hint" | "prompt" | "source" | "title" | "zone";
  readonly zone: string | null;
  readonly rotate: number;
}

/** Which share is ticked, and on what people disagree. */
export interface Ticks {
  readonly type: "ticks";
  readonly by?: "card" | "column" | "person" | "row" | "whole" | "zone";
  readonly label: Words;
  readonly zones?: readonly string[];
}

/** Arrows to and from each token or note, one-sided and mutual, where they lead, and who has none. */
export interface Ties {
  readonly type: "ties";
  readonly kind?: ItemKind | null;
  readonly label: Words;
  readonly zones?: readonly string[];
}

/** The clock of the step that is under way; its id is always "timer". */
export interface Timer {
  readonly kind: "timer";
  readonly id: string;
  readonly step: string;
  readonly total: number;
  readonly left: number;
  readonly ends?: number | null;
  readonly held?: boolean;
}

/** A token that each participant has for their own judgement. The first is drawn solid, others dashed. */
export interface TokenText {
  readonly id: string;
  readonly label: Words;
  readonly frame?: string | null;
}

/** What a note can be marked as, such as "goes well". */
export interface Tone {
  readonly id: string;
  readonly label: Words;
  readonly sign: "attention" | "plus";
}

/** A column or a row of a grid. */
export interface Track {
  readonly id: string;
  readonly label?: Words | null;
  readonly hints?: readonly Words[];
  readonly size?: number;
  readonly repeat?: "issues" | "partners" | null;
  readonly least?: number;
}

/** Three corner zones and one in the centre, all by zone id; the centre is a share of the side. */
export interface Triangle {
  readonly type: "triangle";
  readonly top: string;
  readonly left: string;
  readonly right: string;
  readonly centre: string;
  readonly centre_size: number;
}

/** Take back my last change that I have not taken back yet. */
export interface Undo {
  readonly type: "undo";
}

/** This event took back (or, with `redo`, did again) what the event at `seq` had done. */
export interface Undone {
  readonly seq: number;
  readonly redo: boolean;
}

/** What lies in these zones without an arrow to or from another item. */
export interface Unlinked {
  readonly type: "unlinked";
  readonly kind?: ItemKind | null;
  readonly to?: readonly string[];
  readonly label: Words;
  readonly zones?: readonly string[];
}

/** The part of the sheet that someone sees, in px. */
export type View = [x: number, y: number, width: number, height: number];

/** Dots, the most first, per organisation where they are named. */
export interface Votes {
  readonly type: "votes";
  readonly by?: "column" | "item" | "row" | "zone";
  readonly tone?: string | null;
  readonly label: Words;
  readonly zones?: readonly string[];
}

/** Coordinates in a triangle: a weight from 0 to 1 for each corner's zone, together 1. */
export interface Weights {
  readonly type: "weights";
  readonly zones: [string, string, string];
  readonly corners: [[number, number], [number, number], [number, number]];
}

/** The answer to Hello. Each stream follows as a Load, then the presence of the others. */
export interface Welcome {
  readonly type: "welcome";
  readonly v: number;
  readonly writer: string;
  readonly person: string;
  readonly role: Role;
  readonly now: number;
  readonly streams: readonly string[];
  readonly last: { readonly [key: string]: { readonly [key: string]: number } };
  readonly waiting?: boolean;
}

/** Where a place lies: its zones, topmost first, and its coordinates (by zone for weights, "x", "y", "distance"). */
export interface Whereabouts {
  readonly zones: readonly string[];
  readonly coordinates: { readonly [key: string]: number };
}

/** One text in both languages. */
export interface Words {
  readonly nl: string;
  readonly en: string;
}

/** The workshop itself; its id is always "workshop". */
export interface Workshop {
  readonly kind: "workshop";
  readonly id: string;
  readonly title: string;
  readonly language: Language;
  readonly generations?: Generations;
  readonly closed?: readonly Role[];
  readonly step?: string | null;
  readonly session?: string | null;
  readonly waiting?: boolean;
  readonly paused?: string | null;
  readonly spotlight?: Spotlight | null;
}

/** A named region: the union of its areas, borders included. */
export interface Zone {
  readonly id: string;
  readonly of: string;
  readonly label: Words;
  readonly accepts: readonly ItemKind[];
  readonly areas: readonly Area[];
  readonly private: boolean;
  readonly row: string | null;
  readonly column: string | null;
}

/** The outline of a zone, unpainted until something is dragged over it; an SVG path. */
export interface ZoneShape {
  readonly type: "zone";
  readonly zone: string;
  readonly d: string;
}

/** A zone's name, hints and the kinds of items that belong in it. Its outline comes from the figure. */
export interface ZoneText {
  readonly id: string;
  readonly label: Words;
  readonly hints?: readonly Words[];
  readonly accepts?: readonly ItemKind[];
  readonly private?: boolean;
  readonly fold?: boolean;
  readonly origin?: "found" | "reconstruction" | "workbook";
}
