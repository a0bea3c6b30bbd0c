import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { BadData } from '../core/errors.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { loadDeeds } from './deeds.ts';
import { loadNames } from './names.ts';
import { loadOrganisations } from './organisations.ts';
import { loadPosts } from './posts.ts';
import { loadPrograms } from './programs.ts';
import { loadTerms } from './terms.ts';
import { loadThings } from './things.ts';
import { loadTriggers } from './triggers.ts';
import { DATA_DIR } from './yaml.ts';

const folder = temporaryFolder();
let copies = 0;

/**
 * The message with which `load` refuses data in which `file` ends with the lines of `extra`; LAST is their first line's
 * number.
 */
function refusal(load: (dir: string) => unknown, file: string, extra: string): string {
  const dir = `${folder(`data-${copies++}`)}/`;
  for (const part of ['lexicon', 'programs'])
    cpSync(`${DATA_DIR}${part}`, `${dir}${part}`, { recursive: true });
  mkdirSync(dirname(`${dir}${file}`), { recursive: true });
  const before = readFileSync(`${DATA_DIR}${file}`, 'utf8');
  writeFileSync(`${dir}${file}`, `${before}\n${extra}\n`);
  const last = before.split('\n').length + 1;
  try {
    load(dir);
  } catch (error) {
    if (error instanceof BadData) return error.message.replace(`line ${last}`, 'line LAST');
    throw error;
  }
  return 'no refusal';
}

const things = 'lexicon/things/society.txt';
const posts = 'lexicon/posts.txt';
const bodies = 'lexicon/organisations/bodies.txt';
const programs = 'programs/state.txt';
const events = 'lexicon/events.yaml';

test.each([
  [loadThings, things, 'x | count | отбасы | ', 'line LAST (kk): expected a value of one entry only'],
  [loadThings, things, 'organization | count | ұйымдар | ', 'line LAST (unit)'],
  [loadThings, things, 'new | length | жаңалық |', 'line LAST (class)'],
  [loadThings, things, 'new | count person x | жаңалық |', 'a class and at most one kind'],
  [loadThings, things, 'new | count |  |', 'line LAST (row): expected a wording in kk or in ru'],
  [
    loadThings,
    things,
    'new | count | жаңалық | новость',
    'line LAST (ru): expected the genitive of a noun in -ь',
  ],
  [loadThings, things, 'new | count | news |', 'line LAST (kk): expected Kazakh letters'],
  [loadThings, things, 'new | count | жаңалық | | т', 'line LAST (symbols)'],
  [loadThings, things, 'new | count | жаңалық | | | more', 'line LAST (row): expected at most 5 cells'],
  [loadDeeds, events, '- { kind: feast, kk: {}, ru: {} }', 'line LAST'],
  [loadDeeds, events, '- { kind: end, kk: {}, ru: { does: [закрыть] } }', 'a verb like открыть/'],
  [loadPosts, posts, 'akim | place | уәзір | везир', 'line LAST (id)'],
  [loadPosts, posts, 'vizier | place | әкім | везир', '"akim" has it already'],
  [loadPosts, posts, 'vizier | town | уәзір | везир', 'line LAST (scope)'],
  [loadPosts, posts, 'vizier | place | уәзір | везир | deputy of shah', 'the id of a post listed above'],
  [loadPosts, posts, 'vizier | place | уәзір | везир | under the shah', 'line LAST (notes)'],
  [loadOrganisations, bodies, 'x | guild | гильдия | гильдия', 'a kind listed in heads.txt'],
  [loadOrganisations, bodies, 'x | fund | жаңа қор | новый фонд | 2024', 'line LAST (valid)'],
  [loadOrganisations, bodies, 'x | fund | жаңа қор | новый фонд | 2024..2020', 'line LAST (valid)'],
  [loadOrganisations, bodies, 'x | fund | жаңа қор | новый фонд | 2024.. | y', 'line LAST (after)'],
  [loadNames, 'lexicon/names/other.txt', 'асхат | Асхат | m', 'line LAST (kk): expected a name in Kazakh'],
  [loadNames, 'lexicon/names/other.txt', 'Абай | Абай | m', 'line LAST (kk): expected a value of one entry'],
  [loadNames, 'lexicon/names/other.txt', 'Жаңаат | Жаңаат | m', 'line LAST (ru): expected Russian letters'],
  [loadNames, 'lexicon/names/other.txt', 'Жаңаат | Жангаат | x', 'line LAST (gender)'],
  [loadTerms, 'lexicon/terms.txt', 'мектеп |', 'line LAST (ru): expected at least one word'],
  [loadTerms, 'lexicon/terms.txt', 'жаңа мектеп | школа', 'line LAST (kk): expected single words'],
  [loadTriggers, 'lexicon/triggers.txt', 'x | program | бағдарлама |', 'line LAST (kk)'],
  [loadTriggers, 'lexicon/triggers.txt', 'x | dance | би билеу |', 'line LAST (kind)'],
  [loadTriggers, 'lexicon/trigger_words.txt', 'verb | жасалған |', 'line LAST (role)'],
])('%o refuses %s with %s', (load, file, extra, message) => {
  const got = refusal(load, file, extra);
  expect(got).toContain(`data/${file}, line LAST`);
  expect(got).toContain(message);
});

const card = (fields: string) => `\nid: new-one\nkind: program\nkk: Жаңа бағдарлама\n${fields}`;

test.each([
  ['source: gov.kz\n\nid: new-one\nkind: program\nkk: Тағы бірі\nsource: gov.kz страница', 'the document'],
  [
    'ru: Цифровой Казахстан\nsource: страницы на gov.kz',
    '(ru): expected a name of one program only, "digital-',
  ],
  ['ru: Жаңа программа\nsource: страницы на gov.kz', '(ru): expected a name in Russian letters'],
  [
    'unquoted ru: новость\nsource: страницы на gov.kz',
    '(unquoted ru): expected the genitive of a noun in -ь',
  ],
  [
    'unquoted ru: *пособие [семьям\nsource: страницы на gov.kz',
    '(unquoted ru): expected brackets in pairs: [may be left out], {one|or another}',
  ],
  ['years: 2025\nsource: страницы на gov.kz', '(years): expected FIRST..LAST day'],
  ['years: 2025..2020\nsource: страницы на gov.kz', '(years): expected FIRST..LAST day'],
  ['kk: Екінші\nsource: страницы на gov.kz', '(kk): expected a field once in a card'],
  ['colour: blue\nsource: страницы на gov.kz', 'expected a field of id, kind'],
])('a broken program card: %s', (fields, message) => {
  const got = refusal(loadPrograms, programs, card(fields));
  expect(got).toMatch(new RegExp(`^data/${programs}, line (?:LAST|\\d+)`, 'u'));
  expect(got).toContain(message);
});

test('a program may not be listed twice, nor in two files', () => {
  const twice = '\nid: nauryz\nkind: program\nkk: Жаңа бағдарлама\nsource: страницы на gov.kz';
  expect(refusal(loadPrograms, programs, twice)).toContain(
    '(id): expected a value of one entry only, "nauryz"',
  );
});
