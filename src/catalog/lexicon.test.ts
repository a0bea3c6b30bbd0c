import { expect, test } from 'vitest';
import { loadNames } from './names.ts';
import { loadOrganisations } from './organisations.ts';
import { loadPosts } from './posts.ts';
import { loadPrograms } from './programs.ts';
import { loadThings } from './things.ts';
import { loadTriggers } from './triggers.ts';
import type { Wordings } from './wording.ts';

const things = loadThings();
const { posts, modifiers } = loadPosts();
const { heads, bodies } = loadOrganisations();
const programs = loadPrograms();
const { given, endings } = loadNames();
const { triggers, words } = loadTriggers();

const written = (w: Wordings) => ({
  kk: w.kk.map((x) => x.written),
  ru: w.ru.map((x) => x.written),
});
const has = (w: Wordings, text: string): boolean => Object.values(written(w)).flat().includes(text);

test.each([
  ['отбасы', 'family', 'count'],
  ['семья', 'family', 'count'],
  ['балабақша', 'kindergarten', 'count'],
  ['очередник', 'person in housing queue', 'count'],
  ['новосёл', 'new settler in a flat', 'count'],
  ['соцобъект', 'facility', 'count'],
  ['медобъект', 'health facility', 'count'],
  ['бүлдіршін', 'child', 'count'],
  ['жеткіншек', 'child', 'count'],
  ['койко-место', 'bed', 'count'],
  ['рабочий место', 'job', 'count'],
  ['оқу орны', 'educational institution', 'count'],
  ['шақырым', 'km', 'measure'],
  ['теңге', 'KZT', 'money'],
  ['МРП', 'MCI', 'money'],
  ['АЕК', 'MCI', 'money'],
  ['МЗП', 'minimum wage', 'money'],
  ['пайыз', 'percent', 'percent'],
  ['пайыздық тармақ', 'percentage_point', 'percentage_point'],
  ['есе', 'times', 'times'],
])('%s is counted as %s', (text, unit, cls) => {
  expect(things.filter((t) => has(t, text)).map((t) => [t.unit, t.class])).toEqual([[unit, cls]]);
});

test.each([
  ['₸', 'KZT'],
  ['$', 'USD'],
  ['га', 'hectare'],
  ['МВт', 'MW'],
  ['т', 'tonne'],
  ['м³', 'm3'],
])('the symbol %s is %s', (symbol, unit) => {
  expect(things.filter((t) => t.symbols.includes(symbol)).map((t) => t.unit)).toEqual([unit]);
});

test.each([
  ['әкім', 'akim'],
  ['аким', 'akim'],
  ['премьер-министр', 'prime-minister'],
  ['төраға', 'chair'],
  ['мәслихат хатшысы', 'maslikhat-secretary'],
  ['главный врач', 'head-physician'],
  ['председатель правления', 'board-chair'],
  ['омбудсмен', 'ombudsman'],
])('%s is the post %s', (text, id) => {
  expect(posts.filter((p) => has(p, text)).map((p) => p.id)).toEqual([id]);
});

test('a stand-in for a post says which', () => {
  const find = (id: string) => posts.find((p) => p.id === id);
  expect(posts.find((p) => has(p, 'глава региона'))?.standsFor).toBe('akim');
  expect(find('vice-minister')?.deputyOf).toBe('minister');
  expect(modifiers.find((m) => has(m, 'и.о.'))?.id).toBe('acting');
  expect(modifiers.find((m) => has(m, 'бұрынғы'))?.id).toBe('former');
});

test('a ministry is known by its name, its abbreviation and the time it bore them', () => {
  const by = (text: string) => bodies.filter((b) => has(b, text)).map((b) => b.id);
  expect(by('Минтруда')).toEqual(['ministry-labour']);
  expect(by('ІІМ')).toEqual(['ministry-interior']);
  const mon = bodies.find((b) => has(b, 'МОН'));
  expect(mon?.valid).toEqual({ from: null, to: '2022-06-11' });
  expect(bodies.filter((b) => b.after.includes(mon?.id ?? '')).map((b) => b.id)).toEqual([
    'ministry-enlightenment',
    'ministry-science',
  ]);
});

test('a program has one id in both languages', () => {
  const by = (name: string) =>
    programs
      .filter((p) => [...p.names.kk, ...p.names.ru, ...p.abbr.kk, ...p.abbr.ru].includes(name))
      .map((p) => p.id);
  expect(by('АСП')).toEqual(by('АӘК'));
  expect(by('ОСМС')).toEqual(by('МӘМС'));
  expect(by('Комфортная школа')).toEqual(by('Жайлы мектеп'));
  expect(by('Рухани жаңғыру')).toHaveLength(1);
});

test('a program without a Russian name is shown by its Kazakh one', () => {
  expect(programs.find((p) => p.id === 'rukhani-zhangyru')?.name).toEqual({
    kk: 'Рухани жаңғыру',
    ru: 'Рухани жаңғыру',
  });
});

test('names tell women from men', () => {
  const gender = (ru: string) => given.filter((n) => n.ru.includes(ru)).map((n) => n.gender);
  expect(gender('Динара')).toContain('f');
  expect(gender('Бауыржан')).toEqual(['m']);
  expect(gender('Касым-Жомарт')).toEqual(['m']);
  expect(gender('Светлана')).toEqual(['f']);
  expect(endings.some((e) => e.part === 'patronymic' && e.endings.includes('ұлы'))).toBe(true);
});

test('a quoted name beside a forum, a newspaper or a fund is no program', () => {
  const kind = (noun: string) => triggers.filter((t) => has(t, noun)).map((t) => t.kind);
  expect(kind('акция')).toEqual(['campaign']);
  expect(kind('форум')).toEqual(['event']);
  expect(kind('газета')).toEqual(['media']);
  expect(kind('қор')).toEqual(['organisation']);
  expect(words.find((w) => w.role === 'frame')?.kk.map((w) => w.written)).toContain('аясында');
});

test('there is enough of everything', () => {
  expect(things.length).toBeGreaterThanOrEqual(750);
  expect(posts.length).toBeGreaterThanOrEqual(150);
  expect(heads.length).toBeGreaterThanOrEqual(60);
  expect(bodies.length).toBeGreaterThanOrEqual(150);
  expect(programs.length).toBeGreaterThanOrEqual(200);
  expect(given.length).toBeGreaterThanOrEqual(1500);
});
