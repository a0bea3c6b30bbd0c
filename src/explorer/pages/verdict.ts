import { html } from 'hono/html';
import type { ObservationRow, Store } from '../../store/index.ts';
import type { EvidenceRow, Verdict, VerdictPart, When } from '../../verdict/index.ts';
import type { Context } from '../context.ts';
import { pathOf } from '../context.ts';
import { claimChart } from '../parts/claim-chart.ts';
import type { Html } from '../parts/html.ts';
import { nothing } from '../parts/html.ts';
import { observationCard } from '../parts/observation.ts';
import { langAttribute, quoteHtml } from '../parts/quote.ts';
import { entityLink, sourceLine, unlessEmpty } from '../parts/source.ts';
import { tableOf } from '../parts/table.ts';
import { valueText } from '../parts/value.ts';
import { PROOF_COLUMNS } from '../tables.ts';

/** What bears on a claim, in the order in which it is told. */
const ROLES = ['supports', 'refutes', 'supersedes', 'superseded', 'other_scope'] as const;

/** A verdict: the answer, how the claim was understood, what it rests on, and what was searched. */
export function verdictHtml(verdict: Verdict, when: When, store: Store, ctx: Context): Html {
  const { t } = ctx.words;
  const rows = new Map(
    verdict.evidence.flatMap(({ observation }) => {
      const row = observation === null ? undefined : store.observation(observation);
      return row === undefined ? [] : [[row.id, row] as const];
    }),
  );
  return html`${answer(verdict, when, ctx)}
${unlessEmpty(
  verdict.parts,
  () => html`<section aria-labelledby="parsed"><h2 id="parsed">${t('checkParsed')}</h2>
<p class="claim"${langAttribute(verdict.lang)}>${markedClaim(verdict)}</p>
${verdict.parts.map((part) => partCard(part, verdict, ctx))}</section>`,
)}
${verdict.parts.map((part) => claimChart(part, rows, verdict, store, ctx))}
${ROLES.map((role) => evidenceSection(role, verdict, rows, ctx))}
${coverage(verdict, ctx)}`;
}

/** The verdict in words, now and, where another day was named, on the day of the claim. */
function answer(verdict: Verdict, when: When, ctx: Context): Html {
  const { t, label } = ctx.words;
  const told = (at: string, of: Verdict['verdict'], reason: string): Html =>
    html`<p class="verdict verdict-${of}"><strong>${label('verdict', of)}</strong><br>${reason === '' ? nothing : html`${reason}<br>`}<span class="quiet">${t('checkOn', { day: ctx.format.date(at) })}</span></p>`;
  return html`<section class="answer" aria-labelledby="answer"><h2 id="answer">${t('checkAnswer')}</h2>
${told(verdict.asOf, verdict.verdict, label('reason', verdict.reason))}
${when.claimedAt === undefined ? nothing : told(when.claimedAt, verdict.verdictThen, '')}
</section>`;
}

/** The claim with the words of each part marked; words that two parts share are marked once. */
function markedClaim({ claim, parts }: Verdict): Html {
  const places = parts
    .map(({ quote }) => ({ start: claim.indexOf(quote), end: claim.indexOf(quote) + quote.length }))
    .filter(({ start, end }) => start >= 0 && end > start)
    .sort((a, b) => a.start - b.start);
  const pieces: Html[] = [];
  let at = 0;
  for (const { start, end } of places) {
    if (start < at) continue;
    pieces.push(html`${claim.slice(at, start)}<mark>${claim.slice(start, end)}</mark>`);
    at = end;
  }
  return html`${pieces}${claim.slice(at)}`;
}

