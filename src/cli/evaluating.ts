import { loadPlaceHeads } from '../catalog/place-heads.ts';
import { loadPlaces } from '../catalog/places.ts';
import { ExitCode } from '../core/errors.ts';
import { loadExtractor } from '../extract/index.ts';
import {
  type Comparison,
  compare,
  evaluateOn,
  faultLine,
  loadFloors,
  loadSet,
  raised,
  saveFloors,
  sizeOf,
  type TestSet,
} from '../pipeline/index.ts';
import type { CommonOptions } from './options.ts';
import { type Output, openOutput } from './output.ts';
import { counted } from './text.ts';

export interface EvaluateOptions extends CommonOptions {
  readonly set: string;
  /** Read with an empty catalogue of programs; such figures have floors of their own. */
  readonly withoutPrograms?: boolean;
  readonly verbose?: boolean;
  readonly raise?: boolean;
}

/** `derek evaluate`: a table by language and kind, the faults on demand; exit code 1 when a figure is below its floor. */
export async function evaluateSet(options: EvaluateOptions): Promise<void> {
  const output = openOutput(options);
  const set = loadSet(options.set);
  const unlisted = options.withoutPrograms === true;
  const scored = evaluateOn(set, {
    extractor: loadExtractor(unlisted ? { programs: [] } : {}),
    places: loadPlaces(),
    heads: loadPlaceHeads(),
  });
  const evaluation = unlisted ? { ...scored, set: `${scored.set} without programs` } : scored;
  const floors = loadFloors();
  const held = floors[evaluation.set]?.floors;
  const comparison = compare(evaluation, floors);
  if (output.json) await output.record({ ...evaluation, floors: held ?? null, comparison });
  else {
    await output.table(
      ['lang', 'kind', 'gold', 'precision', 'recall', 'F1 or right', 'floor'],
      evaluation.figures.map((f) => [
        f.lang,
        f.kind,
        f.gold,
        f.precision,
        f.recall,
        f.figure,
        held?.[f.lang]?.[f.kind] ?? null,
      ]),
    );
    if (options.verbose === true) for (const fault of evaluation.faults) await output.line(faultLine(fault));
  }
  report(output, comparison);
  output.note(
    `${evaluation.set}: ${counted(sizeOf(set), UNITS[set.kind])}, ${counted(evaluation.faults.length, 'fault')}`,
  );
  if (options.raise === true) saveFloors(raised(evaluation, floors));
  else if (comparison && comparison.below.length > 0) process.exitCode = ExitCode.internal;
}

const UNITS: Readonly<Record<TestSet['kind'], string>> = {
  passages: 'passage',
  spans: 'text',
  pairs: 'pair',
  occupations: 'text',
  people: 'pair',
  words: 'sentence',
  sentences: 'sentence',
  claims: 'claim',
  record: 'claim',
};

function report(output: Output, comparison: Comparison | null): void {
  if (!comparison) {
    output.note('this set has no floors; --raise sets them');
    return;
  }
  for (const line of comparison.mended) output.note(`mended: ${line}`);
  for (const line of comparison.broken) output.note(`broken: ${line}`);
  for (const line of comparison.below) output.complain(line);
}
