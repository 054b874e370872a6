// The workshop made in this tab, kept until the next one is begun: a reload does not lose the way in.

import type { Link, Links } from "../../generated/protocol";
import { madeInTab, setMadeInTab } from "../device";

export interface Made {
  id: string;
  title: string;
  links: Links;
}

const isLink = (link: Partial<Link> | null | undefined): boolean =>
  [link?.url, link?.line, link?.qr].every((part) => typeof part === "string");

/** What was kept, if it still is what we keep: an older version may have kept something else. */
export function madeFrom(kept: string | null): Made | null {
  if (kept === null) return null;
  let made: Partial<Made> | null;
  try {
    made = JSON.parse(kept);
  } catch {
    return null;
  }
  if (typeof made?.id !== "string" || typeof made.title !== "string") return null;
  const links: Partial<Links> | undefined = made.links;
  return isLink(links?.facilitator) && isLink(links?.participant) && isLink(links?.observer) ? (made as Made) : null;
}

export const keptMade = () => madeFrom(madeInTab());
export const keepMade = (made: Made | null) => setMadeInTab(made && JSON.stringify(made));
