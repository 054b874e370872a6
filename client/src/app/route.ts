// Which screen an address asks for. The fragment of an invite link is its secret; it never reaches the server's logs.

export type Route =
  | { page: "start" }
  | { page: "workshop"; workshop: string; secret: string | null }
  | { page: "replay"; workshop: string; secret: string | null }
  | { page: "report"; workshop: string; secret: string | null }
  | { page: "nowhere" };

const WORKSHOP = /^\/w\/([A-Za-z0-9_-]+)\/?(replay|report)?\/?$/;

export function routeOf(path: string, fragment: string): Route {
  if (path === "/" || path === "/index.html") return { page: "start" };
  const found = WORKSHOP.exec(path);
  if (!found?.[1]) return { page: "nowhere" };
  const secret = fragment.replace(/^#/, "") || null;
  const page = found[2] === "replay" || found[2] === "report" ? found[2] : "workshop";
  return { page, workshop: found[1], secret };
}

export const workshopPath = (workshop: string) => `/w/${workshop}/`;
export const replayPath = (workshop: string) => `/w/${workshop}/replay`;
export const reportPath = (workshop: string) => `/w/${workshop}/report`;
