import { expect, test } from 'vitest';
import { loadWordClasses } from '../catalog/grammar.ts';
import type { ReadLang } from '../core/article.ts';
import { articleOf, caseFiles, loadCases } from '../testing/cases.ts';
import { bitOf, EVERY_FAMILY, STARTS } from './document.ts';
import { loadExtractor } from './index.ts';

/*
 * Layers pass over a sentence when no word of it bears a bit of what they look for. That must change no fact: a layer
 * may ask for a class that its family in `document.ts` forgot. So texts are read a second time by an extractor whose
 * closed classes bear the bits of every family, and which therefore passes over nothing.
 */

const everything = (cls: string): number => (STARTS.has(cls) ? bitOf(cls) : bitOf(cls) | EVERY_FAMILY);
const passing = loadExtractor();
const reading = loadExtractor({ bits: everything });

test('passing over sentences changes no fact of any case', () => {
  for (const file of caseFiles())
    for (const c of loadCases(file))
      expect(passing.extract(articleOf(c)), `${file}: ${c.id}`).toEqual(reading.extract(articleOf(c)));
});

/** Sentences whose figures want a word to tell more of them. */
const FRAMES: Record<ReadLang, readonly ((word: string) => string)[]> = {
  ru: [
    (w) => `${w} 40 школ области закрыты.`,
    (w) => `В школах 40 учителей ${w}.`,
    (w) => `${w} – 300 тонн.`,
    (w) => `Добыча ${w} на 4 % и ${w} 300 тонн.`,
    (w) => `Выплаты – 5 тысяч тенге ${w} семье, ${w} 2025 года.`,
  ],
  kk: [
    (w) => `${w} 40 мектеп жабылды.`,
    (w) => `Мектептерде 40 мұғалім ${w}.`,
    (w) => `${w} – 300 тонна.`,
    (w) => `Өндіріс 4 пайызға ${w}, 300 тонна ${w}.`,
    (w) => `Отбасына ${w} 5 мың теңге, 2025 жылы ${w}.`,
  ],
};

test('nor of any word of a closed class beside a figure', () => {
  for (const { cls, words } of loadWordClasses())
    for (const lang of ['kk', 'ru'] as const)
      for (const word of words[lang])
        for (const frame of FRAMES[lang]) {
          const article = { id: cls, lang, text: frame(word.replace(/-$/u, '')), published: '2026-02-01' };
          const [fast, whole] = [passing.extract(article), reading.extract(article)];
          expect(fast, `${cls}: ${article.text}`).toEqual(whole);
        }
});
