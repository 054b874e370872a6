// What stands in the margins of a printed page: the workshop's title above, the page's number below.

const sheet = typeof CSSStyleSheet === "undefined" ? null : new CSSStyleSheet();

/** Print this title at the head of every page. Where a browser has no boxes in margins, it prints its own. */
export function runningHead(title: string): void {
  if (!sheet || !("adoptedStyleSheets" in document)) return;
  const font = `font: 400 8.5pt "Schibsted Grotesk Variable", sans-serif; color: #4b555a`;
  sheet.replaceSync(
    `@page { @top-left { content: ${quoted(title)}; ${font} }
     @bottom-right { content: counter(page) " / " counter(pages); ${font} } }
     @page :first { @top-left { content: none } }`,
  );
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
}

/** As a string of a style sheet: whatever the title holds, it stays text. */
export function quoted(text: string): string {
  return `"${[...text].map((letter) => (/[\w .,:;()-]/.test(letter) ? letter : `\\${letter.codePointAt(0)?.toString(16)} `)).join("")}"`;
}
