import { html } from 'hono/html';
import type { ObservationRow } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { address } from '../context.ts';
import type { Html } from './html.ts';
import { valueHref } from './source.ts';
import { valueText } from './value.ts';

/** A feed as RFC 4287 has it: an entry a value, dated by when the record got it. `origin` is `http://host:port`. */
export function atomFeed(title: string, rows: readonly ObservationRow[], origin: string, ctx: Context): Html {
  const page = ctx.path.replace(/\.atom$/, '');
  const updated =
    rows
      .map(({ seen }) => seen)
      .sort()
      .at(-1) ?? '1970-01-01T00:00:00.000Z';
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${ctx.lang}">
<title>${title} · ${ctx.words.t('brand')}</title>
<id>${origin}${address(page, { hl: ctx.lang })}</id>
<updated>${updated}</updated>
<author><name>${ctx.words.t('brand')}</name></author>
<link rel="self" href="${origin}${address(ctx.path, { hl: ctx.lang })}"/>
<link rel="alternate" type="text/html" href="${origin}${address(page, { hl: ctx.lang })}"/>
${rows.map((row) => entry(row, origin, ctx))}</feed>
`;
}

const entry = (row: ObservationRow, origin: string, ctx: Context): Html => html`<entry>
<title>${valueText(row, ctx)}${row.subject === '' ? '' : ` – ${row.subject}`}</title>
<id>${origin}/articles/${encodeURIComponent(row.id)}</id>
<updated>${row.seen}</updated>
<link rel="alternate" type="text/html" href="${origin}${valueHref(row, ctx)}"/>
<content type="text"${row.lang === 'kk' || row.lang === 'ru' ? html` xml:lang="${row.lang}"` : ''}>${row.sentence}</content>
<source><title>${ctx.outlet(row.publisher)}</title></source>
</entry>
`;
