import { loadMonths, loadNumerals, loadWordClasses, type Numeral } from '../catalog/grammar.ts';
import { loadPlaces, type Place } from '../catalog/places.ts';
import { loadSectionCues, type SectionCue } from '../catalog/sections.ts';
import { loadThings, type Thing } from '../catalog/things.ts';
import type { KkWording, RuWording } from '../catalog/wording.ts';
import { Lexicon } from '../language/lexicon.ts';
import { adjective } from '../language/packs/ru/inflect.ts';
import { Words } from '../language/words.ts';

/** Everything the extractor decides with, compiled from `data/` once at start-up. */
export interface Vocabulary {
  readonly words: Words;
  readonly lexicon: Lexicon;
  readonly sectionCues: readonly SectionCue[];
  readonly places: ReadonlyMap<string, Place>;
}

/** A one-word Kazakh wording that takes endings. */
export const kkStem = (word: string): KkWording => ({ written: word, words: word.split(' '), stem: word.split(' ').at(-1) ?? word, p3: false, indeclinable: false });
/** A Russian wording without principal parts. */
export const ruWord = (written: string): RuWording => {
  const words = written.split(' ').map((lemma) => ({ lemma, indeclinable: false }));
  return { written, words, head: words.length - 1 };
};

/** Reads `data/` and compiles the lexicon. Throws `BadData` with file and line. */
export function loadVocabulary(dir?: string): Vocabulary {
  const lexicon = new Lexicon();
  for (const { cls, words } of loadWordClasses(dir))
    for (const lang of ['kk', 'ru'] as const) for (const w of words[lang]) lexicon.addClass(lang, cls, w);
  addNumerals(lexicon, loadNumerals(dir));
  for (const m of loadMonths(dir)) {
    const entry = { cls: 'month', id: `month-${m.month}`, data: m.month };
    for (const w of [...m.kk, ...m.latin]) lexicon.addKk(entry, kkStem(w));
    for (const w of m.ru) lexicon.addForm('ru', entry, [w], 0);
  }
  addThings(lexicon, loadThings(dir));
  const places = loadPlaces(dir);
  return {
    words: new Words(),
    lexicon,
    sectionCues: loadSectionCues(dir),
    places: new Map(places.map((p) => [p.id, p])),
  };
}

function addNumerals(lexicon: Lexicon, numerals: readonly Numeral[]): void {
  for (const n of numerals) {
    const entry = { cls: 'numeral', id: `${n.role}-${n.value}`, data: n };
    for (const w of n.kk) lexicon.addKk(entry, kkStem(w));
    for (const w of n.ru) {
      if (n.role === 'ordinal') for (const f of adjective(w)) lexicon.addForm('ru', entry, [f.form], f.tags);
      else lexicon.addForm('ru', entry, [w], 0);
    }
  }
}

function addThings(lexicon: Lexicon, things: readonly Thing[]): void {
  for (const t of things) {
    const entry = { cls: 'thing', id: t.unit, data: t };
    for (const w of t.kk) lexicon.addKk(entry, w);
    for (const w of t.ru) lexicon.addRu(entry, w);
    for (const s of t.symbols) lexicon.addSymbol(entry, s);
  }
}
