import type { RuWord, RuWording } from '../../../catalog/wording.ts';
import { Tag } from '../../tags.ts';

/**
 * Writes out the forms of a Russian word from its principal parts (data/lexicon/README.md):
 * `лемма[/род. ед.[/им. мн.[/род. мн.]]]`, an exclamation mark after an indeclinable word.
 * Known words are generated, so their forms and tags are exact by construction (LANGUAGE §3.2).
 */
export interface Form {
  readonly form: string;
  readonly tags: number;
}

const HUSH = 'жшчщ';
const VELAR = 'гкх';
const VOWELS = 'аеёиоуыэюя';
const SG = [Tag.nom, Tag.gen, Tag.dat, Tag.acc, Tag.ins, Tag.loc] as const;

/** Is it an adjective by its dictionary form? Nouns such as `рабочий` are given with their gender by the lexicon. */
export const isAdjective = (lemma: string): boolean =>
  /(?:ый|ий|ой)$/.test(lemma) && lemma.length > 4 && !/(?:арий|ерий|орий|ений|атий|евой$|герой$)/.test(lemma);

/** All forms of a noun by its principal parts. */
export function noun(word: RuWord): Form[] {
  if (word.indeclinable)
    return SG.flatMap((c) => [Tag.sg, Tag.pl].map((n) => ({ form: word.lemma, tags: c | n })));
  const substantive = adjectivalNoun(word);
  if (substantive) return substantive;
  const gen = word.genSg ?? guessGenitive(word.lemma);
  // A word without singular repeats itself as its plural: `сутки//сутки/суток`.
  if (word.nomPl === word.lemma) return pluralOf(word.lemma, gen, word.nomPl, word.genPl);
  return [...singularOf(word.lemma, gen), ...pluralOf(word.lemma, gen, word.nomPl, word.genPl)];
}

const ADJECTIVAL = /^(.+?)(ый|ий|ой|ая|яя|ое|ее)(ся)?$/u;

/** A noun that declines like an adjective, known by its genitive: `рабочий/рабочего`, `столовая/столовой`. */
function adjectivalNoun({ lemma, genSg }: RuWord): Form[] | undefined {
  const found = genSg && /(?:[ео]го|егося|[ео]й)$/u.test(genSg) ? ADJECTIVAL.exec(lemma) : null;
  if (!found) return undefined;
  const [, stem = '', ending = '', reflexive = ''] = found;
  const soft = /^[яе]/u.test(ending) || (VELAR + HUSH).includes(stem.at(-1) ?? '');
  const masculine = ending.endsWith('й') ? ending : soft ? 'ий' : 'ый';
  const gender = ending.endsWith('й') ? Tag.masc : ending.endsWith('я') ? Tag.fem : Tag.neut;
  const others = (Tag.masc | Tag.fem | Tag.neut | Tag.adj) & ~gender;
  return adjective(stem + masculine)
    .filter((f) => (f.tags & (Tag.pl | gender)) !== 0)
    .map((f) => ({ form: f.form + reflexive, tags: f.tags & ~others }));
}

/** The genitive singular of a regular noun. */
function guessGenitive(lemma: string): string {
  const base = lemma.slice(0, -1);
  const last = lemma.at(-1) ?? '';
  const before = lemma.at(-2) ?? '';
  if (last === 'а') return base + (VELAR.includes(before) || HUSH.includes(before) ? 'и' : 'ы');
  if (last === 'я') return `${base}и`;
  if (last === 'о') return `${base}а`;
  if (last === 'е')
    return lemma.endsWith('ье') || lemma.endsWith('ие') || !`${HUSH}ц`.includes(before)
      ? `${base}я`
      : `${base}а`;
  if (last === 'й') return `${base}я`;
  if (last === 'ь') return `${base}я`;
  return `${lemma}а`;
}

