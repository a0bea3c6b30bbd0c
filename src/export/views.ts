import { articles, links, stories } from './views/articles.ts';
import { officials, programs, regions } from './views/entities.ts';
import { events } from './views/events.ts';
import { observations, series } from './views/values.ts';
import { verdicts } from './views/verdicts.ts';
import type { View } from './views/view.ts';

/** Every view of `derek export`, in the order in which help names them. */
export const VIEWS: readonly View[] = [
  observations,
  series,
  events,
  programs,
  regions,
  officials,
  articles,
  stories,
  links,
  verdicts,
];
