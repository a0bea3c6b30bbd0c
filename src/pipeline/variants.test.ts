import { expect, test } from 'vitest';
import type { Facts } from '../core/facts.ts';
import { loadExtractor } from '../extract/index.ts';
import { type Gold, loadGold } from './gold.ts';

/*
 * Rules that fit the passages of the gold only would show here: each passage is told again with other numbers or other
 * names, and what was found in the first must be found in the second.
 */
const extractor = loadExtractor();
const { passages } = loadGold();
const read = (gold: Gold, text: string): Facts =>
  extractor.extract({ id: gold.id, text, ...(gold.published != null && { published: gold.published }) });

const PLAIN = /(?<![\d.,:/№–-]|[\d.,] )\d{1,3}(?![\d.,:/–-]|[ {2}]\d{3})/;

test.each(passages.map((gold) => [gold.id, gold] as const))('%s with other numbers', (_, gold) => {
  const before = read(gold, gold.text);
  // A figure of one to three digits becomes another of its length that asks for the same endings.
  for (const fact of before.indicators) {
    const at = PLAIN.exec(fact.quote);
    const composed = (fact.quote.match(/\d[\d {2}]*/g) ?? []).length > 1;
    if (!at || composed || fact.value === null || fact.previous !== null || fact.high !== null) continue;
    const old = Number(at[0]);
    const other = old < 10 ? (old >= 5 ? 14 - old : old) : old - 20 >= 10 && old >= 30 ? old - 20 : old + 20;
    if (other === old || String(other).length !== at[0].length) continue;
    const start = fact.start + at.index;
    const text = gold.text.slice(0, start) + other + gold.text.slice(start + at[0].length);
    const after = read(gold, text).indicators.find((i) => i.start === fact.start);
    expect(after, `${fact.quote} with ${other}`).toMatchObject({ end: fact.end, unit: fact.unit });
    expect(after?.value).toBeCloseTo((fact.value / old) * other, 6);
  }
});

/** Names that no program bears, for each of the two alphabets. */
const NAMES = ['Сыңғыр самал', 'Ромашковый ветер', 'Qanat Bloom', 'Ақ қайың', 'Серебряная нить'];

test.each(passages.map((gold) => [gold.id, gold] as const))('%s with other names of programs', (_, gold) => {
  const found = read(gold, gold.text).programs.filter((p) => p.id === null && p.kind !== 'event');
  for (const [k, program] of found.entries()) {
    const name = NAMES[k % NAMES.length] ?? '';
    const span = program.mentions.find((m) => gold.text[m.start] === '«' || gold.text[m.start - 1] === '«');
    if (!span) continue;
    const text = gold.text.replaceAll(`«${span.text.replace(/[«»]/g, '')}»`, `«${name}»`);
    const again = read(gold, text).programs;
    expect(again.map((p) => p.name)).toContain(name);
    expect(again.find((p) => p.name === name)?.kind).toBe(program.kind);
  }
});