function singularOf(lemma: string, gen: string): Form[] {
  const put = (forms: readonly string[], gender: number): Form[] =>
    forms.map((form, i) => ({ form, tags: (SG[i] ?? Tag.nom) | Tag.sg | gender }));
  const last = lemma.at(-1) ?? '';
  const stem = gen.slice(0, -1);
  if (lemma.endsWith('мя') && gen.endsWith('мени'))
    return put([lemma, gen, gen, lemma, `${stem}ем`, gen], Tag.neut);
  if (last === 'а' || last === 'я') {
    const soft = last === 'я';
    const ie = lemma.endsWith('ия');
    const dat = stem + (ie ? 'и' : 'е');
    const ins = stem + (soft || `${HUSH}ц`.includes(stem.at(-1) ?? '') ? 'ей' : 'ой');
    return [
      ...put([lemma, gen, dat, stem + (soft ? 'ю' : 'у'), ins, dat], Tag.fem),
      ...stressed(stem, ins, 'ой', Tag.fem),
    ];
  }
  if (last === 'ь' && gen.endsWith('и'))
    return put([lemma, gen, gen, lemma, `${lemma.slice(0, -1) === stem ? stem : stem}ью`, gen], Tag.fem);
  const soft = gen.endsWith('я');
  const neuter = last === 'о' || last === 'е' || last === 'ё';
  const dat = stem + (soft ? 'ю' : 'у');
  const hush = `${HUSH}ц`.includes(stem.at(-1) ?? '');
  const ins = stem + (soft || hush ? 'ем' : 'ом');
  const loc = stem + (lemma.endsWith('ий') || lemma.endsWith('ие') ? 'и' : 'е');
  if (neuter)
    return [...put([lemma, gen, dat, lemma, ins, loc], Tag.neut), ...stressed(stem, ins, 'ом', Tag.neut)];
  return [
    ...put([lemma, gen, dat, gen, ins, loc], Tag.masc | Tag.animate),
    ...stressed(stem, ins, 'ом', Tag.masc),
    { form: lemma, tags: Tag.acc | Tag.sg | Tag.masc },
  ];
}

/** After ж ш ч щ ц the stress decides (`врачом`, `мужем`); lemmas carry none, so both forms stand. */
const stressed = (stem: string, ins: string, ending: string, gender: number): Form[] =>
  `${HUSH}ц`.includes(stem.at(-1) ?? '') && ins !== stem + ending
    ? [{ form: stem + ending, tags: Tag.ins | Tag.sg | gender }]
    : [];

function pluralOf(lemma: string, gen: string, givenNom?: string, givenGen?: string): Form[] {
  const last = lemma.at(-1) ?? '';
  const stem = gen.slice(0, -1);
  const end = stem.at(-1) ?? '';
  const feminine = last === 'а' || last === 'я' || (last === 'ь' && gen.endsWith('и'));
  const neuter = last === 'о' || last === 'е';
  const soft = last === 'я' || last === 'ь' || last === 'й' || gen.endsWith('я');
  const nom =
    givenNom ??
    (neuter ? stem + (soft ? 'я' : 'а') : stem + (soft || (VELAR + HUSH).includes(end) ? 'и' : 'ы'));
  const pStem = nom.slice(0, -1);
  const softPlural = nom.endsWith('я') || (nom.endsWith('и') && !(VELAR + HUSH).includes(pStem.at(-1) ?? ''));
  const a = softPlural ? 'я' : 'а';
  const genPl = givenGen ?? genitivePlural(lemma, stem, nom, feminine, neuter, soft);
  const rest: Form[] = [
    { form: nom, tags: Tag.nom | Tag.pl },
    { form: genPl, tags: Tag.gen | Tag.pl },
    { form: `${pStem}${a}м`, tags: Tag.dat | Tag.pl },
    { form: nom, tags: Tag.acc | Tag.pl },
    { form: genPl, tags: Tag.acc | Tag.pl | Tag.animate },
    { form: `${pStem}${a}ми`, tags: Tag.ins | Tag.pl },
    { form: `${pStem}${a}х`, tags: Tag.loc | Tag.pl },
  ];
  // Suppletive pairs (человек/люди, ребёнок/дети) keep a counted form equal to the lemma and an instrumental in -ьми.
  if (nom === 'люди' || nom === 'дети') {
    rest.push({ form: `${pStem}ьми`, tags: Tag.ins | Tag.pl });
    if (nom === 'люди') {
      rest.push({ form: lemma, tags: Tag.gen | Tag.pl });
      for (const [ending, c] of [
        ['ам', Tag.dat],
        ['ами', Tag.ins],
        ['ах', Tag.loc],
      ] as const)
        rest.push({ form: lemma + ending, tags: c | Tag.pl });
    }
  }
  return rest;
}