/** One part of a claim, slot by slot; what a claim leaves open is said to be open. */
function partCard(part: VerdictPart, verdict: Verdict, ctx: Context): Html {
  const { t, label } = ctx.words;
  const { unit, unitClass, measure, region, program, period } = part;
  const own = (text: string): Html => html`<span${langAttribute(verdict.lang)}>${text}</span>`;
  const open = html`<span class="quiet">${t('slotOpen')}</span>`;
  const slot = (name: string, content: Html): Html => html`<dt>${name}</dt><dd>${content}</dd>`;
  const number =
    unit === null || unitClass === null || measure === null
      ? nothing
      : html`${slot(t('value'), html`<b>${valueText({ ...part, unit, unitClass, measure }, ctx)}</b>${measure === 'level' ? '' : html` <span class="badge">${label('measure', measure)}</span>`}`)}${slot(t('unit'), html`${ctx.unit(unit)}`)}`;
  return html`<div class="card part"><dl>
${slot(unit === null ? t('fact.official') : t('subject'), own(part.subject))}
${number}
${slot(t('period'), period === null ? open : html`${ctx.format.period(period) ?? own(period.text)}`)}
${unit === null ? nothing : slot(t('region'), region === null ? open : entityLink('regions', region.id, region.name, ctx))}
${program === null ? nothing : slot(t('program'), programHtml(program, ctx))}
${slot(t('checkAnswer'), html`${label('verdict', part.verdict)}: ${label('reason', part.reason)}`)}
</dl></div>`;
}

const programHtml = (program: NonNullable<VerdictPart['program']>, ctx: Context): Html =>
  program.id === null ? html`${program.name.ru}` : entityLink('programs', program.id, program.name, ctx);

function evidenceSection(
  role: (typeof ROLES)[number],
  verdict: Verdict,
  rows: ReadonlyMap<string, ObservationRow>,
  ctx: Context,
): Html {
  const items = verdict.evidence.filter((e) => e.role === role);
  return unlessEmpty(
    items,
    () => html`<section aria-labelledby="${role}"><h2 id="${role}">${ctx.words.t(`evidenceOf.${role}`)}</h2>
<ol class="observations">${items.map((e) => {
      const row = e.observation === null ? undefined : rows.get(e.observation);
      return row === undefined ? namedCard(e, ctx) : observationCard(row, ctx);
    })}</ol></section>`,
  );
}

/** Evidence that is no number: who was named in which post. */
function namedCard(e: EvidenceRow, ctx: Context): Html {
  const start = Math.max(0, e.sentence.indexOf(e.quote));
  const place = { start, end: start + e.quote.length, sentenceStart: 0 };
  const day = e.published === null ? ctx.words.t('dateUnknown') : ctx.format.date(e.published);
  return html`<li class="observation"><p class="when">${day}</p><div class="what">${quoteHtml({ ...e, ...place })}
${sourceLine(e, ctx.href(pathOf('articles', e.articleId)), ctx)}</div></li>`;
}

/** What was searched, so that «nothing found» can be argued with. */
function coverage({ coverage, asOf }: Verdict, ctx: Context): Html {
  const { t, count } = ctx.words;
  const span = ctx.format.period({ from: coverage.from, to: coverage.to });
  const outlets = [...new Set(coverage.publishers.map((key) => ctx.outlet(key)))];
  return html`<section aria-labelledby="searched"><h2 id="searched">${t('checkSearched')}</h2>
<p>${count('article', coverage.articles, ctx.format.number(coverage.articles))}${span === undefined ? '' : ` · ${span}`} · ${outlets.join(', ')}</p>
<p class="note">${t('checkOnly', { day: ctx.format.date(asOf) })}</p></section>`;
}

/** The evidence as rows of a spreadsheet. */
export const evidenceTable = (rows: readonly EvidenceRow[]) =>
  tableOf<EvidenceRow>(
    'evidence',
    [
      { key: 'role', head: 'kind', raw: (e) => e.role },
      { key: 'value', head: 'value', raw: (e) => e.value },
      { key: 'period_from', head: 'period', raw: (e) => e.period?.from ?? null },
      { key: 'period_to', head: 'period', raw: (e) => e.period?.to ?? null },
      ...PROOF_COLUMNS,
      { key: 'observation', head: 'value', raw: (e) => e.observation },
    ],
    rows,
  );
