import { html } from 'hono/html';
import type { When } from '../../verdict/index.ts';
import type { Site } from '../app.ts';
import type { Context } from '../context.ts';
import type { Ask, BadQuery, PageOf } from '../page.ts';
import type { Html } from '../parts/html.ts';
import { nothing } from '../parts/html.ts';
import { badChoice, badDay, badLength } from '../query.ts';
import { evidenceTable, verdictHtml } from './verdict.ts';

/** `/check`: a claim held against the record; the whole answer is in the address, so it can be passed on. */
export const checkPage =
  ({ check }: Pick<Site, 'check'>): PageOf =>
  (store, ask, ctx) => {
    const { today } = ctx;
    const asked = readQuery(ask, today);
    if ('badQuery' in asked) return asked;
    const { t, label } = ctx.words;
    const { claim, when } = asked;
    const lead = html`<h1>${t('check')}</h1>
<p class="lead">${t('checkLead')}</p>
${form(ask, ctx)}`;
    if (claim === '')
      return {
        title: t('check'),
        view: { claim, verdict: null },
        tables: [evidenceTable([])],
        body: html`${lead}<p class="note">${t('checkHow')}</p>`,
      };
    const verdict = check(claim, when);
    // «Today» would be another day tomorrow: the address to keep says which day it was.
    const kept = { claim, asOf: when.asOf, claimedAt: when.claimedAt, lang: when.lang };
    return {
      title: `${claim.length > 80 ? `${claim.slice(0, 79)}…` : claim} · ${t('check')}`,
      summary: `${label('verdict', verdict.verdict)}: ${label('reason', verdict.reason)}`,
      permanent: kept,
      view: verdict,
      tables: [evidenceTable(verdict.evidence)],
      body: html`${lead}
${verdictHtml(verdict, when, store, ctx)}
<p class="note"><a href="${ctx.href('/check', kept)}">${t('permalink')}</a></p>`,
    };
  };

/** Characters of a claim that an address can hold with every letter escaped; the command takes longer ones. */
const LONGEST_ASKED = 2_000;

interface Asked {
  readonly claim: string;
  readonly when: When;
}

function readQuery(ask: Ask, today: string): Asked | BadQuery {
  const { claim = '', asOf = '', claimedAt = '', lang = '' } = ask.query;
  const wrong =
    badLength(ask, 'claim', LONGEST_ASKED) ??
    badDay(ask, 'asOf') ??
    badDay(ask, 'claimedAt') ??
    badChoice(ask, 'lang', ['kk', 'ru']);
  if (wrong !== undefined) return wrong;
  return {
    claim: claim.trim(),
    when: {
      asOf: asOf === '' ? today : asOf,
      ...(claimedAt === '' ? {} : { claimedAt }),
      ...(lang === 'kk' || lang === 'ru' ? { lang } : {}),
    },
  };
}

function form(ask: Ask, ctx: Context): Html {
  const { today, words } = ctx;
  const { t } = words;
  const { claim = '', asOf = '', claimedAt = '', hl = '' } = ask.query;
  return html`<form class="search check" action="/check" method="get">
${hl === '' ? nothing : html`<input type="hidden" name="hl" value="${hl}">`}
<p class="words"><label for="claim">${t('checkLabel')}</label><textarea id="claim" name="claim" rows="3" maxlength="${LONGEST_ASKED}" required>${claim}</textarea></p>
<p class="days"><label>${t('checkAsOf')}<input type="date" name="asOf" value="${asOf}" max="${today}"></label>
<label>${t('checkClaimedAt')}<input type="date" name="claimedAt" value="${claimedAt}" max="${today}"></label>
<button>${t('checkButton')}</button></p>
</form>`;
}
