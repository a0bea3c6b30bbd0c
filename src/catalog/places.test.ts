import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { BadData } from '../core/errors.ts';
import { loadPlaces, type Place } from './places.ts';
import { DATA_DIR } from './yaml.ts';

const places = loadPlaces();
const byId = new Map(places.map((p) => [p.id, p]));
const at = (id: string): Place => {
  const place = byId.get(id);
  if (!place) throw new Error(`no ${id}`);
  return place;
};
const inKazakhstan = (p: Place): boolean => p.id.startsWith('KZ');
const count = (test: (p: Place) => boolean): number => places.filter(test).length;

test('all regions, districts and towns are there', () => {
  expect(places.filter((p) => /^KZ-\d\d$/u.test(p.id)).map((p) => p.id.slice(3))).toEqual(
    '10 11 15 19 23 27 31 33 35 39 43 47 55 59 61 62 63 71 75 79'.split(' '),
  );
  expect(count((p) => p.level === 'oblast')).toBe(17);
  expect(count((p) => p.level === 'district' && p.parent?.length === 5)).toBeGreaterThanOrEqual(165);
  expect(count((p) => p.level === 'district')).toBeGreaterThanOrEqual(185);
  expect(count((p) => p.level === 'city' && inKazakhstan(p))).toBeGreaterThanOrEqual(85);
  expect(count((p) => p.level === 'village')).toBeGreaterThanOrEqual(600);
  expect(count((p) => p.level === 'country')).toBeGreaterThanOrEqual(100);
});

test.each([
  ['KZ-10', 10],
  ['KZ-11', 17],
  ['KZ-15', 12],
  ['KZ-19', 9],
  ['KZ-23', 7],
  ['KZ-27', 12],
  ['KZ-31', 10],
  ['KZ-33', 8],
  ['KZ-35', 7],
  ['KZ-39', 16],
  ['KZ-43', 7],
  ['KZ-47', 5],
  ['KZ-55', 10],
  ['KZ-59', 13],
  ['KZ-61', 14],
  ['KZ-62', 2],
  ['KZ-63', 11],
  ['KZ-71', 6],
  ['KZ-75', 8],
  ['KZ-79', 5],
  ['KZ-15/aktobe', 2],
  ['KZ-35/karagandy', 2],
])('%s has %i districts', (id, districts) => {
  expect(count((p) => p.level === 'district' && p.parent === id)).toBe(districts);
});

test('every oblast has its seat, and nearly every district of an oblast', () => {
  for (const p of places) if (p.level === 'oblast') expect(p.seat, p.id).not.toBeNull();
  const without = places.filter((p) => p.level === 'district' && p.parent?.length === 5 && p.seat === null);
  // Жаңасемей is governed from the city of Semey; the districts of the three big cities have no seat either.
  expect(without.map((p) => p.id).filter((id) => !/^KZ-7/u.test(id))).toEqual(['KZ-10/zhanasemey-district']);
});

test.each([
  ['KZ-27', 'Батыс Қазақстан облысы', 'Западно-Казахстанская область', null],
  ['KZ-33', 'Жетісу облысы', 'область Жетысу', '2022-06-08'],
  ['KZ-19/konaev', 'Қонаев', 'Конаев', null],
  ['KZ-19/alatau', 'Алатау', 'Алатау', '2024-01-09'],
  ['KZ-27/oral', 'Орал', 'Уральск', null],
  ['KZ-27/burlin-district', 'Бөрлі ауданы', 'Бурлинский район', null],
  ['KZ-31/merki-district', 'Меркі ауданы', 'Меркенский район', null],
  ['KZ-55/terenkol-district', 'Тереңкөл ауданы', 'район Теренколь', null],
  ['KZ-61/keles-district', 'Келес ауданы', 'Келесский район', '2018-06-05'],
  ['KZ-63/ulken-naryn-district', 'Үлкен Нарын ауданы', 'район Улкен Нарын', '2024'],
  ['KZ-71/sarayshyk-district', 'Сарайшық ауданы', 'район Сарайшык', '2024-08-27'],
  ['KZ-47/baskuduk', 'Басқұдық', 'Баскудук', null],
  ['KG/bishkek', 'Бішкек', 'Бишкек', null],
])('%s is %s, %s', (id, kk, ru, from) => {
  expect(at(id)).toMatchObject({ kk, ru, from });
});

