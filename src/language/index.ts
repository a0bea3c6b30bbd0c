/**
 * Language: routing to kk or ru, tokens with offsets, morphology of both languages, search keys. Knows no storage and
 * no facts.
 */

export { lemmasOf } from './lemma.ts';
export { type Route, routeSentence, routeText, sentenceLanguage } from './route.ts';
export { queryKeys, searchKeys, wordKeys } from './search.ts';
export { ABBREVIATIONS } from './shape.ts';
export { CASES, GENDERS, NUMBERS, Tag } from './tags.ts';
export { Kind, type Token, tokenize } from './tokens.ts';
export { Shape, type WordForm, Words, type WordType } from './words.ts';
