import type { RuleSource } from '../catalog/rules.ts';
import { BadData } from '../core/errors.ts';
import { Tag } from '../language/tags.ts';
import type { Node } from './pattern/parse.ts';
import type { Relation } from './pattern/relations.ts';
import { parseRule } from './rule-parse.ts';

/** What lower layers put where patterns can see it, with its kinds (annotate.ts). */
const ANNOTATIONS: ReadonlyMap<string, readonly string[]> = new Map([
  ['QUOTE', ['name']],
  ['REGION', ['country', 'oblast', 'city', 'district', 'village']],
  ['NAME', ['full']],
  ['SURNAME', []],
  ['NAMESAKE', []],
  ['DIGITS', ['numbered']],
  ['HASHTAG', []],
  ['LATIN', []],
]);

/** The captures that the reader of each kind of fact understands (officials.ts, programs.ts). */
const ROLES: Readonly<Record<RuleSource['emits'], readonly string[]>> = {
  official: ['mod', 'post', 'comp', 'name', 'more', 'mod2', 'post2', 'comp2'],
  program: ['trig', 'name', 'name2', 'name3', 'alias', 'comp', 'frame'],
};

interface Classes {
  hasClass(cls: string): boolean;
}

/**
 * Holds rules to what exists: a pattern that speaks of an unknown class, tag, annotation or capture would never match,
 * or say nothing, and nobody would notice. Throws `BadData` with file, rule and column.
 */
export function checkRules(sources: readonly RuleSource[], lexicon: Classes): readonly RuleSource[] {
  const seen = new Map<string, RuleSource>();
  for (const source of sources) {
    const twin = seen.get(source.id);
    if (twin)
      throw new BadData(source.file, `rule ${source.id}`, `an id that ${twin.file} has not taken`, source.id);
    seen.set(source.id, source);
    checkRoles(source);
    const { node, relations } = parseRule(source);
    checkPattern(source, node, lexicon);
    checkRelations(source, relations);
    checkExamples(source);
  }
  return sources;
}

/** A frame may speak of what the reader of its facts understands, and of nothing else. */
function checkRoles(source: RuleSource): void {
  const known = ROLES[source.emits];
  for (const role of Object.keys(source.roles))
    if (!known.includes(role))
      throw new BadData(
        source.file,
        `rule ${source.id}, roles`,
        `one of the captures of ${source.emits}: ${known.join(', ')}`,
        role,
      );
}

function checkPattern(source: RuleSource, tree: Node, lexicon: Classes): void {
  const fail = (column: number, expected: string, got: string): never => {
    throw new BadData(source.file, `rule ${source.id}, column ${column}`, expected, got);
  };
  const captured = new Set<string>();
  for (const node of nodesOf(tree)) {
    if (node.type === 'class') {
      if (!lexicon.hasClass(node.cls)) fail(node.column, 'a class of the lexicon or the grammar', node.cls);
      for (const tag of node.tags)
        if (!(tag in Tag)) fail(node.column, `one of the tags ${Object.keys(Tag).join(', ')}`, tag);
    } else if (node.type === 'annotation') {
      const kinds = ANNOTATIONS.get(node.ann);
      if (!kinds) fail(node.column, `one of the annotations ${[...ANNOTATIONS.keys()].join(', ')}`, node.ann);
      else if (node.kind !== null && !kinds.includes(node.kind))
        fail(node.column, `a kind of ${node.ann}: ${kinds.join(', ') || 'none'}`, node.kind);
    } else if (node.type === 'capture') {
      if (!(node.name in source.roles))
        fail(node.column, `one of the roles ${Object.keys(source.roles).join(', ')}`, node.name);
      captured.add(node.name);
    }
  }
  for (const [role, need] of Object.entries(source.roles))
    if (need === 'required' && !captured.has(role))
      fail(source.pattern.length + 1, `a capture of the required role ${role}`, source.pattern);
  if (!isAnchored(tree))
    fail(1, 'an anchor: a class, an annotation or a word that every match holds', source.pattern);
}

/** A node and all that it holds, in text order. */
function* nodesOf(node: Node): Generator<Node> {
  yield node;
  const inner =
    'items' in node ? node.items : 'options' in node ? node.options : 'item' in node ? [node.item] : [];
  for (const n of inner) yield* nodesOf(n);
}

/** Does every match hold a class, an annotation or an exact word? Shapes alone fit nearly any text. */
function isAnchored(node: Node): boolean {
  switch (node.type) {
    case 'seq':
      return node.items.some(isAnchored);
    case 'alt':
      return node.options.every(isAnchored);
    case 'repeat':
      return node.min > 0 && isAnchored(node.item);
    case 'capture':
      return isAnchored(node.item);
    default:
      return node.type === 'class' || node.type === 'annotation' || node.type === 'literal';
  }
}

function checkRelations(source: RuleSource, relations: readonly Relation[]): void {
  for (const [k, { args }] of relations.entries())
    for (const { role, column } of args.flat())
      if (!(role in source.roles))
        throw new BadData(
          source.file,
          `rule ${source.id}, relation ${source.relations[k]}, column ${column}`,
          `one of the roles ${Object.keys(source.roles).join(', ')}`,
          role,
        );
}

/** An example can only say what a capture covers. */
function checkExamples(source: RuleSource): void {
  for (const { text, finds } of source.examples)
    for (const [role, words] of Object.entries(finds)) {
      const at = `rule ${source.id}, example «${text}»`;
      if (!(role in source.roles))
        throw new BadData(source.file, at, `one of the roles ${Object.keys(source.roles).join(', ')}`, role);
      if (!text.includes(words))
        throw new BadData(source.file, at, `words of the example for ${role}`, words);
    }
}
