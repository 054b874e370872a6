// Copying a text, also on plain http, where browsers have no navigator.clipboard.

/** Whether it was copied. When not, the field holds the text selected, so that a person can do it. */
export async function copyText(text: string, field: HTMLInputElement | HTMLTextAreaElement | null): Promise<boolean> {
  if (navigator.clipboard && window.isSecureContext) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Refused by the browser's settings: the older way may still be allowed.
    }
  }
  if (!field) return false;
  field.focus();
  field.select();
  return document.execCommand("copy");
}