function genitivePlural(
  lemma: string,
  stem: string,
  nom: string,
  feminine: boolean,
  neuter: boolean,
  soft: boolean,
): string {
  const end = stem.at(-1) ?? '';
  if (lemma.endsWith('ия') || lemma.endsWith('ие')) return `${lemma.slice(0, -1)}й`;
  if (lemma.endsWith('ья') || lemma.endsWith('ье'))
    return `${lemma.slice(0, -2)}ий`.replace(/^(сем|стат|суд)ий$/, '$1ей');
  if (nom.endsWith('ья')) return `${nom.slice(0, -1)}ев`;
  if (feminine && lemma.endsWith('ь')) return `${stem}ей`;
  if (feminine || (neuter && !soft)) return zeroEnding(stem, soft);
  if (neuter) return `${stem}ей`;
  if (lemma.endsWith('ь') || HUSH.includes(end)) return `${stem}ей`;
  if (lemma.endsWith('й')) return `${stem}ев`;
  if (lemma.endsWith('ц')) return `${stem}ев`;
  if (/(?:анин|янин)$/.test(lemma)) return stem.slice(0, -2);
  return `${stem}ов`;
}

/** `студентк-` → `студенток`, `земл-` → `земель`, `мест-` → `мест`. */
function zeroEnding(stem: string, soft: boolean): string {
  const last = stem.at(-1) ?? '';
  const before = stem.at(-2) ?? '';
  if (before === 'ь' || before === 'й') return `${stem.slice(0, -2)}е${last}`;
  if (last === 'к' && !VOWELS.includes(before))
    return `${stem.slice(0, -1)}${HUSH.includes(before) || before === 'ц' ? 'е' : 'о'}к`;
  if ('нл'.includes(last) && !VOWELS.includes(before) && before !== 'л' && before !== 'н' && soft)
    return `${stem.slice(0, -1)}е${last}${last === 'л' ? 'ь' : ''}`;
  return soft && !VOWELS.includes(last) ? `${stem}ь` : stem;
}

/** All forms of an adjective or adjectival noun by its masculine nominative. */
export function adjective(lemma: string): Form[] {
  const stem = lemma.slice(0, -2);
  const end = stem.at(-1) ?? '';
  const soft = lemma.endsWith('ий') && !(VELAR + HUSH).includes(end);
  const spellI = lemma.endsWith('ий') || (VELAR + HUSH).includes(end);
  const hush = HUSH.includes(end) && !lemma.endsWith('ой');
  const o = soft || hush ? 'е' : 'о';
  const y = spellI ? 'и' : 'ы';
  const out: Form[] = [];
  const put = (ending: string, tags: number): void => {
    out.push({ form: stem + ending, tags: tags | Tag.adj });
  };
  const { masc, fem, neut, sg, pl } = Tag;
  out.push(
    { form: lemma, tags: Tag.nom | sg | masc | Tag.adj },
    { form: lemma, tags: Tag.acc | sg | masc | Tag.adj },
  );
  put(`${o}го`, Tag.gen | sg | masc | neut);
  put(`${o}го`, Tag.acc | sg | masc | Tag.animate);
  put(`${o}му`, Tag.dat | sg | masc | neut);
  put(`${y}м`, Tag.ins | sg | masc | neut);
  put(`${o}м`, Tag.loc | sg | masc | neut);
  put(soft ? 'ее' : hush ? 'ее' : 'ое', Tag.nom | sg | neut);
  put(soft ? 'ее' : hush ? 'ее' : 'ое', Tag.acc | sg | neut);
  put(soft ? 'яя' : 'ая', Tag.nom | sg | fem);
  put(soft ? 'юю' : 'ую', Tag.acc | sg | fem);
  for (const c of [Tag.gen, Tag.dat, Tag.ins, Tag.loc]) put(`${o}й`, c | sg | fem);
  put(`${y}е`, Tag.nom | pl);
  put(`${y}е`, Tag.acc | pl);
  put(`${y}х`, Tag.gen | pl);
  put(`${y}х`, Tag.loc | pl);
  put(`${y}х`, Tag.acc | pl | Tag.animate);
  put(`${y}м`, Tag.dat | pl);
  put(`${y}ми`, Tag.ins | pl);
  return out;
}

