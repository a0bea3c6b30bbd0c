import { z } from 'zod';
import type { BilingualName, ProgramKind } from '../core/facts.ts';
import { Claims, sameWording } from './claims.ts';
import { type Wordings, wordingFields } from './wording.ts';
import { DATA_DIR, readYamlFolder } from './yaml.ts';

/** A program, national project, benefit, campaign or contest that is known to exist. */
export interface Program {
  /** Never changed, never reused. */
  readonly id: string;
  readonly kind: ProgramKind;
  /** The names to show; a language that has none of its own uses the other's name, as the press does. */
  readonly name: BilingualName;
  /** Every name it bears in quotes, of either language, the main ones first; without abbreviations. */
  readonly names: Readonly<Record<'kk' | 'ru', readonly string[]>>;
  readonly abbr: Readonly<Record<'kk' | 'ru', readonly string[]>>;
  /** Wordings recognised without quotes, with their forms: `адресная социальная помощь`. */
  readonly unquoted: Wordings;
  /** First and last year; null is open or unknown. */
  readonly years: readonly [number | null, number | null];
  readonly owner: string | null;
  /** The document or page that names it. */
  readonly source: string;
  /** Look-alikes that are not this program. */
  readonly not: readonly string[];
}

const KAZAKH = /[әғқңөұүһі]/iu;
const LETTERS = /^[a-zà-ž\dа-яёәғқңөұүһі\s«»"().,:!?&+'№–—-]+$/iu;
const name = z
  .string()
  .min(1)
  .regex(LETTERS, 'letters, digits and punctuation of a name')
  .refine((s) => s.trim() === s, 'a name without space around it');
const pair = z.strictObject({ kk: z.array(name).default([]), ru: z.array(name).default([]) });
const year = z.number().int().min(1990).max(2100);
const empty = () => ({ kk: [], ru: [] });

const entry = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/u, 'an id of small letters, digits and hyphens'),
  kind: z.enum(['program', 'project', 'campaign', 'contest', 'benefit', 'plan', 'event']),
  kk: z.array(name),
  ru: z.array(name),
  also: pair.default(empty),
  abbr: pair.default(empty),
  unquoted: z.strictObject(wordingFields).default(empty),
  years: z.tuple([year.nullable(), year.nullable()]).default([null, null]),
  owner: z.string().min(1).optional(),
  source: z.string().min(8, 'the document or page that names it'),
  not: z.array(z.string().min(1)).default([]),
});
type Entry = z.infer<typeof entry>;

/** One schema for all files of the folder: an id or a name may be claimed once in all of them. */
const fileOf = (claims: Claims) =>
  z.array(entry).superRefine((entries, ctx) => {
    for (const [i, e] of entries.entries()) {
      const complain = (path: PropertyKey[], message: string) =>
        ctx.addIssue({ code: 'custom', path: [i, ...path], message });
      const claim = (key: string, path: PropertyKey[]) => {
        const other = claims.take(path[0] === 'id' ? 'id' : 'name', key, e.id);
        if (other !== undefined && (path[0] === 'id' || other !== e.id))
          complain(path, `a value of one program only, "${other}" has it already`);
      };
      claim(e.id, ['id']);
      for (const [path, names] of namesOf(e))
        for (const [j, n] of names.entries()) claim(sameWording(n), [...path, j]);
      if (e.kk.length + e.ru.length === 0) complain([], 'a name in kk or in ru');
      const [from, to] = e.years;
      if (from !== null && to !== null && from > to) complain(['years'], 'first year, then last year');
      const kazakh = new Set([...e.kk, ...e.also.kk].map(sameWording));
      for (const [j, n] of e.ru.entries())
        if (KAZAKH.test(n) && !kazakh.has(sameWording(n)))
          complain(['ru', j], 'Russian letters, or a name that stands in kk too');
    }
  });

const namesOf = (e: Entry): [PropertyKey[], readonly string[]][] => [
  [['kk'], e.kk],
  [['ru'], e.ru],
  [['also', 'kk'], e.also.kk],
  [['also', 'ru'], e.also.ru],
  [['abbr', 'kk'], e.abbr.kk],
  [['abbr', 'ru'], e.abbr.ru],
];

/** Programs of `data/programs/`, in the order of the files. Throws `BadData`. */
export function loadPrograms(dir = DATA_DIR): readonly Program[] {
  return readYamlFolder('programs', fileOf(new Claims()), dir).flatMap(({ value }) => value.map(programOf));
}

function programOf(e: Entry): Program {
  const kk = e.kk[0] ?? e.ru[0] ?? e.id;
  return {
    id: e.id,
    kind: e.kind,
    name: { kk, ru: e.ru[0] ?? kk },
    names: { kk: [...e.kk, ...e.also.kk], ru: [...e.ru, ...e.also.ru] },
    abbr: e.abbr,
    unquoted: e.unquoted,
    years: e.years,
    owner: e.owner ?? null,
    source: e.source,
    not: e.not,
  };
}
