import { z } from 'zod';
import type { SectionKind } from '../core/article.ts';
import { DATA_DIR, readYaml } from './yaml.ts';

const cues = z.strictObject({
  line: z.array(z.string().min(3)).default([]),
  heading: z.array(z.string().min(3)).default([]),
  words: z.array(z.string().min(3)).default([]),
});
const KINDS = ['caption', 'credit', 'promo', 'teaser', 'partner'] as const satisfies readonly SectionKind[];
const file = z.strictObject(
  Object.fromEntries(KINDS.map((k) => [k, cues])) as Record<(typeof KINDS)[number], typeof cues>,
);

/** How a line of text shows that it is not of the story. */
export interface SectionCue {
  readonly kind: SectionKind;
  /** Lower case. */
  readonly cue: string;
  /** `line` begins with it, `heading` is it and takes the headlines below along, `word` holds it and is short. */
  readonly where: 'line' | 'heading' | 'word';
}

/** Cues of `data/rules/sections.yaml`. Throws `BadData`. */
export function loadSectionCues(dir = DATA_DIR): readonly SectionCue[] {
  const data = readYaml(`${dir}rules/sections.yaml`, file, 'data/rules/sections.yaml');
  return KINDS.flatMap((kind) => [
    ...data[kind].line.map((cue) => ({ kind, cue, where: 'line' as const })),
    ...data[kind].words.map((cue) => ({ kind, cue, where: 'word' as const })),
    ...data[kind].heading.map((cue) => ({ kind, cue, where: 'heading' as const })),
  ]);
}
