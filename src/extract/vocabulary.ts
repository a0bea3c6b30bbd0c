import { type Deed, loadDeeds, THEME_ROLES, type ThemeRole } from '../catalog/deeds.ts';
import { loadMonths, loadNumerals, loadWordClasses, type Numeral } from '../catalog/grammar.ts';
import { loadActs, loadConcepts } from '../catalog/indicators.ts';
import { loadNames } from '../catalog/names.ts';
import { loadOrganisations } from '../catalog/organisations.ts';
import { loadPlaceHeads } from '../catalog/place-heads.ts';
import { loadPlaces, type Place } from '../catalog/places.ts';
import { loadPosts, type Posts } from '../catalog/posts.ts';
import { loadPrograms, type Program } from '../catalog/programs.ts';
import { loadSectionCues } from '../catalog/sections.ts';
import { loadThings, type Thing } from '../catalog/things.ts';
import { loadTriggers } from '../catalog/triggers.ts';
import type { KkWording, Wordings } from '../catalog/wording.ts';
import type { ReadLang } from '../core/article.ts';
import type { EventKind } from '../core/facts.ts';
import { type Entry, entryOf, Lexicon } from '../language/lexicon.ts';
import { NameWords } from '../language/name-words.ts';
import { attributiveOf } from '../language/packs/kk/shape.ts';
import * as kkVerbs from '../language/packs/kk/verbs.ts';
import { adjective } from '../language/packs/ru/inflect.ts';
import { looksFuture } from '../language/packs/ru/shape.ts';
import * as ruVerbs from '../language/packs/ru/verbs.ts';
import { Tag } from '../language/tags.ts';
import type { KnownWords } from '../language/transcript.ts';
import type { Tense, VerbForm } from '../language/verbs.ts';
import { Words } from '../language/words.ts';
import { ConceptBook } from './concept-book.ts';
import { bitOf } from './document.ts';
import { knownWords } from './known-words.ts';
import { addHeads, addPlace } from './place-words.ts';
import { addDomains, addGlued } from './post-words.ts';
import { type ListedProgram, ProgramBook } from './program-book.ts';
import { CueIndex } from './sections.ts';

/** Everything the extractor decides with, compiled from `data/` once at start-up. */
export interface Vocabulary {
  readonly words: Words;
  readonly lexicon: Lexicon;
  readonly sectionCues: CueIndex;
  readonly places: ReadonlyMap<string, Place>;
  readonly posts: Posts;
  readonly programs: ProgramBook;
  readonly concepts: ConceptBook;
  /** Gender of a given name by its lower-cased nominative in either spelling. */
  readonly givenNames: ReadonlyMap<string, 'm' | 'f' | 'both'>;
  /** The words that can be parts of persons' names. */
  readonly names: NameWords;
  /** What a transcript of Kazakh in Latin or Arabic letters asks. */
  readonly known: KnownWords;
}

