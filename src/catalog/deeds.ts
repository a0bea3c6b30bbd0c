import { z } from 'zod';
import type { EventKind } from '../core/facts.ts';
import { type KkWording, kkWording, type RuWording, ruWording } from './wording.ts';
import { DATA_DIR, readYaml } from './yaml.ts';

/** A Russian perfective verb by its principal parts; one without a participle is intransitive. */
export interface RuVerb {
  readonly infinitive: string;
  readonly past: string;
  readonly future: string;
  readonly participle: string | null;
  /** Words behind it that make one phrase with it: «в отставку». */
  readonly after: readonly string[];
}

/** A Kazakh verb by its stem. */
export interface KkVerb {
  /** Words before it that make one phrase with it: `пайдалануға` of `пайдалануға берілді`. */
  readonly before: readonly string[];
  readonly stem: string;
}

/**
 * What the thing that an event happens to is beside a verb: its subject, its object, or in the dative («дать старт
 * проекту»).
 */
export const THEME_ROLES = ['happens', 'does', 'to'] as const;
export type ThemeRole = (typeof THEME_ROLES)[number];

/** How one language says that events of a kind happened: verbs by the role of what it happened to. */
export interface Sayings<Verb, Noun> extends Readonly<Record<ThemeRole, readonly Verb[]>> {
  /** The event as a noun: «церемония открытия». */
  readonly nouns: readonly Noun[];
  /** Verb forms of what has gone on since a date. */
  readonly since: readonly string[];
}

/** A kind of event and how it is told. */
export interface Deed {
  readonly kind: EventKind;
  readonly kk: Sayings<KkVerb, KkWording>;
  readonly ru: Sayings<RuVerb, RuWording>;
}

const ruVerb = z
  .string()
  .regex(
    /^[а-я]+(?:ть|ти|ться)\/[а-я]+(?:л|лся)\/[а-я]+(?:[её]т|ит|аст)(?:ся)?(?:\/[а-я]+[нт])?(?: [а-я ]+)?$/u,
    'a verb like открыть/открыл/откроет/открыт, perhaps with words behind it',
  )
  .transform((text): RuVerb => {
    const [parts = '', ...after] = text.split(' ');
    const [infinitive = '', past = '', future = '', participle = null] = parts.split('/');
    return { infinitive, past, future, participle, after };
  });

const kkVerb = kkWording.transform(
  ({ words }): KkVerb => ({ before: words.slice(0, -1), stem: words.at(-1) ?? '' }),
);

const sayings = <V extends z.ZodType, N extends z.ZodType>(verb: V, noun: N) =>
  z.strictObject({
    happens: z.array(verb).default([]),
    does: z.array(verb).default([]),
    to: z.array(verb).default([]),
    nouns: z.array(noun).default([]),
    since: z.array(z.string()).default([]),
  });

const file = z.array(
  z.strictObject({
    kind: z.enum(['start', 'end', 'creation', 'signing', 'opening', 'appointment', 'dismissal']),
    kk: sayings(kkVerb, kkWording),
    ru: sayings(ruVerb, ruWording),
  }),
);

/** Verbs and nouns of `data/lexicon/events.yaml`. Throws `BadData`. */
export const loadDeeds = (dir = DATA_DIR): readonly Deed[] =>
  readYaml(`${dir}lexicon/events.yaml`, file, 'data/lexicon/events.yaml');
