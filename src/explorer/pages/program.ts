import { html } from 'hono/html';
import type { ProgramView } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { pathOf } from '../context.ts';
import type { PageOf } from '../page.ts';
import { nearTo } from '../page.ts';
import type { Html } from '../parts/html.ts';
import { nothing } from '../parts/html.ts';
import { unlessEmpty } from '../parts/source.ts';
import {
  articlesTable,
  eventsTable,
  nameText,
  type Place,
  placesOf,
  placesTable,
  valuesTable,
} from '../tables.ts';
import { entityHeader } from './header.ts';
import { articlesSection, timelineSections } from './timeline.ts';

/** `/programs/:id`: the dated values of a program, newest first, each with its sentence and source. */
export const programPage: PageOf = (store, ask, ctx) => {
  const program = store.program(ask.key);
  if (program === undefined) {
    const entries = store
      .programs()
      .map(({ key, name }) => ({ key, path: pathOf('programs', key), name: nameText(name, ctx) }));
    return { missing: ask.key, list: '/programs', near: nearTo(ask.key, entries) };
  }
  const { timeline } = program;
  const values = [...timeline.dated, ...timeline.undated];
  const places = placesOf(values);
  return {
    title: nameText(program.name, ctx),
    view: program,
    tables: [
      valuesTable(values),
      eventsTable(timeline.events),
      placesTable(places),
      articlesTable(program.mentionedIn),
    ],
    body: html`${header(program, ctx)}
${timelineSections(timeline, ctx, 'program')}
${placesSection(places, ctx)}
${articlesSection(program.mentionedIn, ctx)}`,
  };
};

function header(program: ProgramView, ctx: Context): Html {
  const { t, label, count } = ctx.words;
  const values = program.timeline.dated.length + program.timeline.undated.length;
  const first =
    program.first === null
      ? nothing
      : html`<dt>${t('firstSeen')}</dt><dd>${ctx.format.date(program.first)}</dd>`;
  const last =
    program.last === null
      ? nothing
      : html`<dt>${t('lastSeen')}</dt><dd>${ctx.format.date(program.last)}</dd>`;
  return entityHeader(
    label('program', program.kind),
    program.name,
    [
      count('value', values, ctx.format.number(values)),
      count('article', program.articles, ctx.format.number(program.articles)),
      [...new Set(program.publishers.map((key) => ctx.outlet(key)))].join(', '),
    ],
    html`${first}${last}`,
    ctx,
  );
}

const placesSection = (places: readonly Place[], ctx: Context): Html =>
  unlessEmpty(
    places,
    () =>
      html`<section aria-labelledby="places"><h2 id="places">${ctx.words.t('whereReported')}</h2>${placesTable(places).html(ctx)}</section>`,
  );
