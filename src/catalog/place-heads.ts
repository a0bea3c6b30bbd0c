import { z } from 'zod';
import type { RegionLevel } from '../core/facts.ts';
import { type Wordings, wordingFields } from './wording.ts';
import { DATA_DIR, readYaml } from './yaml.ts';

/** A noun that says what kind of place a name is: `облыс`, `район`, `село`. */
export interface PlaceHead extends Wordings {
  readonly level: RegionLevel;
  /** Kazakh attributive forms: `аудандық`. */
  readonly adj: readonly string[];
  readonly short: { readonly kk: readonly string[]; readonly ru: readonly string[] };
}

const schema = z.array(
  z.strictObject({
    level: z.enum(['oblast', 'district', 'city', 'village']),
    ...wordingFields,
    adj: z.array(z.string()).default([]),
    short: z.strictObject({ kk: z.array(z.string()), ru: z.array(z.string()) }),
  }),
);

/** Head nouns of `data/places/heads.yaml`. Throws `BadData`. */
export function loadPlaceHeads(dir = DATA_DIR): readonly PlaceHead[] {
  return readYaml(`${dir}places/heads.yaml`, schema, 'data/places/heads.yaml');
}
