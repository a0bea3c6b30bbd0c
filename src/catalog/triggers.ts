import { z } from 'zod';
import type { ProgramKind } from '../core/facts.ts';
import { Claims } from './claims.ts';
import { cellList, checkRow, readTable } from './table.ts';
import { type Wordings, wordingFields } from './wording.ts';
import { DATA_DIR } from './yaml.ts';

/** What a quoted name is that stands beside a trigger: a kind of program, or something that is none. */
export type TriggerKind =
  | ProgramKind
  | 'media'
  | 'organisation'
  | 'place'
  | 'document'
  | 'work'
  | 'award'
  | 'product';

/** A noun that tells what the quoted name beside it is: `«Мейірім» акциясы`, `форум «Семья и школа»`. */
export interface Trigger extends Wordings {
  readonly id: string;
  readonly kind: TriggerKind;
}

const ROLES = [
  'modifier',
  'naming',
  'christening',
  'frame',
  'about',
  'formal',
  'term',
  'air',
  'broadcast',
] as const;

/** Words that may stand between a trigger and a name, tie the two, or tell what the name is of; see the file. */
export interface TriggerWords extends Wordings {
  readonly role: (typeof ROLES)[number];
}

export interface Triggers {
  readonly triggers: readonly Trigger[];
  readonly words: readonly TriggerWords[];
}

const triggerRow = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/u, 'an id of small letters, digits and hyphens'),
  kind: z.enum([
    'program',
    'project',
    'campaign',
    'contest',
    'benefit',
    'plan',
    'event',
    'media',
    'organisation',
    'place',
    'document',
    'work',
    'award',
    'product',
  ]),
  ...wordingFields,
});
const wordsRow = z.strictObject({
  role: z.enum(ROLES),
  ...wordingFields,
});

/** Triggers of `data/lexicon/triggers.txt` and the words around them of `trigger_words.txt`. Throws `BadData`. */
export function loadTriggers(dir = DATA_DIR): Triggers {
  const at = (name: string): [string, string] => [`${dir}lexicon/${name}`, `data/lexicon/${name}`];
  const nouns = new Claims();
  const words = new Claims();
  return {
    triggers: readTable(
      ...at('triggers.txt'),
      ['id', 'kind', 'kk', 'ru'],
      ({ id, kind, kk, ru }, complain) => {
        const trigger: Trigger = checkRow(
          triggerRow,
          { id, kind, kk: cellList(kk), ru: cellList(ru) },
          complain,
        );
        nouns.row('id', [trigger.id], trigger.id, complain);
        nouns.wordings(trigger, trigger.id, complain);
        return trigger;
      },
    ),
    words: readTable(...at('trigger_words.txt'), ['role', 'kk', 'ru'], ({ role, kk, ru }, complain) => {
      const entry: TriggerWords = checkRow(wordsRow, { role, kk: cellList(kk), ru: cellList(ru) }, complain);
      words.row('role', [entry.role], entry.role, complain);
      words.wordings(entry, entry.role, complain);
      return entry;
    }),
  };
}
