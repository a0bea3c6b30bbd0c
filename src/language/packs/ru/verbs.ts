import type { RuVerb } from '../../../catalog/deeds.ts';
import type { Tense, VerbForm } from '../../verbs.ts';
import { adjective } from './inflect.ts';

/**
 * Forms of a perfective verb by its principal parts. One with a participle is transitive and has its passives too:
 * «открыл», «откроет», «открывший» and «открылся», «откроется», «открыт», «открытый».
 */
export function verbForms({ infinitive, past, future, participle, after }: RuVerb): VerbForm[] {
  const out: VerbForm[] = [];
  const put = (tense: Tense, forms: readonly string[], passive = false, attribute = false): void => {
    for (const form of forms) out.push({ words: [form, ...after], tense, passive, attribute });
  };
  put('infinitive', [infinitive]);
  put('past', pastForms(past));
  put('past', activeParticiple(past), false, true);
  put('future', futureForms(future));
  if (participle === null) return out;
  put('infinitive', [`${infinitive}ся`], true);
  put('past', pastForms(`${past}ся`), true);
  put('past', activeParticiple(`${past}ся`), true, true);
  put('future', futureForms(`${future}ся`), true);
  put(
    'past',
    ['', 'а', 'о', 'ы'].map((ending) => participle + ending),
    true,
  );
  put('past', declined(`${participle}${participle.endsWith('н') ? 'н' : ''}ый`), true, true);
  return out;
}

/** «открыл», «открыла»; «ушел», «ушла»; «открылся», «открылась». */
function pastForms(past: string): string[] {
  const own = withoutReflexive(past);
  const stem = own.endsWith('шел') ? `${own.slice(0, -2)}л` : own;
  const forms = [own, `${stem}а`, `${stem}о`, `${stem}и`];
  return own === past ? forms : forms.map((form) => form + (form.endsWith('л') ? 'ся' : 'сь'));
}

/** «открывший», «ушедший», «открывшийся» in every case. */
function activeParticiple(past: string): string[] {
  const own = withoutReflexive(past);
  const stem = own.endsWith('шел') ? `${own.slice(0, -2)}ед` : `${own.slice(0, -1)}в`;
  const forms = declined(`${stem}ший`);
  return own === past ? forms : forms.map((form) => `${form}ся`);
}

/** «откроет» and «откроют», «создаст» and «создадут». */
function futureForms(future: string): string[] {
  const own = withoutReflexive(future);
  const forms = [own, thirdPlural(own)];
  return own === future ? forms : forms.map((form) => `${form}ся`);
}

function thirdPlural(form: string): string {
  const stem = form.slice(0, -2);
  if (form.endsWith('аст')) return `${stem}дут`;
  if (form.endsWith('ит')) return stem + (/[жшчщ]$/u.test(stem) ? 'ат' : 'ят');
  return stem + (/[аоеиыуя]$/u.test(stem) ? 'ют' : 'ут');
}

const withoutReflexive = (form: string): string => (form.endsWith('ся') ? form.slice(0, -2) : form);

const declined = (participle: string): string[] => [
  ...new Set(adjective(participle).map(({ form }) => form)),
];