/**
 * All forms of a wording as sequences of lower-case words. Words before the head agree with it in case,
 * number and gender, words after it are frozen.
 */
export function phrase(wording: RuWording): { readonly words: readonly string[]; readonly tags: number }[] {
  const lower = (w: string): string => w.toLowerCase();
  const head = wording.words[wording.head];
  if (!head) return [];
  const word = { ...head, lemma: lower(head.lemma) };
  const declined = word.genSg || word.indeclinable || !isAdjective(word.lemma);
  const tail = wording.words.slice(wording.head + 1).map((w) => lower(w.lemma));
  const before = wording.words.slice(0, wording.head).map((w) => lower(w.lemma));
  const tables = before.map((w) => (isAdjective(w) ? adjective(w) : null));
  const out: { words: string[]; tags: number }[] = [];
  for (const f of declined ? noun(word) : adjective(word.lemma)) {
    const modifiers = tables.map((forms, k) => (forms ? agreeing(forms, f.tags) : before[k]));
    if (modifiers.every((m) => m !== undefined))
      out.push({ words: [...modifiers, f.form, ...tail], tags: f.tags });
    // «два рабочих дня», «две минимальные зарплаты»: behind two to four the noun is singular, its adjectives plural.
    if (declined && tables.some(Boolean) && f.tags & Tag.gen && f.tags & Tag.sg)
      for (const kase of [Tag.gen, Tag.nom]) {
        const plural = tables.map((forms, k) => (forms ? agreeing(forms, kase | Tag.pl) : before[k]));
        out.push({ words: [...(plural as string[]), f.form, ...tail], tags: f.tags });
      }
  }
  return out;
}

/** The form of an adjective that agrees with a noun form. */
function agreeing(forms: readonly Form[], tags: number): string | undefined {
  const kase = tags & (Tag.nom | Tag.gen | Tag.dat | Tag.acc | Tag.ins | Tag.loc);
  const number = tags & (Tag.sg | Tag.pl);
  const gender = tags & (Tag.masc | Tag.fem | Tag.neut);
  const fits = (f: Form): boolean =>
    (f.tags & kase) !== 0 &&
    (f.tags & number) !== 0 &&
    (number === Tag.pl || gender === 0 || (f.tags & gender) !== 0);
  const animate = (f: Form): boolean => (f.tags & Tag.animate) !== 0;
  const wantAnimate = kase === Tag.acc && (tags & Tag.animate) !== 0;
  return (forms.find((f) => fits(f) && animate(f) === wantAnimate) ?? forms.find(fits))?.form;
}

/** The nominative singular of a wording, in small letters: `государственный программа` → `государственная программа`. */
export const nominativeOf = (wording: RuWording): string =>
  phrase(wording)
    .find(({ tags }) => (tags & Tag.nom) !== 0 && (tags & Tag.sg) !== 0)
    ?.words.join(' ')
    .replaceAll(' ,', ',') ?? wording.written;
