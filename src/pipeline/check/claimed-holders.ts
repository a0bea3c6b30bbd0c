import type { Facts, Mention, OfficialFact } from '../../core/facts.ts';

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
  // «Министр внутренних дел – …»: the words up to the dash name the body.
  const body = person.start > post.end ? facts.article.text.slice(post.end, person.start) : '';
  const named = /^\s*(\p{L}[^–—:,.]*)\s[–—-]\s*$/u.exec(body)?.[1]?.trim();
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
