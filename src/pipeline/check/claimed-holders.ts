import type { Facts, Mention, OfficialFact } from '../../core/facts.ts';
import type { Span } from '../../core/span.ts';

/**
 * Who is claimed to hold which post. Beside the officials that articles name by their rules, a claim may say so in a
 * way that no article would be trusted with («акимом области был …», `… облысының әкімі`): one person, one post and
 * at most one place in a sentence belong together there.
 */
export function claimedHolders(facts: Facts): readonly OfficialFact[] {
  if (facts.officials.length > 0) return facts.officials;
  const of = (type: Mention['type']): readonly Mention[] => facts.mentions.filter((m) => m.type === type);
  const [person, ...others] = of('person');
  const [post, ...posts] = of('post');
  if (person === undefined || post?.ref === undefined || others.length + posts.length > 0) return [];
  const [place, ...places] = facts.regions;
  if (places.length > 0) return [];
  const named = bodyOf(facts.article.text, post, person);
  return [
    {
      id: null,
      name: person.text,
      post: post.text,
      postId: post.ref,
      jurisdiction:
        place === undefined
          ? named === undefined
            ? null
            : { id: null, name: named }
          : { id: place.id, name: facts.article.lang === 'kk' ? place.name.kk : place.name.ru },
      role: [],
      mentions: [person],
      rule: person.rule,
    },
  ];
}

/**
 * The words for a body: behind a Russian post («министр внутренних дел – …»), before a Kazakh one
 * (`ішкі істер министрі – …`, `… – ішкі істер министрі`), up to the dash or the end of the sentence.
 */
function bodyOf(text: string, post: Span, person: Span): string | undefined {
  const [first, second] = post.start < person.start ? [post, person] : [person, post];
  const between = text.slice(first.end, second.start);
  const [, before = '', after = ''] = /^([^–—:.,]*)\s[–—-]\s([^–—:.,]*)$/u.exec(between) ?? [];
  const head = post === first ? text.slice(0, post.start) : after;
  const tail = post === first ? before : '';
  return [tail.trim(), head.trim()].find((words) => /^\p{L}[^–—:.,]*$/u.test(words));
}
