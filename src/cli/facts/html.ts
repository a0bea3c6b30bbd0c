import type { Facts } from '../../core/facts.ts';
import { contextWords, valueWords } from './words.ts';

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Start of the page; it loads nothing from anywhere. */
export const HTML_HEAD = `<!doctype html>
<html lang="und"><head><meta charset="utf-8"><title>Derek: facts</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<style>
body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b}
article{border-bottom:1px solid #ccc;padding-bottom:2rem}p.text{white-space:pre-wrap}small{color:#555}
mark{background:#ddd;padding:0 .1em}mark.indicator{background:#ffe08a}mark.program{background:#bfe3c0}
mark.region{background:#c5dcf7}mark.person{background:#ecd0ee}td{padding:.2rem .8rem .2rem 0;vertical-align:top}
</style></head><body>`;

export const HTML_TAIL = '</body></html>';

/** One article with its facts marked in the text and its figures in a table. */
export function factsHtml(facts: Facts): string {
  const { article } = facts;
  const lang = article.lang === 'kk' ? 'kk' : 'ru';
  const about = [article.published, article.lang, article.publisher, article.url].filter(
    (part) => part !== null,
  );
  const rows = facts.indicators.map(
    (fact) =>
      `<tr><td>${escapeHtml(valueWords(fact))}</td><td>${escapeHtml(fact.subject)}</td><td><small>${escapeHtml(contextWords(fact, lang))}</small></td></tr>`,
  );
  const issues = facts.issues.map((issue) => `<li>${escapeHtml(issue.detail)}</li>`);
  return [
    `<article lang="${lang}"><h2>${escapeHtml(article.title ?? article.id)}</h2><small>${escapeHtml(about.join(' · '))}</small>`,
    `<p class="text">${marked(facts)}</p>`,
    rows.length === 0 ? '' : `<table>${rows.join('')}</table>`,
    issues.length === 0 ? '' : `<ul>${issues.join('')}</ul>`,
    '</article>',
  ].join('\n');
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
  readonly hint: string;
}

/** Where facts share letters, the one that starts first is marked. */
function marked(facts: Facts): string {
  const marks: Mark[] = [
    ...facts.indicators.map((fact) => ({
      start: fact.start,
      end: fact.end,
      kind: 'indicator',
      hint: valueWords(fact),
    })),
    ...facts.programs.flatMap((p) => p.mentions.map((m) => ({ ...m, kind: 'program', hint: p.name }))),
    ...facts.regions.flatMap((r) => r.mentions.map((m) => ({ ...m, kind: 'region', hint: r.name.ru }))),
    ...facts.officials.flatMap((o) =>
      o.mentions.map((m) => ({ ...m, kind: 'person', hint: `${o.name}, ${o.post}` })),
    ),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const { text } = facts.article;
  let at = 0;
  let html = '';
  for (const mark of marks) {
    if (mark.start < at) continue;
    html += `${escapeHtml(text.slice(at, mark.start))}<mark class="${mark.kind}" title="${escapeHtml(mark.hint)}">${escapeHtml(text.slice(mark.start, mark.end))}</mark>`;
    at = mark.end;
  }
  return html + escapeHtml(text.slice(at));
}
