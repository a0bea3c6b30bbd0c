import { html } from 'hono/html';

/** Markup whose variable parts are already escaped. */
export type Html = ReturnType<typeof html>;

export const nothing: Html = html``;

/** Pieces of markup with something between them. */
export const joined = (pieces: readonly Html[], between: Html | string): Html =>
  html`${pieces.map((piece, at) => (at === 0 ? piece : html`${between}${piece}`))}`;
