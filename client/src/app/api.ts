// The server's routes as functions. What goes wrong is an ApiError with a code; the words for it are chosen here too.

import type { Language, Sheet } from "../canvas/types";
import type {
  AskedSheet,
  CheckedTemplate,
  Entrance,
  Gallery,
  History,
  Join,
  Joined,
  Links,
  MadeWorkshop,
  NewWorkshop,
  Report,
} from "../generated/protocol";
import { words } from "../words";

/** What is asked for; what has a default on the server may be left out. */
type Asked<T, Optional extends keyof T> = Omit<T, Optional> & Partial<Pick<T, Optional>>;

export type WorkshopRequest = Asked<NewWorkshop, "code" | "own">;
export type JoinRequest = Asked<Join, "newOrganisation">;

/** The server said no, or could not be asked (status 0). */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

async function ask<T>(path: string, body?: unknown): Promise<T> {
  const request: RequestInit =
    body === undefined
      ? {}
      : { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  let response: Response;
  try {
    response = await fetch(path, request);
  } catch {
    throw new ApiError(0, "unreachable", "");
  }
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok && answer !== null) return answer as T;
  const { error = "", message = "" } = (answer ?? {}) as { error?: string; message?: string };
  throw new ApiError(response.status, error, message);
}

export const getTemplates = () => ask<Gallery>("/api/templates");
export const checkTemplate = (content: string, code: string) =>
  ask<CheckedTemplate>("/api/templates/check", code ? { content, code } : { content });
export const createWorkshop = (workshop: WorkshopRequest) => ask<MadeWorkshop>("/api/workshops", workshop);
export const enter = (workshop: string, secret: string | null) =>
  ask<Entrance>(`/w/${workshop}/enter`, secret === null ? {} : { secret });
export const join = (workshop: string, joining: JoinRequest) => ask<Joined>(`/w/${workshop}/join`, joining);
export const getLinks = (workshop: string) => ask<Links>(`/w/${workshop}/links`);
export const getSheet = (workshop: string, canvas: string, asked: AskedSheet) =>
  ask<Sheet>(`/w/${workshop}/sheet/${canvas}`, asked);
export const getEvents = (workshop: string, after: number) =>
  ask<History>(`/w/${workshop}/events?stream=shared&after=${after}`);

export const getReport = (workshop: string) => ask<Report>(`/w/${workshop}/report.json`);

/** A canvas as it is now, as an SVG. */
export async function getPicture(
  workshop: string,
  canvas: string,
  language: Language,
  theme: "light" | "dark",
): Promise<string> {
  const response = await fetch(`/w/${workshop}/picture/${canvas}?language=${language}&theme=${theme}`);
  if (!response.ok) throw new ApiError(response.status, "", "");
  return response.text();
}

export const socketUrl = (workshop: string) =>
  `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/w/${workshop}/ws`;

/** What went wrong, in a sentence in the reader's language. */
export function sentenceFor(error: unknown): string {
  const w = words.value;
  if (!(error instanceof ApiError)) return w.somethingWrong(String(error));
  if (error.status === 0 || error.status === 503) return w.serverUnreachable;
  if (error.status === 429) return w.tooBusy;
  if (error.code === "wrong-code") return w.badCode;
  if (error.status === 404) return w.notFound;
  if (error.status === 401) return w.needLink;
  if (error.code === "waiting") return w.needLettingIn;
  if (error.code === "wrong-invite") return w.badLink;
  if (error.code === "too-many") return w.workshopFull;
  return w.somethingWrong(error.message || error.code || String(error.status));
}
