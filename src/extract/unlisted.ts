import type { BilingualName, RegionLevel } from '../core/facts.ts';
import { townNominative } from '../language/packs/ru/shape.ts';
import { Tag } from '../language/tags.ts';
import { Shape } from '../language/words.ts';
import { kkToRu, placeKey } from '../resolve/transliterate.ts';
import { type Document, Starts, sensesAt } from './document.ts';
import { type Landmark, oblastOf, type Spot } from './place-choice.ts';
import type { PlaceWord } from './place-words.ts';

/** A place without an entry of its own in the gazetteer. */
export interface Unlisted {
  readonly id: string;
  readonly level: RegionLevel;
  readonly name: BilingualName;
  readonly place: null;
}

/** What is not known of a place lies under the country. */
const COUNTRY = 'KZ';

/** One of several listed places of a name, where the article leaves open which: `KZ/abayskiy-rayon`. */
export const anyOf = ({ place: { kk, ru, level } }: PlaceWord): Unlisted => ({
  id: `${COUNTRY}/${placeKey(ru)}`,
  level,
  name: { kk, ru },
  place: null,
});

/** Gives villages that only their head noun shows a name and an id, the same all through an article. */
export class Villages {
  readonly #oblasts: ReadonlySet<string>;
  readonly #landmarks: readonly Landmark[];
  readonly #ids = new Map<string, string>();

  /** `oblasts` are those that the whole article speaks of. */
  constructor(oblasts: ReadonlySet<string>, landmarks: readonly Landmark[]) {
    this.#oblasts = oblasts;
    this.#landmarks = landmarks;
  }

  /** The village named at a spot. Its id lies under the oblast where the article places it: `KZ-11/kokterek`. */
  at(doc: Document, spot: Spot): Unlisted {
    const name = nameOf(doc, spot);
    const key = placeKey(name.ru);
    const id = this.#ids.get(key) ?? `${oblastOf(spot, this.#landmarks, this.#oblasts) ?? COUNTRY}/${key}`;
    this.#ids.set(key, id);
    return { id, level: 'village', name, place: null };
  }
}

/** The name without its head noun, in the nominative; its other half by transliteration. */
function nameOf(doc: Document, { from, to, sentence }: Spot): BilingualName {
  const parts: string[] = [];
  let neuter = false;
  for (let k = from; k < to; k++) {
    const form = doc.tokens[k]?.form;
    if (!form) continue;
    const head = sensesAt(doc, k, Starts.placehead).find((s) => s.entry.cls === 'placehead');
    if (head) neuter ||= (head.tags & Tag.neut) !== 0;
    else if (form.shape !== Shape.lower) parts.push(form.raw);
  }
  const written = parts.join(' ');
  if (doc.sentences[sentence]?.lang === 'kk') return { kk: written, ru: kkToRu(written) };
  const nominative = townNominative(written, neuter);
  return { kk: nominative, ru: kkToRu(nominative) };
}
