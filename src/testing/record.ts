import { articleIdOf, type Store } from '../store/index.ts';
import { type FactsSketch, sketch } from './facts.ts';

const FAMILY = { id: 'happy-family', name: { kk: 'Бақытты отбасы', ru: 'Бақытты отбасы' } };
const ABAI = { id: 'KZ-10', name: { kk: 'Абай облысы', ru: 'область Абай' } };

/** A small record in both languages: one program of the catalogue, one of nobody's, three outlets, an edit, a note. */
const ARTICLES: readonly (FactsSketch & { readonly url: string })[] = [
  {
    url: 'https://baq.kz/news/otbasy-ortalyqtary',
    publisher: 'baq',
    lang: 'kk',
    title: 'Отбасын қолдау орталықтары көбейді',
    published: '2026-02-04T10:00:00+05:00',
    text:
      'Абай облысында отбасын қолдау орталықтарының саны 131-ге жетті. ' +
      'Министр Дана Серікова «Бақытты отбасы» бағдарламасымен 2024 жылы 2 400 отбасы пәтер алғанын айтты. ' +
      'Жәрдемақының мөлшері 45 мың теңге болды.',
    programs: [{ quote: 'Бақытты отбасы', id: 'happy-family' }],
    regions: [{ quote: 'Абай облысында', id: 'KZ-10', name: ABAI.name }],
    officials: [{ quote: 'Дана Серікова', post: 'министр', postId: 'minister' }],
    indicators: [
      {
        quote: '131',
        unit: 'centre',
        subject: 'отбасын қолдау орталықтары',
        concept: 'family-support-centres',
        region: ABAI,
        inferred: ['unit'],
      },
      {
        quote: '2 400 отбасы',
        value: 2400,
        unit: 'family',
        subject: 'пәтер алған отбасылар',
        period: { from: '2024', to: '2024', text: '2024 жылы' },
        program: FAMILY,
      },
      { quote: '45 мың теңге', value: 45_000, unit: 'KZT', unitClass: 'money', subject: 'жәрдемақы мөлшері' },
    ],
  },
  {
    url: 'https://rus.baq.kz/news/semi',
    publisher: 'baq',
    lang: 'ru',
    title: 'Семьи получили квартиры',
    published: '2026-02-05',
    text:
      'В области Абай за 2025 год 2 650 семей получили жильё по программе «Бақытты отбасы». ' +
      'Программа была запущена в 2019 году. Ещё 300 многодетных семей ждут своей очереди.',
    programs: [{ quote: 'Бақытты отбасы', id: 'happy-family' }],
    regions: [{ quote: 'области Абай', id: 'KZ-10', name: ABAI.name }],
    indicators: [
      {
        quote: '2 650 семей',
        value: 2650,
        unit: 'family',
        subject: 'семьи, получившие жильё',
        period: { from: '2025', to: '2025', text: 'за 2025 год' },
        program: FAMILY,
        region: ABAI,
      },
      {
        quote: '300 многодетных семей',
        value: 300,
        unit: 'family',
        subject: 'многодетные семьи',
        program: FAMILY,
      },
    ],
    events: [
      {
        quote: 'Программа была запущена в 2019 году',
        kind: 'start',
        date: { from: '2019', to: '2019', text: 'в 2019 году' },
        program: 'happy-family',
      },
    ],
  },
  {
    url: 'https://liter.kz/dvor',
    publisher: 'liter',
    lang: 'ru',
    title: 'Дворы Семея',
    published: '2025-11-20',
    text: 'В Семее по проекту «Мой двор» обновили 12 дворов. Пособие получат 40 жителей.',
    programs: [{ quote: 'Мой двор', kind: 'project' }],
    indicators: [
      {
        quote: '12 дворов',
        unit: 'yard',
        subject: 'дворы',
        program: { id: null, name: { kk: 'Мой двор', ru: 'Мой двор' } },
      },
    ],
  },
];

/** Puts the small record into a store. */
export function fillRecord(store: Store): void {
  for (const article of ARTICLES)
    store.saveArticle({}, sketch({ ...article, id: articleIdOf(article.url) }), 'rules@1');
  store.link();
}

/** The id of an article of the small record, by its address. */
export const idOf = articleIdOf;
