import { EndingTable } from '../../ending-table.ts';
import { Tag } from '../../tags.ts';

/**
 * The chain table of Kazakh nominal endings, generated from archiphonemes (LANGUAGE §3.1).
 * An archiphoneme is resolved against the class of the sound before it and the harmony of the stem.
 */
export const SoundClass = { V: 1, Y: 2, L: 4, N: 8, Z: 16, T: 32 } as const;
export const Harmony = { back: 1, front: 2 } as const;

const SOUNDS = new Map<string, number>();
for (const [cls, letters] of [
  [SoundClass.V, 'аәеоөұүыіэяё'],
  [SoundClass.Y, 'йуирю'],
  [SoundClass.L, 'л'],
  [SoundClass.N, 'мнң'],
  [SoundClass.Z, 'зж'],
] as const)
  for (const l of letters) SOUNDS.set(l, cls);
const SOUND_OF = byCode((letter) => SOUNDS.get(letter) ?? SoundClass.T);

/** Something of every letter of Cyrillic, by its code unit. */
function byCode(of: (letter: string) => number): Uint8Array {
  return Uint8Array.from({ length: 0x530 }, (_, code) => of(String.fromCharCode(code)));
}

/** Sound class of a letter; signs and foreign letters behave like voiceless ones. */
export const soundClass = (letter: string): number => SOUND_OF[letter.charCodeAt(0)] ?? SoundClass.T;

const IS_VOWEL = byCode((letter) => ('аәеоөұүыіэяёиую'.includes(letter) ? 1 : 0));

/** Is a letter, or the first of several, one that can be a vowel? */
export const isVowel = (letter: string): boolean => IS_VOWEL[letter.charCodeAt(0)] === 1;

/** Has a stem a vowel? */
export function hasVowel(stem: string): boolean {
  for (let i = 0; i < stem.length; i++) if (IS_VOWEL[stem.charCodeAt(i)] === 1) return true;
  return false;
}

export interface Ending {
  readonly text: string;
  /** Bits of `SoundClass` that the stem may end in. */
  stems: number;
  /** Bits of `Harmony`. */
  harmony: number;
  readonly tags: number;
  /** How unlikely the chain is in news prose; bare noun 0. */
  readonly cost: number;
}

interface Morph {
  readonly form: string;
  readonly tags: number;
  readonly cost: number;
}

const POSS: readonly Morph[] = [
  { form: '', tags: 0, cost: 0 },
  { form: 'SI', tags: Tag.p3, cost: 0.4 },
  { form: 'iм', tags: Tag.p12, cost: 4 },
  { form: 'iң', tags: Tag.p12, cost: 4.5 },
  { form: 'iмIз', tags: Tag.p12, cost: 3 },
  { form: 'iңIз', tags: Tag.p12, cost: 5 },
];

const CASE: readonly Morph[] = [
  { form: '', tags: Tag.nom, cost: 0 },
  { form: 'NIң', tags: Tag.gen, cost: 0.5 },
  { form: 'GA', tags: Tag.dat, cost: 0.5 },
  { form: 'nI', tags: Tag.acc, cost: 0.5 },
  { form: 'DA', tags: Tag.loc, cost: 0.5 },
  { form: 'dAн', tags: Tag.abl, cost: 0.6 },
  { form: 'Mен', tags: Tag.ins, cost: 0.6 },
];

const CASE_AFTER_P3: readonly Morph[] = [
  { form: '', tags: Tag.nom, cost: 0 },
  { form: 'нIң', tags: Tag.gen, cost: 0.5 },
  { form: 'нA', tags: Tag.dat, cost: 0.5 },
  { form: 'н', tags: Tag.acc, cost: 0.5 },
  { form: 'нDA', tags: Tag.loc, cost: 0.5 },
  { form: 'нAн', tags: Tag.abl, cost: 0.6 },
  { form: 'мен', tags: Tag.ins, cost: 0.6 },
];

/** Tails that follow the stem, plural or possessive instead of a case. */
const TAILS: readonly Morph[] = [
  { form: 'DAй', tags: Tag.sim, cost: 2 },
  { form: 'DAйI', tags: Tag.sim | Tag.p3, cost: 3 },
  { form: 'шA', tags: Tag.tail, cost: 3 },
  { form: 'сIз', tags: Tag.tail, cost: 3 },
  { form: 'нікі', tags: Tag.tail, cost: 3 },
  { form: 'дікі', tags: Tag.tail, cost: 3 },
  { form: 'тікі', tags: Tag.tail, cost: 3 },
];

/** The attributive `-дағы`, after which plural, possessive and case may come again. */
const ATTR: readonly Morph[] = ['', 'LAр', 'LAрдA', 'SI', 'LAрI', 'NIң', 'LAрдIң'].map((rest, k) => ({
  form: `DAGI${rest}`,
  tags: Tag.attr | (k > 0 ? Tag.tail : 0),
  cost: 1 + k * 0.5,
}));

