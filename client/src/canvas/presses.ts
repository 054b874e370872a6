// Controls that float over the canvas inside it: what is pressed there is theirs, not a press on the sheet.

const PRESSES = ["pointerdown", "pointerup", "mousedown", "touchend", "dblclick", "contextmenu"] as const;

export function ownPresses(control: HTMLElement): void {
  for (const press of PRESSES) control.addEventListener(press, (event) => event.stopPropagation());
}
