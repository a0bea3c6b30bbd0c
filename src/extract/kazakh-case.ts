import { kazakhReading } from '../language/clause.ts';
import { Tag } from '../language/tags.ts';
import type { Document } from './document.ts';

/** Is a noun in a case that a verb asks for? */
export const isOfVerb = (doc: Document, i: number): boolean => {
  const form = doc.tokens[i]?.form;
  return form != null && (kazakhReading(form.type).tags & (Tag.dat | Tag.acc | Tag.abl | Tag.ins)) !== 0;
};

/** Is a noun in the ablative? */
export const isAblative = (doc: Document, i: number): boolean => {
  const form = doc.tokens[i]?.form;
  return form != null && (kazakhReading(form.type).tags & Tag.abl) !== 0;
};

/** Is a noun the object or the means of what is done: `халықты қорғау`, `жұмыспен қамту`? */
export const isOfDeed = (doc: Document, i: number): boolean => {
  const form = doc.tokens[i]?.form;
  return form != null && (kazakhReading(form.type).tags & (Tag.acc | Tag.ins)) !== 0;
};
