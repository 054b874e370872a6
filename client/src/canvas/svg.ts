// Elements of SVG with their attributes.

export const SVG = "http://www.w3.org/2000/svg";

export function drawn(name: string, attributes: { readonly [name: string]: string | number } = {}): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}
