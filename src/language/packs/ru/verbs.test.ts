import { expect, test } from 'vitest';
import { verbForms } from './verbs.ts';

/** Forms of a tense and voice that are no participles, in the order they are made. */
function check(parts: string, tense: string, passive: boolean, expected: string): void {
  const [infinitive = '', past = '', future = '', participle = null] = parts.split('/');
  const forms = verbForms({ infinitive, past, future, participle, after: [] });
  const found = forms.filter((f) => f.tense === tense && f.passive === passive && !f.attribute);
  expect(found.map(({ words }) => words.join(' ')).join(' ')).toBe(expected);
}

test.each<[parts: string, tense: string, passive: boolean, expected: string]>([
  ['открыть/открыл/откроет/открыт', 'past', false, 'открыл открыла открыло открыли'],
  [
    'открыть/открыл/откроет/открыт',
    'past',
    true,
    'открылся открылась открылось открылись открыт открыта открыто открыты',
  ],
  ['открыть/открыл/откроет/открыт', 'future', true, 'откроется откроются'],
  ['создать/создал/создаст/создан', 'future', false, 'создаст создадут'],
  ['завершить/завершил/завершит/завершен', 'future', false, 'завершит завершат'],
  ['запустить/запустил/запустит/запущен', 'future', false, 'запустит запустят'],
  ['начаться/начался/начнется', 'past', false, 'начался началась началось начались'],
  ['начаться/начался/начнется', 'future', false, 'начнется начнутся'],
  ['уйти/ушел/уйдет', 'past', false, 'ушел ушла ушло ушли'],
  ['уйти/ушел/уйдет', 'past', true, ''],
])('%s, %s, passive %s', check);

test.each<[parts: string, form: string, passive: boolean]>([
  ['открыть/открыл/откроет/открыт', 'открытого', true],
  ['открыть/открыл/откроет/открыт', 'открывшимся', true],
  ['открыть/открыл/откроет/открыт', 'открывшую', false],
  ['создать/создал/создаст/создан', 'созданный', true],
  ['стартовать/стартовал/стартует', 'стартовавшего', false],
  ['уйти/ушел/уйдет', 'ушедший', false],
])('%s: the participle %s', (parts, form, passive) => {
  const [infinitive = '', past = '', future = '', participle = null] = parts.split('/');
  const forms = verbForms({ infinitive, past, future, participle, after: ['тогда'] });
  expect(forms).toContainEqual({ words: [form, 'тогда'], tense: 'past', passive, attribute: true });
});
