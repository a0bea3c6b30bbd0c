import { otherDirectionWords } from './directions.ts';
import * as marks from './marks.ts';
import type { Mutate } from './mutation.ts';
import { otherNumberWords } from './number-words.ts';
import { otherNumbers } from './numbers.ts';
import * as order from './order.ts';
import { initials, otherPeople } from './people.ts';
import { inventedPrograms, otherPrograms, speakingPrograms } from './programs.ts';
import { otherRegions } from './regions.ts';
import { otherThings } from './units.ts';
import { otherYears } from './years.ts';

/** Mutations behind which a passage says the same of other numbers, names and things, or the same in other letters. */
export const SAYING_AS_MUCH: Readonly<Record<string, Mutate>> = {
  otherNumbers,
  otherNumberWords,
  otherYears,
  otherRegions,
  otherPeople,
  initials,
  inventedPrograms,
  otherPrograms,
  speakingPrograms,
  otherThings,
  otherDirectionWords,
  ...marks,
};

/** Mutations behind which only what each sentence says by itself is sure to be the same. */
export const SAYING_LESS: Readonly<Record<string, Mutate>> = { ...order };