test.each([
  ['KZ-61', 'Оңтүстік Қазақстан облысы', 'Южно-Казахстанская область', '2018-06-19'],
  ['KZ-71', 'Нұр-Сұлтан', 'Нур-Султан', '2022-09-17'],
  ['KZ-71', 'Целиноград', 'Целиноград', '1992-07-06'],
  ['KZ-19/konaev', 'Қапшағай', 'Капшагай', '2022-05-03'],
  ['KZ-10/semey', 'Семей', 'Семипалатинск', '2007-06-21'],
  ['KZ-23/atyrau', 'Гурьев', 'Гурьев', '1991-10-04'],
  ['KZ-39/beyimbet-maylin-district', 'Таран ауданы', 'Тарановский район', '2019'],
  ['KZ-35/nura', 'Киевка', 'Киевка', '2018'],
])('%s was %s, %s until %s', (id, kk, ru, until) => {
  expect(at(id).was).toContainEqual(expect.objectContaining({ kk, ru, until }));
});

test('succession leads from the young regions to the old ones', () => {
  const old = (id: string): readonly string[] => at(id).before;
  expect([old('KZ-10'), old('KZ-33'), old('KZ-62'), old('KZ-79')]).toEqual([
    ['KZ-63'],
    ['KZ-19'],
    ['KZ-35'],
    ['KZ-61'],
  ]);
});

test.each([
  ['KZ-10', 'head'],
  ['KZ-31', 'head'],
  ['KZ-31/shu', 'head'],
  ['KZ-31/karatau', 'head'],
  ['KZ-10/semey', 'capital'],
  ['KZ-27/oral', 'capital'],
  ['KZ-35/abay-district', 'head'],
  ['KZ-33/dostyk', 'head'],
  ['KZ-75', 'free'],
  ['KZ-47/shetpe', 'free'],
])('the bare name of %s counts: %s', (id, homonym) => {
  expect(at(id).homonym).toBe(homonym);
});

test('a village that shares its name with another town or village needs a head noun', () => {
  const bare = (p: Place): string => p.kk.replace(/ (?:облысы|ауданы)$/u, '');
  const owners = new Map<string, string[]>();
  for (const p of places.filter(inKazakhstan)) owners.set(bare(p), [...(owners.get(bare(p)) ?? []), p.id]);
  const free = places.filter((p) => p.level === 'village' && p.homonym === 'free');
  expect(free.length).toBeGreaterThan(200);
  for (const p of free) expect(owners.get(p.kk)?.filter((id) => !id.endsWith('-district'))).toEqual([p.id]);
});

const dirs: string[] = [];
afterEach(() => {
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true });
});

/** The gazetteer with one file changed. */
function broken(file: string, change: (text: string) => string): () => unknown {
  const dir = `${mkdtempSync(join(tmpdir(), 'places-'))}/`;
  dirs.push(dir);
  cpSync(`${DATA_DIR}places`, `${dir}places`, { recursive: true });
  const path = `${dir}places/${file}`;
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
  return () => loadPlaces(dir);
}

const swap =
  (from: string | RegExp, to: string) =>
  (text: string): string =>
    text.replace(from, to);

