import { z } from 'zod';
import type { BilingualName, ProgramKind } from '../core/facts.ts';
import { type Card, fieldList, readCardFolder } from './cards.ts';
import { Claims, sameWording } from './claims.ts';
import { type Complain, checkRow } from './table.ts';
import { type Validity, validity } from './validity.ts';
import { variantsOf } from './variants.ts';
import { kkWording, ruWording, type Wordings } from './wording.ts';
import { DATA_DIR } from './yaml.ts';

/** A program, national project, benefit, campaign or contest that is known to exist. */
export interface Program {
  /** Never changed, never reused. */
  readonly id: string;
  readonly kind: ProgramKind;
  /** The names to show; a language that has none of its own uses the other's name, as the press does. */
  readonly name: BilingualName;
  /** Every name it bears in quotes, the main ones first; either may stand in a text of either language. */
  readonly names: Readonly<Record<'kk' | 'ru', readonly string[]>>;
  readonly abbr: Readonly<Record<'kk' | 'ru', readonly string[]>>;
  /** Wordings recognised without quotes, with their forms: `адресная социальная помощь`. */
  readonly unquoted: Wordings;
  /** First and last year, null when not known. */
  readonly years: Validity | null;
  readonly owner: string | null;
  /** The document or page that names it. */
  readonly source: string;
  /** Look-alikes that are not this program. */
  readonly not: readonly string[];
}

const FIELDS = [
  'id',
  'kind',
  'kk',
  'also kk',
  'ru',
  'also ru',
  'abbr kk',
  'abbr ru',
  'unquoted kk',
  'unquoted ru',
  'years',
  'owner',
  'not',
  'source',
] as const;
type ProgramCard = Card<(typeof FIELDS)[number]>;

const LATIN_OR_SIGN = 'a-zà-ž0-9\\s«»"().,:!?&+\'№–—';
const kkNames = z.array(
  z.string().regex(new RegExp(`^[${LATIN_OR_SIGN}а-яёәғқңөұүһі-]+$`, 'iu'), 'a Kazakh name'),
);
const ruNames = z.array(
  z.string().regex(new RegExp(`^[${LATIN_OR_SIGN}а-яё-]+$`, 'iu'), 'a name in Russian letters'),
);
const card = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/u, 'an id of small letters, digits and hyphens'),
  kind: z.enum(['program', 'project', 'campaign', 'contest', 'benefit', 'plan', 'event']),
  kk: kkNames,
  'also kk': kkNames,
  ru: ruNames,
  'also ru': ruNames,
  'abbr kk': kkNames,
  'abbr ru': ruNames,
  'unquoted kk': z.array(kkWording),
  'unquoted ru': z.array(ruWording),
  years: validity.nullable(),
  owner: z.string().nullable(),
  not: z.array(z.string()),
  source: z.string().min(8, 'the document or page that names it'),
});

/** Programs of `data/programs/`, in the order of the files. Throws `BadData`. */
export function loadPrograms(dir = DATA_DIR): readonly Program[] {
  const claims = new Claims();
  return readCardFolder('programs', FIELDS, (c, complain) => readProgram(c, complain, claims), dir);
}

function readProgram(fields: ProgramCard, complain: Complain, claims: Claims): Program {
  const list = (field: keyof ProgramCard) => ({ [field]: fieldList(fields[field]) });
  const wordings = (field: keyof ProgramCard) => ({
    [field]: fieldList(fields[field]).flatMap((item) => {
      const variants = variantsOf(item);
      return typeof variants === 'string' ? complain(field, variants, item) : variants;
    }),
  });
  const c = checkRow(
    card,
    {
      id: fields.id,
      kind: fields.kind,
      ...Object.assign({}, ...LISTS.map(list), ...UNQUOTED.map(wordings)),
      years: fields.years ?? null,
      owner: fields.owner ?? null,
      source: fields.source ?? '',
    },
    complain,
  );
  claims.row('id', [c.id], c.id, complain);
  const own = new Set<string>();
  for (const field of NAME_FIELDS)
    for (const key of c[field].map(sameWording)) {
      // Both languages may write a name alike; only another program may not claim it.
      if (own.has(key)) continue;
      own.add(key);
      const other = claims.take('name', key, c.id);
      if (other !== undefined) complain(field, `a name of one program only, "${other}" has it already`, key);
    }
  const shown = c.kk[0] ?? c.ru[0];
  if (shown === undefined) return complain('id', 'a name in kk or in ru', c.id);
  return {
    id: c.id,
    kind: c.kind,
    name: { kk: shown, ru: c.ru[0] ?? shown },
    names: { kk: [...c.kk, ...c['also kk']], ru: [...c.ru, ...c['also ru']] },
    abbr: { kk: c['abbr kk'], ru: c['abbr ru'] },
    unquoted: { kk: c['unquoted kk'], ru: c['unquoted ru'] },
    years: c.years,
    owner: c.owner,
    source: c.source,
    not: c.not,
  };
}

const NAME_FIELDS = ['kk', 'also kk', 'ru', 'also ru', 'abbr kk', 'abbr ru'] as const;
const LISTS = [...NAME_FIELDS, 'not'] as const;
const UNQUOTED = ['unquoted kk', 'unquoted ru'] as const;
