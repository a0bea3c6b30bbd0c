import type { RuleSource } from '../catalog/rules.ts';
import { BadData } from '../core/errors.ts';
import { type Node, PatternError, parsePattern } from './pattern/parse.ts';
import { parseRelation, type Relation } from './pattern/relations.ts';

/** The pattern and the relations of a rule as trees. Throws `BadData` with file, rule and column. */
export function parseRule(source: RuleSource): { node: Node; relations: readonly Relation[] } {
  return {
    node: parsedOr(source, source.pattern, `rule ${source.id}`, parsePattern),
    relations: source.relations.map((text) =>
      parsedOr(source, text, `rule ${source.id}, relation ${text}`, parseRelation),
    ),
  };
}

function parsedOr<T>({ file }: RuleSource, text: string, where: string, parse: (text: string) => T): T {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    throw new BadData(file, `${where}, column ${error.column}`, error.message, text);
  }
}
