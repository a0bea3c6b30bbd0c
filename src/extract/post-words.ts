import type { Body } from '../catalog/organisations.ts';
import type { Posts } from '../catalog/posts.ts';
import type { KkWording, RuWord, RuWording } from '../catalog/wording.ts';
import { entryOf, type Lexicon } from '../language/lexicon.ts';
import { Tag } from '../language/tags.ts';

/** What stands before «министрлігі» stands before «министрі» too: `еңбек және халықты әлеуметтік қорғау`. */
export function addDomains(lexicon: Lexicon, bodies: readonly Body[]): void {
  for (const b of bodies)
    if (b.kind === 'ministry')
      for (const { words } of b.kk)
        if (words.length > 2)
          lexicon.addForm(
            'kk',
            entryOf('domain', b.id, b),
            words.slice(0, -1).map((w) => w.toLowerCase()),
            Tag.nom,
          );
}

/** «Экс-аким», `экс-әкім`: every post with a modifier of former holders glued to its first word. */
export function addGlued(lexicon: Lexicon, { posts, modifiers }: Posts): void {
  const former = modifiers.filter((m) => m.id === 'former');
  const kk = former.flatMap((m) => m.kk.filter((w) => w.indeclinable && w.words.length === 1));
  const ru = former.flatMap((m) => m.ru.filter((w) => w.words.length === 1 && w.words[0]?.indeclinable));
  for (const p of posts) {
    const glued = (written: string) => entryOf('post', p.id, p, written);
    for (const { written } of kk)
      for (const w of p.kk) lexicon.addKk(glued(`${written}-${w.written}`), kkGlued(w, `${written}-`));
    for (const { written } of ru)
      for (const w of p.ru) lexicon.addRu(glued(`${written}-${w.written}`), ruGlued(w, `${written}-`));
  }
}

const kkGlued = (w: KkWording, prefix: string): KkWording => ({
  ...w,
  written: prefix + w.written,
  words: w.words.map((x, i) => (i === 0 ? prefix + x : x)),
  stem: w.words.length === 1 ? prefix + w.stem : w.stem,
});

const ruGlued = (w: RuWording, prefix: string): RuWording => ({
  ...w,
  written: prefix + w.written,
  words: w.words.map((x, i) => (i === 0 ? wordGlued(x, prefix) : x)),
});

/** The principal parts that a word gives; one left out stays out, for it is then regular. */
const wordGlued = ({ lemma, genSg, nomPl, genPl, indeclinable }: RuWord, prefix: string): RuWord => ({
  lemma: prefix + lemma,
  indeclinable,
  ...(genSg !== undefined && { genSg: prefix + genSg }),
  ...(nomPl !== undefined && { nomPl: prefix + nomPl }),
  ...(genPl !== undefined && { genPl: prefix + genPl }),
});