test.each<[what: string, file: string, change: (text: string) => string, message: RegExp]>([
  [
    'broken YAML',
    'oblasts.yaml',
    swap('  level: oblast', '  level: [oblast'),
    /line \d+: expected valid YAML/u,
  ],
  [
    'an unknown level',
    'oblasts.yaml',
    swap('level: oblast', 'level: province'),
    /line 3 .*a level.*province/u,
  ],
  ['an unknown key', 'oblasts.yaml', swap('  seat:', '  capital:'), /line 11 .*known here, got "capital"/u],
  [
    'a Latin letter in a Kazakh name',
    'cities.yaml',
    swap('kk: Астана', 'kk: Aстана'),
    /line 5 .*Kazakh Cyrillic/u,
  ],
  ['a Kazakh letter in a Russian name', 'cities.yaml', swap('ru: Алматы', 'ru: Алматі'), /Russian letters/u],
  [
    'ё in a Russian name',
    'villages.txt',
    swap('| Переметное\n', '| Перемётное\n'),
    /line \d+ \(ru\).*е for ё/u,
  ],
  ['a year without quotes', 'oblasts.yaml', swap("'1961'", '1961'), /oblasts\.yaml, line \d+ .*string/u],
  ['a day that is none', 'oblasts.yaml', swap('from: 2022-06-08', 'from: 2022-06-38'), /a date/u],
  [
    'dates in the wrong order',
    'oblasts.yaml',
    swap("from: '1961'", "from: '1999'"),
    /line \d+ \(until\).*after 1999/u,
  ],
  [
    'an id of no form',
    'towns.yaml',
    swap('id: KZ-11/akkol', 'id: KZ-11/Akkol'),
    /towns\.yaml, line 17 .*an id like/u,
  ],
  [
    'an id given twice',
    'towns.yaml',
    swap('id: KZ-11/atbasar', 'id: KZ-11/akkol'),
    /towns\.yaml, line \d+ \(id\)/u,
  ],
  [
    'an unknown parent',
    'districts.txt',
    swap('| KZ-10 |', '| KZ-12 |'),
    /districts\.txt, line 5 \(parent\).*KZ-12/u,
  ],
  [
    'a parent of a wrong level',
    'oblasts.yaml',
    swap('parent: KZ\n', 'parent: KZ-11\n'),
    /line 2 \(parent\).*country/u,
  ],
  [
    'a country with a parent',
    'country.yaml',
    swap('  kk:', '  parent: RU\n  kk:'),
    /\(parent\).*nothing above/u,
  ],
  [
    'an id outside its region',
    'districts.txt',
    swap('KZ-10/abay-district | KZ-10', 'KZ-11/abay-district | KZ-10'),
    /line 5 \(parent\).*in KZ-11/u,
  ],
  [
    'a circle of parents',
    'districts.txt',
    swap('KZ-10/ayagoz-district | KZ-10', 'KZ-10/ayagoz-district | KZ-10/ayagoz'),
    /\(parent\).*in KZ-10/u,
  ],
  [
    'an unknown predecessor',
    'districts.txt',
    swap('| KZ-10/semey |', '| KZ-10/semei |'),
    /line \d+ \(before\)/u,
  ],
  [
    'a seat that is a district',
    'oblasts.yaml',
    swap('seat: KZ-10/semey', 'seat: KZ-10/abay-district'),
    /\(seat\)/u,
  ],
  [
    'a name claimed twice',
    'districts.txt',
    swap('| Ақсуат ауданы', '| Абай ауданы'),
    /line 6 \(kk\).*abay-district/u,
  ],
  [
    'an unknown policy',
    'villages.txt',
    swap('| head', '| heads'),
    /villages\.txt, line 5 \(homonym\).*head or capital/u,
  ],
  [
    'too many cells',
    'abroad.txt',
    swap('| Москва', '| Москва | | | | | | |'),
    /abroad\.txt, line 6 \(row\)/u,
  ],
  ['a former name cut short', 'villages.txt', swap('Киевка/Киевка/2018', 'Киевка'), /line \d+ \(was\)/u],
])('%s is refused with file and line', (_what, file, change, message) => {
  const load = broken(file, change);
  expect(load).toThrow(BadData);
  expect(load).toThrow(message);
});

test('a missing file is named', () => {
  const dir = `${mkdtempSync(join(tmpdir(), 'places-'))}/`;
  dirs.push(dir);
  expect(() => loadPlaces(dir)).toThrow(/data\/places\/country\.yaml/u);
});