/** A one-word Kazakh wording that takes endings. */
export const kkStem = (word: string): KkWording => ({
  written: word,
  words: word.split(' '),
  stem: word.split(' ').at(-1) ?? word,
  p3: false,
  indeclinable: false,
});
/** Reads `data/` and compiles the lexicon. Throws `BadData` with file and line. */
export function loadVocabulary(
  dir?: string,
  listed: readonly Program[] = loadPrograms(dir),
  bits: (cls: string) => number = bitOf,
): Vocabulary {
  const lexicon = new Lexicon(bits);
  for (const { cls, words } of loadWordClasses(dir))
    for (const lang of ['kk', 'ru'] as const) for (const w of words[lang]) lexicon.addClass(lang, cls, w);
  lexicon.addShape('ru', 'planned', looksFuture);
  addNumerals(lexicon, loadNumerals(dir));
  for (const m of loadMonths(dir)) {
    const entry = entryOf('month', `month-${m.month}`, m.month);
    for (const w of m.kk) lexicon.addKk(entry, kkStem(w));
    for (const w of m.ru) lexicon.addForm('ru', entry, [w], 0);
  }
  const things = loadThings(dir);
  addThings(lexicon, things);
  for (const deed of loadDeeds(dir)) addDeed(lexicon, deed);
  const acts = loadActs(dir);
  const concepts = loadConcepts(dir, things, acts);
  for (const c of concepts) addWordings(lexicon, 'concept', c.id, c);
  const places = loadPlaces(dir);
  const heads = addHeads(lexicon, loadPlaceHeads(dir));
  for (const p of places) addPlace(lexicon, p, heads);
  const posts = loadPosts(dir);
  for (const p of posts.posts) addWordings(lexicon, 'post', p.id, p);
  addGlued(lexicon, posts);
  for (const m of posts.modifiers) addWordings(lexicon, 'postmod', m.id, m);
  const organisations = loadOrganisations(dir);
  for (const h of organisations.heads) addWordings(lexicon, 'orghead', h.kind, h);
  addDomains(lexicon, organisations.bodies);
  for (const b of organisations.bodies) addWordings(lexicon, 'body', b.id, b);
  const triggers = loadTriggers(dir);
  for (const t of triggers.triggers) addWordings(lexicon, 'trigger', t.kind, t);
  for (const w of triggers.words) addWordings(lexicon, `tw.${w.role}`, w.role, w);
  const names = loadNames(dir);
  const programs = addPrograms(lexicon, listed);
  return {
    words: new Words(),
    lexicon,
    sectionCues: new CueIndex(loadSectionCues(dir)),
    places: new Map(places.map((p) => [p.id, p])),
    posts,
    programs,
    givenNames: givenNames(names.given),
    names: new NameWords(names),
    concepts: new ConceptBook(concepts, things, acts),
    known: knownWords(
      lexicon,
      {
        given: new Set(names.given.map((n) => n.kk.toLowerCase())),
        ofPrograms: new Set(listed.flatMap((p) => p.names.kk.flatMap((n) => n.toLowerCase().split(/[ -]/u)))),
      },
      programs,
    ),
  };
}

/** What a wording of an event tells: the data of entries of the class `deed`. */
export interface DeedWord {
  readonly kind: EventKind;
  /** What the thing is that it happens to, by the grammar of the wording; of a noun, in the genitive. */
  readonly theme: ThemeRole | 'of';
  readonly tense: Tense | 'since';
  /** It narrows a noun beside it and makes no sentence by itself. */
  readonly attribute: boolean;
}

function addDeed(lexicon: Lexicon, { kind, kk, ru }: Deed): void {
  const entries = new Map<string, Entry<DeedWord>>();
  const entry = (theme: DeedWord['theme'], tense: DeedWord['tense'], attribute: boolean): Entry<DeedWord> => {
    const key = `${theme} ${tense} ${attribute}`;
    const found = entries.get(key) ?? entryOf('deed', kind, { kind, theme, tense, attribute });
    entries.set(key, found);
    return found;
  };
  const add = (lang: ReadLang, role: ThemeRole, { words, tense, passive, attribute }: VerbForm): void =>
    lexicon.addForm(lang, entry(passive && role === 'does' ? 'happens' : role, tense, attribute), words, 0);
  for (const role of THEME_ROLES) {
    for (const verb of kk[role]) for (const form of kkVerbs.verbForms(verb)) add('kk', role, form);
    for (const verb of ru[role]) for (const form of ruVerbs.verbForms(verb)) add('ru', role, form);
  }
  for (const noun of kk.nouns) lexicon.addKk(entry('of', 'infinitive', false), noun);
  for (const noun of ru.nouns) lexicon.addRu(entry('of', 'infinitive', false), noun);
  const ongoing = entry('happens', 'since', false);
  for (const form of kk.since) lexicon.addForm('kk', ongoing, form.split(' '), 0);
  for (const form of ru.since) lexicon.addForm('ru', ongoing, form.split(' '), 0);
}

/** Puts the wordings of a thing into the lexicon, `data` with them: the thing itself as a rule. */
function addWordings<T extends Wordings>(
  lexicon: Lexicon,
  cls: string,
  id: string,
  of: T,
  data: unknown = of,
): void {
  for (const w of of.kk) lexicon.addKk(entryOf(cls, id, data, w.written), w);
  for (const w of of.ru) lexicon.addRu(entryOf(cls, id, data, w.written), w);
}

