import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Tag } from '../../tags.ts';
import { analyse, analyseSuffix, basesOf, endingLengths } from './analyse.ts';
import { buildEndings } from './endings.ts';

const bits = (names: string): number =>
  names.split('+').reduce((sum, name) => sum | (Tag[name as keyof typeof Tag] ?? Number.NaN), 0);

test.each<[form: string, lemma: string, tags: string]>([
  // the seven cases in both harmonies
  ['ауылдың', 'ауыл', 'gen+sg'],
  ['мектептің', 'мектеп', 'gen+sg'],
  ['қалаға', 'қала', 'dat+sg'],
  ['мектепке', 'мектеп', 'dat+sg'],
  ['жобаны', 'жоба', 'acc+sg'],
  ['әкімді', 'әкім', 'acc+sg'],
  ['Шымкентте', 'Шымкент', 'loc+sg'],
  ['ауданда', 'аудан', 'loc+sg'],
  ['теңгеден', 'теңге', 'abl+sg'],
  ['Тараздан', 'Тараз', 'abl+sg'],
  ['маманмен', 'маман', 'ins+sg'],
  ['жазбен', 'жаз', 'ins+sg'],
  // plural
  ['балалар', 'бала', 'nom+pl'],
  ['мектептерден', 'мектеп', 'abl+pl'],
  ['облыстарға', 'облыс', 'dat+pl'],
  ['адамдар', 'адам', 'nom+pl'],
  // possession of the third person, the mark of izafet
  ['жобасы', 'жоба', 'nom+sg+p3'],
  ['ауданына', 'аудан', 'dat+sg+p3'],
  ['әкімінің', 'әкім', 'gen+sg+p3'],
  ['облысында', 'облыс', 'loc+sg+p3'],
  ['басқармасынан', 'басқарма', 'abl+sg+p3'],
  ['жобаларының', 'жоба', 'gen+pl+p3'],
  // stems that change before a vowel
  ['орталығы', 'орталық', 'nom+sg+p3'],
  ['министрлігінің', 'министрлік', 'gen+sg+p3'],
  ['кітабы', 'кітап', 'nom+sg+p3'],
  ['мектебіне', 'мектеп', 'dat+sg+p3'],
  ['халқының', 'халық', 'gen+sg+p3'],
  ['орнынан', 'орын', 'abl+sg+p3'],
  ['клубы', 'клуб', 'nom+sg+p3'],
  // attribute of a place or time
  ['Астанадағы', 'Астана', 'attr'],
  ['жылдағы', 'жыл', 'attr'],
  ['облысындағы', 'облыс', 'attr+p3'],
  ['тоннадай', 'тонна', 'sim'],
])('%s is of %s', (form, lemma, tags) => {
  const found = analyse(form.toLowerCase()).filter((a) => a.lemma === lemma.toLowerCase());
  const wanted = bits(tags);
  expect(
    found.some((a) => (a.tags & wanted) === wanted),
    JSON.stringify(analyse(form)),
  ).toBe(true);
});

test.each<[form: string, lemma: string]>([
  // the wrong harmony, the wrong sound before the ending
  ['ауылге', 'ауыл'],
  ['мектепға', 'мектеп'],
  ['қаладан', 'қал'],
  ['адамлар', 'адам'],
  // an ending alone is no word
  ['дан', ''],
])('%s is not of %s', (form, lemma) => {
  expect(analyse(form).map((a) => a.lemma)).not.toContain(lemma);
});

test('the word as it stands is always the first reading and the cheapest', () => {
  for (const form of ['үй', 'министрлігінің', 'а', '', 'балаларымыздың']) {
    const [first, ...rest] = analyse(form);
    expect(first).toMatchObject({ lemma: form, cost: 0 });
    expect(rest.every((a) => a.cost > 0)).toBe(true);
  }
});

test('before the ending of every reading stands a base of its lemma, and its length is among those of the form', () => {
  const stems =
    'мектеп халық орын ауыз факт банк фестиваль рубль министрлік клуб педагог кадр шолу ой газ су Жетісу'.split(
      ' ',
    );
  const letters = fc.string({
    unit: fc.constantFrom(...'абгғкқлмнңпрстуыіеьндф'),
    minLength: 1,
    maxLength: 6,
  });
  const endings = buildEndings().map((e) => e.text);
  const form = fc.oneof(
    fc.tuple(fc.constantFrom(...stems.flatMap(basesOf)), fc.constantFrom(...endings)).map(([b, e]) => b + e),
    fc.tuple(letters, fc.constantFrom(...endings)).map(([b, e]) => b + e),
  );
  fc.assert(
    fc.property(form, (word) => {
      const lengths = endingLengths(word);
      const all = analyse(word);
      expect(analyse(word, 1)).toEqual(all.slice(0, 1));
      for (const reading of all) {
        const bases = basesOf(reading.lemma);
        let bits = 0;
        for (let n = 0; n < 32; n++)
          if (lengths & (1 << n) && bases.includes(word.slice(0, word.length - n))) bits |= 1 << n;
        expect(bits, `${word} of ${reading.lemma}`).not.toBe(0);
        expect(analyse(word, bits)).toContainEqual(reading);
      }
    }),
    { numRuns: 2_000 },
  );
});

test.each<[string, string]>([
  ['тен', 'abl'],
  ['ге', 'dat'],
  ['ды', 'acc'],
  ['ға', 'dat'],
  ['сы', 'p3'],
  ['ы', 'p3'],
  ['лар', 'pl'],
  ['нан', 'abl'],
  ['да', 'loc'],
  ['ның', 'gen'],
])('the suffix -%s on digits is %s', (suffix, tag) => {
  expect(analyseSuffix(suffix) & bits(tag)).not.toBe(0);
});

test.each(['летие', 'й', 'abc'])('-%s is no ending of a Kazakh noun', (suffix) => {
  expect(analyseSuffix(suffix)).toBe(0);
});

test('the table of endings is generated whole: every case in both harmonies, nothing twice', () => {
  const endings = buildEndings();
  const keys = endings.map((e) => `${e.text}|${e.tags}`);
  expect(new Set(keys).size).toBe(keys.length);
  for (const tag of [Tag.gen, Tag.dat, Tag.acc, Tag.loc, Tag.abl, Tag.ins])
    for (const harmony of [1, 2])
      expect(endings.some((e) => e.tags === (tag | Tag.sg) && (e.harmony & harmony) !== 0)).toBe(true);
});
