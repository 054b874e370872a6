// Our own icons: drawn on a grid of 20, line 1.5, round ends, open shapes. Always beside a word or an accessible name.

import type { ComponentChildren } from "preact";

const DRAWINGS = {
  select: <path d="M5 3.5 15.5 9l-4.7 1.4L8.6 15z" />,
  hand: (
    <path d="M6.2 11.2V5.6a1.15 1.15 0 0 1 2.3 0V9m0-.4V4.2a1.15 1.15 0 0 1 2.3 0V9m0-3.6a1.15 1.15 0 0 1 2.3 0V9.4m0-2a1.15 1.15 0 0 1 2.3 0v4.8c0 3-1.9 4.8-4.6 4.8-2.2 0-3.4-.9-4.4-2.6L4 11.2c-.5-.9.8-1.9 1.6-1z" />
  ),
  note: <path d="M3.5 4.5h13v8l-4 3.5h-9zM16.3 12.4h-3.9v3.8" />,
  laser: <path d="m3.8 16.2 7.4-7.4M13.6 3v2.4M17 6.4h-2.4M16 3.9l-1.6 1.6M10.8 4.2l1.3 1.3M15.8 9.2l-1.3-1.3" />,
  person: (
    <>
      <circle cx="10" cy="7.2" r="3.4" />
      <path d="M6.6 12.6 5.4 16.8h9.2l-1.2-4.2" />
    </>
  ),
  people: (
    <>
      <circle cx="7.5" cy="7" r="2.8" />
      <path d="M2.5 16c0-2.8 2.2-4.4 5-4.4s5 1.6 5 4.4M12.7 4.5a2.8 2.8 0 0 1 0 5M14.6 12c1.8.6 2.9 2 2.9 4" />
    </>
  ),
  tokens: (
    <>
      <circle cx="7" cy="8" r="4.2" />
      <circle cx="13" cy="12.4" r="4.2" />
    </>
  ),
  undo: <path d="M7 4.5 3.5 8 7 11.5M3.8 8h7.7a4 4 0 0 1 0 8H8" />,
  redo: <path d="M13 4.5 16.5 8 13 11.5M16.2 8H8.5a4 4 0 0 0 0 8H12" />,
  list: <path d="M3.5 5.2h.1M3.5 10h.1M3.5 14.8h.1M7 5.2h9.5M7 10h9.5M7 14.8h9.5" />,
  canvas: <path d="M3.5 4.5h13v11h-13zM10 7.2l3.4 5.6H6.6z" />,
  lock: <path d="M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9" />,
  unlock: <path d="M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 5.8-1" />,
  share: <path d="M10 12.5V3.2M6.6 6.2 10 3l3.4 3.2M5.6 8.8H4v7.7h12V8.8h-1.6" />,
  check: <path d="m4 10.6 3.8 3.8L16 5.8" />,
  sync: <path d="M15.8 8.2A6 6 0 0 0 5 6.6L3.8 8M4.2 11.8A6 6 0 0 0 15 13.4l1.2-1.4M3.6 4.6V8H7M16.4 15.4V12H13" />,
  warning: <path d="M10 3.5 17 16H3zM10 8.2v3.6M10 13.9v.1" />,
  close: <path d="m5 5 10 10M15 5 5 15" />,
  plus: <path d="M10 4v12M4 10h12" />,
  minus: <path d="M4 10h12" />,
  fit: <path d="M3.5 7.5v-4h4M12.5 3.5h4v4M16.5 12.5v4h-4M7.5 16.5h-4v-4" />,
  left: <path d="M12 4.5 6.5 10l5.5 5.5" />,
  right: <path d="M8 4.5 13.5 10 8 15.5" />,
  down: <path d="m4.5 7.5 5.5 5.5 5.5-5.5" />,
  up: <path d="m4.5 12.5 5.5-5.5 5.5 5.5" />,
  moon: <path d="M16.2 11.8A6.6 6.6 0 0 1 8.2 3.8a6.6 6.6 0 1 0 8 8z" />,
  sun: (
    <>
      <circle cx="10" cy="10" r="3.2" />
      <path d="M10 2.8v1.6M10 15.6v1.6M2.8 10h1.6M15.6 10h1.6M4.9 4.9 6 6M14 14l1.1 1.1M15.1 4.9 14 6M6 14l-1.1 1.1" />
    </>
  ),
  trash: <path d="M3.5 5.5h13M7.5 5.5V3.5h5v2M5 5.5l.8 11h8.4l.8-11M8.4 8.8v4.6M11.6 8.8v4.6" />,
  duplicate: <path d="M7.5 7.5h9v9h-9zM4.8 12.5H3.5v-9h9v1.3" />,
  front: <path d="M3.5 3.5h9v9h-9zM12.5 7.5h4v9h-9v-4" />,
  back: <path d="M7.5 7.5h9v9h-9zM7.5 12.5h-4v-9h9v4M7.5 10h2.5V7.5" />,
  text: <path d="M4 6V4.5h12V6M10 4.5v11M7.5 15.5h5" />,
  edit: <path d="m4 16 .8-3.4 8.6-8.6a1.6 1.6 0 0 1 2.5 2.5L7.3 15.2zM11.8 5.6l2.5 2.5" />,
  copy: <path d="M7.5 7.5h9v9h-9zM4.8 12.5H3.5v-9h9v1.3" />,
  arrow: <path d="M4 16 15.5 4.5M8.5 4.5h7v7" />,
  turn: <path d="M3.5 7h12.2M12.2 3.5 15.7 7M16.5 13H4.3M7.8 9.5 4.3 13l3.5 3.5" />,
  forward: <path d="M3.5 10h12.7M11 4.8l5.2 5.2-5.2 5.2" />,
  backward: <path d="M16.5 10H3.8M9 4.8 3.8 10 9 15.2" />,
  well: <path d="M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 1 1 0-15zM10 6.5v7M6.5 10h7" />,
  link: <path d="M8.4 11.6 11.6 8.4M9 6.4l2-2a3.2 3.2 0 0 1 4.6 4.6l-2 2M11 13.6l-2 2A3.2 3.2 0 0 1 4.4 11l2-2" />,
  play: <path d="M6.5 4v12l9.5-6z" />,
  pause: <path d="M7 4.5v11M13 4.5v11" />,
  before: <path d="M4.8 4.5v11M15.5 4.5 8 10l7.5 5.5z" />,
  after: <path d="M15.2 4.5v11M4.5 4.5 12 10l-7.5 5.5z" />,
  adjust: (
    <>
      <path d="M3.5 6.5h6M14.5 6.5h2M3.5 13.5h2M10.5 13.5h6" />
      <circle cx="12" cy="6.5" r="2.2" />
      <circle cx="8" cy="13.5" r="2.2" />
    </>
  ),
  restore: <path d="M6.5 4 3.5 7l3 3M3.8 7h7.7a4.5 4.5 0 1 1-4.2 6.2" />,
  replay: <path d="M6.5 4 3.5 7l3 3M3.8 7H11a4.75 4.75 0 1 1-4.6 6M9.6 9.6v4.2l3.2-2.1z" />,
  eye: (
    <>
      <path d="M2.5 10S5.2 5 10 5s7.5 5 7.5 5-2.7 5-7.5 5-7.5-5-7.5-5z" />
      <circle cx="10" cy="10" r="2.4" />
    </>
  ),
  agreements: <path d="M3.5 6.2 5 7.7 7.6 4.8M3.5 13.2l1.5 1.5 2.6-2.9M10.5 6.2h6M10.5 13.4h6" />,
  results: <path d="M4.5 16.5v-5M10 16.5v-13M15.5 16.5V8" />,
  score: (
    <>
      <circle cx="4.8" cy="10" r="2.3" />
      <circle cx="15.2" cy="10" r="2.3" />
      <path d="M10 7.5v5" />
    </>
  ),
  sound: <path d="M3.5 8v4h2.7l3.8 3.2V4.8L6.2 8zM12.8 7.4a3.6 3.6 0 0 1 0 5.2M15 5.2a6.8 6.8 0 0 1 0 9.6" />,
  silence: <path d="M3.5 8v4h2.7l3.8 3.2V4.8L6.2 8zM13 8l4 4M17 8l-4 4" />,
  hidden: (
    <path d="M4.6 5.8C3.2 7.2 2.5 10 2.5 10S5.2 15 10 15c1.2 0 2.3-.3 3.2-.8M8.3 5.2A8 8 0 0 1 10 5c4.8 0 7.5 5 7.5 5s-.7 1.5-2.1 2.8M8.2 8.4a2.4 2.4 0 0 0 3.3 3.3M3.5 3.5l13 13" />
  ),
  more: (
    <>
      <circle cx="4.5" cy="10" r=".7" />
      <circle cx="10" cy="10" r=".7" />
      <circle cx="15.5" cy="10" r=".7" />
    </>
  ),
  help: <path d="M7.2 7.4a2.8 2.8 0 1 1 4.2 2.4c-.9.5-1.4 1-1.4 2.2M10 14.9v.1" />,
  key: <path d="M3.5 5h13v10h-13zM6.2 8h.1M10 8h.1M13.8 8h.1M7 12h6" />,
  console: <path d="M3.5 4.5h13v11h-13zM12 4.5v11M13.9 7.5h.7M13.9 10h.7" />,
  dots: (
    <>
      <circle cx="5" cy="11.5" r="2" />
      <circle cx="10.5" cy="8" r="2" />
      <circle cx="15" cy="13" r="2" />
    </>
  ),
  spotlight: (
    <>
      <circle cx="10" cy="10.5" r="2.6" />
      <path d="M10 3.2v2.4M4 5.6l1.8 1.7M16 5.6l-1.8 1.7M3 12.2l2.3-.4M17 12.2l-2.3-.4M6.4 17l1.3-2.4M13.6 17l-1.3-2.4" />
    </>
  ),
  bring: <path d="M10 3v8.6M6.8 8.6 10 11.8l3.2-3.2M3.5 12v4.5h13V12" />,
  group: (
    <path d="M3.5 7v-3.5H7M13 3.5h3.5V7M16.5 13v3.5H13M7 16.5H3.5V13M6.8 6.8h3.6v3.6H6.8zM10.4 9.6h2.8v3.6H9.6v-2.8" />
  ),
  ungroup: <path d="M3.5 7V3.5H7M13 3.5h3.5V7M16.5 13v3.5H13M7 16.5H3.5V13M7.4 7.4l5.2 5.2M12.6 7.4l-5.2 5.2" />,
  stop: <path d="M5.5 5.5h9v9h-9z" />,
  skip: <path d="M3.5 12.5a6.5 6.5 0 0 1 12.4-2M16.4 6.2v4.4H12M9.4 14.9h.1" />,
  grip: <path d="M7.2 5.5h.1M12.7 5.5h.1M7.2 10h.1M12.7 10h.1M7.2 14.5h.1M12.7 14.5h.1" />,
  move: (
    <path d="M10 3v14M3 10h14M7.8 5.2 10 3l2.2 2.2M7.8 14.8 10 17l2.2-2.2M5.2 7.8 3 10l2.2 2.2M14.8 7.8 17 10l-2.2 2.2" />
  ),
} satisfies Record<string, ComponentChildren>;

export type IconName = keyof typeof DRAWINGS;

export function Icon({ name, size = 20 }: { name: IconName; size?: 16 | 20 }) {
  return (
    <svg
      class={size === 16 ? "icon small" : "icon"}
      viewBox="0 0 20 20"
      stroke-width={size === 16 ? 1.8 : 1.5}
      aria-hidden="true"
    >
      {DRAWINGS[name]}
    </svg>
  );
}

/** The sign: a circle resting on a line, with a gold touching point. */
export function Sign({ size = 24 }: { size?: number }) {
  return (
    <svg class="sign" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="10" r="7.6" />
      <path d="M1.5 18.6h21" />
      <circle class="sign-touch" cx="12" cy="18.2" r="2.3" />
    </svg>
  );
}
