import type { SampleArticle } from './samples.ts';

const KK = 'Қаңтар Ақпан Наурыз Сәуір Мамыр Маусым Шілде Тамыз Қыркүйек Қазан Қараша Желтоқсан'.split(' ');
const RU = 'Январь Февраль Март Апрель Май Июнь Июль Август Сентябрь Октябрь Ноябрь Декабрь'.split(' ');
const RU_GENITIVE = 'Января Февраля Марта Апреля Мая Июня Июля Августа Сентября Октября Ноября Декабря'.split(
  ' ',
);

interface Wall {
  readonly time: string;
  readonly day: string;
  readonly month: number;
  readonly year: string;
}

/** The wall clock of a time written with its offset. */
const wall = (iso: string): Wall => ({
  time: iso.slice(11, 16),
  day: iso.slice(8, 10),
  month: Number(iso.slice(5, 7)) - 1,
  year: iso.slice(0, 4),
});

/** Kazinform's Russian pages put the month in the genitive since the summer of 2026, in the nominative before. */
const GENITIVE_SINCE = '2026-06-01';

/** `17:36, 30 Қаңтар 2026`, `15:00, 23 Ноябрь 2025`, `21:38, 18 Августа 2026`. */
export function kazinformDate(iso: string, lang: SampleArticle['lang']): string {
  const { time, day, month, year } = wall(iso);
  const russian = iso >= GENITIVE_SINCE ? RU_GENITIVE : RU;
  return `${time}, ${day} ${(lang === 'kk' ? KK : russian)[month] ?? ''} ${year}`;
}

/** `30 қаңтар 2026, 17:36` and `23 ноября 2025, 15:00`: day first, small letters. */
export function plainDate(iso: string, lang: SampleArticle['lang']): string {
  const { time, day, month, year } = wall(iso);
  const name = (lang === 'kk' ? KK : RU_GENITIVE)[month] ?? '';
  return `${Number(day)} ${name.toLowerCase()} ${year}, ${time}`;
}

/** `Sun, 21 Dec 2025 09:05:00 GMT`: what RSS and the headers of HTTP use. */
export const httpDate = (iso: string): string => new Date(iso).toUTCString();
