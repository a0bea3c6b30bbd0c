import { expect, test } from 'vitest';
import { parseRuWording } from '../../../catalog/wording.ts';
import { Tag } from '../../tags.ts';
import { phrase } from './inflect.ts';

/** Forms of a wording with all the given tags. */
function forms(text: string, tags: number): string[] {
  const wording = parseRuWording(text);
  if (typeof wording === 'string') throw new Error(wording);
  const found = phrase(wording).filter((f) => (f.tags & tags) === tags);
  return [...new Set(found.map((f) => f.words.join(' ')))];
}

const { gen, dat, ins, loc, sg, pl } = Tag;
test.each([
  ['рабочий/рабочего', gen | pl, ['рабочих']],
  ['рабочий/рабочего', ins | sg, ['рабочим']],
  ['учащийся/учащегося', gen | pl, ['учащихся']],
  ['военнослужащий/военнослужащего', dat | pl, ['военнослужащим']],
  ['столовая/столовой', gen | pl, ['столовых']],
  ['набережная/набережной', loc | sg, ['набережной']],
  ['животное/животного', gen | pl, ['животных']],
  ['*присяжный/присяжного в суде', ins | pl, ['присяжными в суде']],
  ['сутки//сутки/суток', gen | pl, ['суток']],
  ['сутки//сутки/суток', sg, []],
  ['главный *врач', ins | sg, ['главным врачем', 'главным врачом']],
  ['рабочий *место', gen | pl, ['рабочих мест']],
  ['жильё/жилья', gen | sg, ['жилья']],
])('%s, case %i', (text, tags, want) => {
  expect(forms(text, tags)).toEqual(want);
});
