import { html } from 'hono/html';
import type { ArticleView, ChangedArticle, ChangedValue, VersionRow } from '../../../store/index.ts';
import type { Context } from '../../context.ts';
import { pathOf } from '../../context.ts';
import type { Html } from '../../parts/html.ts';
import { nothing } from '../../parts/html.ts';
import { langAttribute } from '../../parts/quote.ts';
import { unlessEmpty } from '../../parts/source.ts';

/** The texts that the page has had, and what each edit did to its numbers. Nothing for a page that never changed. */
export function versionsHtml(article: ArticleView, edits: readonly ChangedArticle[], ctx: Context): Html {
  if (article.history.length < 2) return nothing;
  const { t } = ctx.words;
  return html`<section class="history" aria-labelledby="history"><h2 id="history">${t('versions')}</h2>
<p class="note">${t('versionsLead')}</p>
${edits.map((edit) => editHtml(edit, article, ctx))}
<div class="table-box"><table><thead><tr><th scope="col">${t('versionSeen')}</th><th scope="col">${t('versionLast')}</th><th scope="col">${t('versionTitle')}</th><th scope="col">SHA-256</th></tr></thead>
<tbody>${article.history.map(
    (version) =>
      html`<tr><th scope="row">${seenLink(version, article, ctx)}${version.current ? html` <span class="badge">${t('versionNow')}</span>` : nothing}</th><td>${ctx.format.time(version.lastSeen)}</td><td${langAttribute(article.lang)}>${version.title ?? '–'}</td><td><code title="${version.textSha256}">${version.textSha256.slice(0, 12)}</code></td></tr>`,
  )}</tbody></table></div></section>`;
}

/** When a text was first seen; it can be read as it was at the end of that day. */
const seenLink = (version: VersionRow, article: ArticleView, ctx: Context): Html => {
  const seen = html`${ctx.format.time(version.firstSeen)}`;
  const asOf = version.firstSeen.slice(0, 10);
  return version.current
    ? seen
    : html`<a href="${ctx.href(pathOf('articles', article.articleId), { asOf })}">${seen}</a>`;
};

function editHtml(edit: ChangedArticle, article: ArticleView, ctx: Context): Html {
  const { t } = ctx.words;
  const own = langAttribute(article.lang);
  return html`<h3>${t('editedOn', { time: ctx.format.time(edit.editedAt) })}</h3>
${edit.oldTitle === null ? nothing : html`<p>${t('titleBefore')}: <del${own}>${edit.oldTitle}</del></p>`}
${
  edit.values.length === 0
    ? html`<p class="note">${t('onlyWords')}</p>`
    : unlessEmpty(
        edit.values,
        () =>
          html`<ul class="edits">${edit.values.map(({ old, new: now }) => html`<li>${old === null ? nothing : html`<del${own}>${stated(old, ctx)}</del>`}${old !== null && now !== null ? ' → ' : ''}${now === null ? nothing : html`<ins${own}>${stated(now, ctx)}</ins>`}</li>`)}</ul>`,
      )
}`;
}

/** The words of a value in their sentence; alone where that is long, or the article is not to be shown in full. */
const stated = ({ quote, sentence }: ChangedValue, ctx: Context): Html => {
  const at = sentence.indexOf(quote);
  if (at < 0 || sentence.length > 400 || !ctx.wholeArticles) return html`<mark>${quote}</mark>`;
  return html`${sentence.slice(0, at)}<mark>${quote}</mark>${sentence.slice(at + quote.length)}`;
};
