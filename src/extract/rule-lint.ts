import type { RuleSource } from '../catalog/rules.ts';
import { BadData } from '../core/errors.ts';
import { Tag } from '../language/tags.ts';

/** What lower layers put where patterns can see it, with its kinds (annotate.ts). */
const ANNOTATIONS: ReadonlyMap<string, readonly string[]> = new Map([
  ['QUOTE', ['name']],
  ['REGION', ['country', 'oblast', 'city', 'district', 'village']],
  ['NAME', ['full']],
  ['DIGITS', []],
]);

const ITEM = /'[^']*'|@([a-z][a-z.]*)(?:=[a-z0-9.-]+)?(?:\[([a-z0-9,]+)\])?|<([A-Z]+)(?:\.([a-z]+))?>/g;

/**
 * Holds rules to what exists: a pattern that speaks of an unknown class, tag or annotation would never match and
 * nobody would notice. Throws `BadData` with file, rule and column.
 */
export function checkRules(
  sources: readonly RuleSource[],
  lexicon: { hasClass(cls: string): boolean },
): readonly RuleSource[] {
  const seen = new Map<string, RuleSource>();
  for (const source of sources) {
    const twin = seen.get(source.id);
    if (twin)
      throw new BadData(source.file, `rule ${source.id}`, `an id that ${twin.file} has not taken`, source.id);
    seen.set(source.id, source);
    checkPattern(source, lexicon);
  }
  return sources;
}

function checkPattern(source: RuleSource, lexicon: { hasClass(cls: string): boolean }): void {
  const fail = (at: number, expected: string, got: string): never => {
    throw new BadData(source.file, `rule ${source.id}, column ${at + 1}`, expected, got);
  };
  let anchors = 0;
  for (const { 0: item, 1: cls, 2: tags, 3: annotation, 4: kind, index } of source.pattern.matchAll(ITEM)) {
    anchors++;
    if (cls !== undefined && !lexicon.hasClass(cls))
      fail(index, 'a class of the lexicon or the grammar', cls);
    for (const tag of tags?.split(',') ?? [])
      if (!(tag in Tag)) fail(index, `one of the tags ${Object.keys(Tag).join(', ')}`, item);
    const kinds = annotation === undefined ? undefined : ANNOTATIONS.get(annotation);
    if (annotation !== undefined && !kinds)
      fail(index, `one of the annotations ${[...ANNOTATIONS.keys()].join(', ')}`, item);
    if (kind !== undefined && !kinds?.includes(kind))
      fail(index, `a kind of ${annotation}: ${kinds?.join(', ') || 'none'}`, item);
  }
  if (anchors === 0) fail(0, 'an anchor: a class, an annotation or a word', source.pattern);
}
