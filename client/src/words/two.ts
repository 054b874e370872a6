// The form of a list of words: each in Dutch and English, a sentence with something filled in being a function.

// biome-ignore lint/suspicious/noExplicitAny: a word decides by itself what is filled in; both languages must agree
type Word = string | ((...filled: any[]) => string);

export type Both = Record<string, { nl: Word; en: Word }>;

type Filled<N, E> = N extends string
  ? string
  : N extends (...filled: infer A) => string
    ? E extends (...filled: A) => string
      ? (...filled: A) => string
      : never
    : never;

/** The same keys with the words of one language. */
export type In<B extends Both> = { [K in keyof B]: Filled<B[K]["nl"], B[K]["en"]> };

/** "1 kaartje", "3 kaartjes". */
export const count = (n: number, one: string, more: string) => `${n} ${n === 1 ? one : more}`;
