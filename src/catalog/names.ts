import { z } from 'zod';
import { Claims, sameWording } from './claims.ts';
import { cellList, checkRow, readTable } from './table.ts';
import { DATA_DIR } from './yaml.ts';

export type Gender = 'm' | 'f' | 'mf';

/** A given name in use in Kazakhstan. */
export interface GivenName {
  readonly kk: string;
  /** Spellings in Russian, the usual one first. */
  readonly ru: readonly string[];
  readonly gender: Gender;
  /** Also a word that bears a capital of its own («Отан», «Ертіс»): no person by itself. */
  readonly alsoWord: boolean;
}

/** How a part of a name ends in the nominative. */
export interface NameEnding {
  /** An adjectival surname may as well be an adjective: «Красноярский». */
  readonly part: 'surname' | 'adjectival' | 'patronymic';
  readonly gender: Gender;
  readonly lang: 'kk' | 'ru';
  readonly endings: readonly string[];
}

export interface Names {
  readonly given: readonly GivenName[];
  readonly endings: readonly NameEnding[];
}

const ALSO_WORD = 'also a word';
const gender = z.enum(['m', 'f', 'mf']);
const NAME = /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?$/u;
const givenRow = z.strictObject({
  kk: z
    .string()
    .regex(NAME, 'a name in Kazakh')
    .regex(/^[а-яёәғқңөұүһі-]+$/iu, 'Kazakh letters'),
  ru: z
    .array(
      z
        .string()
        .regex(NAME, 'a name in Russian')
        .regex(/^[а-яё-]+$/iu, 'Russian letters'),
    )
    .min(1),
  gender,
  alsoWord: z.boolean(),
});
const endingRow = z.strictObject({
  part: z.enum(['surname', 'adjectival', 'patronymic']),
  gender,
  lang: z.enum(['kk', 'ru']),
  endings: z.array(z.string().regex(/^[а-яёәғқңөұүһі]+$/u, 'small letters')).min(1),
});

/** Given names and the endings of surnames and patronymics of `data/lexicon/names/`. Throws `BadData`. */
export function loadNames(dir = DATA_DIR): Names {
  const claims = new Claims();
  const at = (name: string): [string, string] => [
    `${dir}lexicon/names/${name}`,
    `data/lexicon/names/${name}`,
  ];
  const given = ['kazakh.txt', 'other.txt'].flatMap((name) =>
    readTable(...at(name), ['kk', 'ru', 'gender', 'note'], ({ kk, ru, gender, note }, complain) => {
      if (note !== '' && note !== ALSO_WORD) complain('note', `"${ALSO_WORD}" or nothing`, note);
      const entry: GivenName = checkRow(
        givenRow,
        { kk, ru: cellList(ru), gender, alsoWord: note === ALSO_WORD },
        complain,
      );
      claims.row('kk', [sameWording(entry.kk)], entry.kk, complain);
      return entry;
    }),
  );
  const endings = readTable(
    ...at('endings.txt'),
    ['part', 'gender', 'lang', 'endings'],
    (cells, complain): NameEnding =>
      checkRow(endingRow, { ...cells, endings: cellList(cells.endings) }, complain),
  );
  return { given, endings };
}