/** Writes one chain out on a stem whose last sound has a class, in one harmony. */
function resolve(form: string, stem: number, back: boolean): string {
  let cls = stem;
  let out = '';
  for (const symbol of form) {
    const sound = resolveSymbol(symbol, cls, back);
    out += sound;
    if (sound !== '') cls = soundClass(sound.slice(-1));
  }
  return out;
}

const { V, Y, N, Z, T } = SoundClass;

function resolveSymbol(symbol: string, cls: number, back: boolean): string {
  switch (symbol) {
    case 'A':
      return back ? 'а' : 'е';
    case 'I':
      return back ? 'ы' : 'і';
    case 'i':
      return cls === V ? '' : back ? 'ы' : 'і';
    case 'S':
      return cls === V ? 'с' : '';
    case 'L':
      return cls & (V | Y) ? 'л' : cls === T ? 'т' : 'д';
    case 'N':
      return cls & (V | N) ? 'н' : cls === T ? 'т' : 'д';
    case 'n':
      return cls === V ? 'н' : cls === T ? 'т' : 'д';
    case 'D':
      return cls === T ? 'т' : 'д';
    case 'd':
      return cls === N ? 'н' : cls === T ? 'т' : 'д';
    case 'M':
      return cls === Z ? 'б' : cls === T ? 'п' : 'м';
    case 'G':
      return cls === T ? (back ? 'қ' : 'к') : back ? 'ғ' : 'г';
    default:
      return symbol;
  }
}

/** All chains as symbols: plural, possessive, case or tail. */
function* chains(): Generator<Morph> {
  for (const plural of [
    { form: '', tags: Tag.sg, cost: 0 },
    { form: 'LAр', tags: Tag.pl, cost: 0.6 },
  ]) {
    for (const poss of POSS) {
      const cases = poss.tags & Tag.p3 ? CASE_AFTER_P3 : CASE;
      for (const kase of cases) {
        // After first and second person singular the dative is a bare vowel: `орталығыма`.
        const form = poss.form === 'iм' || poss.form === 'iң' ? kase.form.replace('GA', 'A') : kase.form;
        yield join(plural, poss, { ...kase, form });
      }
      const attr = poss.tags & Tag.p3 ? ATTR.map((a) => ({ ...a, form: `н${a.form}` })) : ATTR;
      for (const tail of [...TAILS, ...attr]) yield join(plural, poss, tail);
    }
  }
}

const join = (...parts: readonly Morph[]): Morph => ({
  form: parts.map((p) => p.form).join(''),
  tags: parts.reduce((t, p) => t | p.tags, 0),
  cost: parts.reduce((c, p) => c + p.cost, 0),
});

/** Every distinct ending with the stems it may stand on. Built once per process. */
export function buildEndings(): Ending[] {
  const found = new Map<string, Ending>();
  for (const chain of chains()) {
    for (const stem of Object.values(SoundClass)) {
      for (const harmony of Object.values(Harmony)) {
        const text = resolve(chain.form, stem, harmony === Harmony.back);
        const key = `${text}|${chain.tags}`;
        const known = found.get(key);
        if (known) {
          known.stems |= stem;
          known.harmony |= harmony;
        } else found.set(key, { text, stems: stem, harmony, tags: chain.tags, cost: chain.cost });
      }
    }
  }
  // The stem classes and harmonies of one text were joined: `-ды` after Y, L, N, Z is accusative in back stems.
  return [...found.values()];
}

const LOANS = 'кт пт нк ск нг нд мб кс';
/** Pairs of consonants in which no Kazakh word ends but loans do. */
export const LOAN_ENDS: ReadonlySet<string> = new Set(LOANS.split(' '));

/**
 * Stems that take endings of either harmony: loans, front ones as a rule (`банктер`), back ones as well, names in -ев, -ов,
 * and compounds with «су», `Жетісуға`.
 */
const OF_EITHER = new EndingTable({ 1: `ь|х|су|[ео]в|${LOANS.replaceAll(' ', '|')}` });

const { back, front } = Harmony;
/** Says nothing at the end of a stem; inside a loan (министр, клуб) both harmonies occur. */
const INSIDE = 4;
const HARMONY_OF = byCode((letter) => {
  if ('қғаоұыя'.includes(letter)) return back;
  if ('еөүіэ'.includes(letter)) return front;
  if ('әё'.includes(letter)) return back | front;
  return 'иую'.includes(letter) ? INSIDE : 0;
});

/** Which harmonies a stem allows, read from its last decisive letter (LANGUAGE §3.1). */
export function stemHarmony(stem: string): number {
  if (OF_EITHER.bitsOf(stem) !== 0) return back | front;
  for (let i = stem.length - 1; i >= 0; i--) {
    const harmony = HARMONY_OF[stem.charCodeAt(i)] ?? 0;
    if (harmony === INSIDE && i < stem.length - 1) return back | front;
    if (harmony !== 0 && harmony !== INSIDE) return harmony;
  }
  return back | front;
}
