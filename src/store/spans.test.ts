import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sketch } from '../testing/facts.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { openFile } from './database.ts';
import { articleSaver } from './save.ts';
import { sha256, utf16Slice } from './text.ts';
import { transactions } from './transaction.ts';

const at = temporaryFolder();
const clock = () => new Date('2026-08-18T10:00:00Z');

const STORY =
  'Отбасы 🏠 орталығы ашылды: 131 орталық, ал былтыр 33 болған. Центр «Бақытты отбасы» 👨‍👩‍👧‍👦 принял 1 200 семей.\n';

/** A store with one article, and the means to write to its tables as any program could. */
function withText(name: string, text: string) {
  const { db, close } = openFile(at(name), { clock });
  articleSaver(db, transactions(db), clock).saveArticle({}, sketch({ id: 'one', text }), 'rules@1');
  const version = Number(db.prepare('SELECT id FROM article_versions').pluck().get());
  const insert = db.prepare('INSERT INTO spans(version, start, "end", quote) VALUES (?, ?, ?, ?)');
  return { db, close, version, insert };
}

const TEXTS: readonly [what: string, text: string][] = [
  ['with characters of two units', STORY.repeat(20)],
  ['of plain letters', STORY.replace(/[\p{Extended_Pictographic}\u200d]/gu, '').repeat(20)],
];
test.each(TEXTS)(
  'of ten thousand spans of a text %s the database takes those whose quote stands at their offsets, and no other',
  (what, text) => {
    const { db, close, version, insert } = withText(`fuzz ${what}.db`, text);
    let taken = 0;
    let refused = 0;
    db.exec('BEGIN');
    fc.assert(
      fc.property(
        fc.integer({ min: -3, max: text.length + 3 }),
        fc.integer({ min: -2, max: 24 }),
        fc.constantFrom('exact', 'shifted', 'changed', 'case') as fc.Arbitrary<string>,
        (start, length, way) => {
          const end = start + length;
          const exact = utf16Slice(text, start, end);
          const quote =
            way === 'exact'
              ? text.slice(Math.max(0, start), Math.max(0, end))
              : way === 'shifted'
                ? text.slice(Math.max(0, start + 1), Math.max(0, end + 1))
                : way === 'changed'
                  ? `${text.slice(Math.max(0, start), Math.max(0, end))} `
                  : text.slice(Math.max(0, start), Math.max(0, end)).toUpperCase();
          const stands = length > 0 && exact !== null && exact === quote;
          db.exec('SAVEPOINT one');
          const write = (): unknown => insert.run(version, start, end, quote);
          if (stands) {
            write();
            taken++;
          } else {
            expect(write).toThrow(/quote|CHECK/);
            refused++;
          }
          db.exec('ROLLBACK TO one');
        },
      ),
      { numRuns: 10_000, seed: 20260818 },
    );
    db.exec('COMMIT');
    close();
    expect(taken).toBeGreaterThan(1_500);
    expect(refused).toBeGreaterThan(5_000);
  },
);

const refusals: [string, (s: ReturnType<typeof withText>) => unknown, RegExp][] = [
  ['half an emoji', ({ insert, version }) => insert.run(version, 7, 8, '\ud83c'), /quote/],
  [
    'half an emoji as SQLite would see it',
    ({ insert, version }) => insert.run(version, 7, 8, '\ufffd'),
    /quote/,
  ],
  ['a quote of no text', ({ insert }) => insert.run(99, 0, 6, 'Отбасы'), /quote/],
  ['a changed text', ({ db }) => db.exec(`UPDATE article_versions SET text = 'x'`), /immutable/],
  ['a deleted text', ({ db }) => db.exec('DELETE FROM article_versions'), /immutable/],
  [
    'a replaced text',
    ({ db, version }) =>
      db.exec(
        `INSERT OR REPLACE INTO article_versions SELECT ${version}, article, title, lang, lang_confidence, script, reader,
           page_sha256, text_sha256, sections, length, 'other' FROM article_versions`,
      ),
    /immutable/,
  ],
  [
    'a replaced text, with the pragma of ours off',
    ({ db, version }) => {
      db.pragma('recursive_triggers = OFF');
      db.exec(
        `INSERT OR REPLACE INTO article_versions SELECT ${version}, article, title, lang, lang_confidence, script, reader,
           page_sha256, text_sha256, sections, length, 'other' FROM article_versions`,
      );
    },
    /immutable/,
  ],
  [
    'a text with a NUL',
    ({ db }) =>
      db
        .prepare(
          `INSERT INTO article_versions SELECT 9, article, title, lang, lang_confidence, script, reader, page_sha256, ?,
             sections, length, ? FROM article_versions`,
        )
        .run(sha256('a\0b'), 'a\0b'),
    /CHECK/,
  ],
  [
    'a text that tells a wrong length, by which the offsets of quotes are understood',
    ({ db }) =>
      db
        .prepare(
          `INSERT INTO article_versions SELECT 9, article, title, lang, lang_confidence, script, reader, page_sha256, ?,
             sections, length(?), ? FROM article_versions`,
        )
        .run(sha256('a🏠b'), 'a🏠b', 'a🏠b'),
    /length/,
  ],
  [
    'a quote that ends behind the text',
    ({ insert, version }) => insert.run(version, STORY.length - 1, STORY.length + 1, '\n'),
    /quote/,
  ],
  ['a moved span', ({ db }) => db.exec('UPDATE spans SET start = start + 1'), /immutable/],
];
refusals.forEach(([name, write, message], n) => {
  test(`the database refuses ${name}`, () => {
    const store = withText(`refusal-${n}.db`, STORY);
    store.insert.run(store.version, 0, 6, 'Отбасы');
    expect(() => write(store)).toThrow(message);
    store.close();
  });
});