function givenNames(names: ReturnType<typeof loadNames>['given']): Map<string, 'm' | 'f' | 'both'> {
  const out = new Map<string, 'm' | 'f' | 'both'>();
  for (const n of names)
    for (const spelling of [n.kk, ...n.ru]) {
      const key = spelling.toLowerCase();
      const gender = n.gender === 'mf' ? 'both' : n.gender;
      const known = out.get(key);
      out.set(key, known && known !== gender ? 'both' : gender);
    }
  return out;
}

/** Puts unquoted wordings and abbreviations of programs into the lexicon and all names into a book to look quoted ones up. */
function addPrograms(lexicon: Lexicon, programs: readonly Program[]): ProgramBook {
  const book = new ProgramBook();
  for (const p of programs) {
    const abbreviations = [...p.abbr.kk, ...p.abbr.ru];
    const listed: ListedProgram = {
      id: p.id,
      kind: p.kind,
      kk: p.name.kk,
      ru: p.name.ru,
      abbreviations: new Set(abbreviations.map((a) => a.toLowerCase())),
      ended: p.years?.to ?? null,
      lowerCase: p.name.ru.charAt(0) === p.name.ru.charAt(0).toLowerCase(),
      common: p.not.some((n) =>
        [...p.names.kk, ...p.names.ru].some((x) => x.toLowerCase() === n.toLowerCase()),
      ),
      name: (lang) => (lang === 'kk' ? p.name.kk : p.name.ru),
      unquoted: p.unquoted,
    };
    const entry = entryOf('program', p.id, listed);
    addWordings(lexicon, 'program', p.id, p.unquoted, listed);
    for (const a of abbreviations) {
      lexicon.addKk(entry, { written: a, words: [a], stem: a, p3: false, indeclinable: true });
      lexicon.addForm('ru', entry, [a.toLowerCase()], 0);
    }
    for (const name of latinNames(p)) {
      const words = name.toLowerCase().split(' ');
      lexicon.addKk(entry, { written: name, words, stem: words.at(-1) ?? '', p3: false, indeclinable: true });
      lexicon.addForm('ru', entry, words, 0);
    }
    for (const name of kazakhNames(p)) lexicon.addForm('ru', entry, name.toLowerCase().split(' '), 0);
    book.add(listed, [...p.names.kk, ...p.names.ru, ...abbreviations]);
  }
  return book;
}

/** Names of several words in Latin letters, which the press often prints without quotation marks: «итоги Zhas Project». */
const latinNames = ({ names }: Program): ReadonlySet<string> =>
  new Set([...names.kk, ...names.ru].filter((n) => LATIN_WORDS.test(n)));
const LATIN_WORDS = /^[A-Z][A-Za-z]*(?: [A-Z][A-Za-z]*)+$/u;

/** Kazakh names of several words that Russian has no other for; it prints them without marks too: «курсы Бастау Бизнес». */
const kazakhNames = ({ name, names }: Program): readonly string[] =>
  name.kk === name.ru ? [...names.kk, ...names.ru].filter((n) => CYRILLIC_WORDS.test(n)) : [];
const CYRILLIC_WORDS = /^\p{Script=Cyrillic}+(?: \p{Script=Cyrillic}+)+$/u;

function addNumerals(lexicon: Lexicon, numerals: readonly Numeral[]): void {
  for (const n of numerals) {
    const entry = entryOf('numeral', `${n.role}-${n.value}`, n);
    for (const w of n.kk) lexicon.addKk(entry, kkStem(w));
    for (const w of n.ru) {
      if (n.role === 'ordinal') for (const f of adjective(w)) lexicon.addForm('ru', entry, [f.form], f.tags);
      else lexicon.addForm('ru', entry, [w], 0);
    }
  }
}

function addThings(lexicon: Lexicon, things: readonly Thing[]): void {
  for (const t of things) {
    const entry = entryOf('thing', t.unit, t);
    addWordings(lexicon, 'thing', t.unit, t);
    for (const w of t.kk)
      if (!w.p3)
        lexicon.addForm(
          'kk',
          entry,
          [...w.words.slice(0, -1), attributiveOf(w.stem)].map((x) => x.toLowerCase()),
          Tag.attr | Tag.adj,
        );
    for (const s of t.symbols) lexicon.addSymbol(entryOf('thing', t.unit, t, s), s);
  }
}
