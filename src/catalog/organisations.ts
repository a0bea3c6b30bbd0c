import { z } from 'zod';
import { Claims } from './claims.ts';
import { type Complain, cellList, checkRow, readTable } from './table.ts';
import { type Validity, validity } from './validity.ts';
import { type Wordings, wordingFields } from './wording.ts';
import { DATA_DIR } from './yaml.ts';

/** A kind of organisation with the nouns that stand at the head of its names: `комитет …`, `… комитеті`. */
export interface OrganisationHead extends Wordings {
  readonly kind: string;
}

/** A body known by name; its abbreviations are wordings too (`ІІМ`, `МВД`, `Минтруда`). */
export interface Body extends Wordings {
  readonly id: string;
  readonly kind: string;
  /** When it bore these names; null is not limited, as far as known. */
  readonly valid: Validity | null;
  /** The bodies whose work it took over. */
  readonly after: readonly string[];
}

export interface Organisations {
  readonly heads: readonly OrganisationHead[];
  readonly bodies: readonly Body[];
}

const id = z.string().regex(/^[a-z][a-z0-9-]*$/u, 'an id of small letters, digits and hyphens');
const headRow = z.strictObject({ kind: id, ...wordingFields });
const bodyRow = z.strictObject({
  id,
  kind: id,
  ...wordingFields,
  valid: validity.nullable(),
  after: z.array(id),
});
const HEAD_COLUMNS = ['kind', 'kk', 'ru'] as const;
const BODY_COLUMNS = ['id', 'kind', 'kk', 'ru', 'valid', 'after'] as const;

/** Heads and named bodies of `data/lexicon/organisations/`. Throws `BadData`. */
export function loadOrganisations(dir = DATA_DIR): Organisations {
  const heads = loadHeads(dir);
  return { heads, bodies: loadBodies(dir, new Set(heads.map((h) => h.kind))) };
}

function loadHeads(dir: string): OrganisationHead[] {
  const claims = new Claims();
  return readTable(...at(dir, 'heads.txt'), HEAD_COLUMNS, ({ kind, kk, ru }, complain) => {
    const head: OrganisationHead = checkRow(headRow, { kind, kk: cellList(kk), ru: cellList(ru) }, complain);
    claims.row('kind', [head.kind], head.kind, complain);
    claims.wordings(head, head.kind, complain);
    return head;
  });
}

function loadBodies(dir: string, kinds: ReadonlySet<string>): Body[] {
  const claims = new Claims();
  const complaints = new Map<string, Complain>();
  const bodies = readTable(...at(dir, 'bodies.txt'), BODY_COLUMNS, (cells, complain) => {
    const { id, kind, kk, ru, valid, after } = cells;
    const lists = { kk: cellList(kk), ru: cellList(ru), after: cellList(after) };
    const body: Body = checkRow(bodyRow, { id, kind, ...lists, valid: valid || null }, complain);
    claims.row('id', [body.id], body.id, complain);
    claims.wordings(body, body.id, complain);
    if (!kinds.has(body.kind)) complain('kind', 'a kind listed in heads.txt', body.kind);
    complaints.set(body.id, complain);
    return body;
  });
  for (const { id, after } of bodies)
    for (const other of after)
      if (!complaints.has(other)) complaints.get(id)?.('after', 'the id of a body', other);
  return bodies;
}

const at = (dir: string, name: string): [string, string] => [
  `${dir}lexicon/organisations/${name}`,
  `data/lexicon/organisations/${name}`,
];
