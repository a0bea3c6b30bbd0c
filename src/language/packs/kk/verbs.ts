import type { KkVerb } from '../../../catalog/deeds.ts';
import type { Tense, VerbForm } from '../../verbs.ts';
import { Harmony, SoundClass, soundClass, stemHarmony } from './endings.ts';

/*
 * Forms of a Kazakh verb by its stem, those that tell of a deed as done or to come: no negation, no condition, nothing
 * in progress. A after a vowel is й; D, G, M follow the sound before them, I the harmony (the archiphonemes of LANGUAGE §3.1).
 */
const ENDINGS: readonly (readonly [ending: string, tense: Tense, attribute: boolean])[] = [
  ['DI', 'past', false],
  ['iп', 'past', false],
  ['iптI', 'past', false],
  ['GAн', 'past', true],
  ['GAнI', 'past', false],
  ['GAнIн', 'past', false],
  ['GAндA', 'past', false],
  ['GAннAн', 'past', false],
  ['GAлI', 'past', false],
  ['AдI', 'future', false],
  ['MAK', 'future', false],
  ['AтIн', 'future', true],
  ['AтIнI', 'future', false],
  ['AтIнIн', 'future', false],
  ['у', 'infinitive', false],
  ['уI', 'infinitive', false],
  ['уды', 'infinitive', false],
  ['уді', 'infinitive', false],
  ['уGA', 'infinitive', false],
  ['уIн', 'infinitive', false],
  ['уIнA', 'infinitive', false],
  ['уIнIң', 'infinitive', false],
];

/** `ашыл` → `ашылды`, `ашылған`, `ашылады` …, behind the words that make one phrase with it. The voice is that of the stem. */
export function verbForms({ before, stem }: KkVerb): VerbForm[] {
  const harmony = stemHarmony(stem);
  const out: VerbForm[] = [];
  for (const back of [true, false])
    if (harmony & (back ? Harmony.back : Harmony.front))
      for (const [ending, tense, attribute] of ENDINGS)
        out.push({ words: [...before, joined(stem, ending, back)], tense, attribute, passive: false });
  return out;
}

/** `қой` + `Aды` → `қояды`, `қой` + `у` → `қою`; `баста` + `Aды` → `бастайды`. */
function joined(stem: string, ending: string, back: boolean): string {
  let out = stem;
  for (const symbol of ending) {
    const vowel = symbol === 'A' || symbol === 'у';
    if (vowel && out === stem && stem.endsWith('й')) out = out.slice(0, -1) + (symbol === 'у' ? 'ю' : 'я');
    else out += sound(symbol, out, back, out === stem);
  }
  return out;
}

function sound(symbol: string, before: string, back: boolean, first: boolean): string {
  const cls = soundClass(before.at(-1) ?? '');
  const { V, T, Z } = SoundClass;
  switch (symbol) {
    case 'A':
      return first && cls === V ? 'й' : back ? 'а' : 'е';
    case 'I':
      return back ? 'ы' : 'і';
    case 'i':
      return cls === V ? '' : back ? 'ы' : 'і';
    case 'D':
      return cls === T ? 'т' : 'д';
    case 'G':
      return cls === T ? (back ? 'қ' : 'к') : back ? 'ғ' : 'г';
    case 'M':
      return cls === Z ? 'б' : cls === T ? 'п' : 'м';
    case 'K':
      return back ? 'қ' : 'к';
    default:
      return symbol;
  }
}
