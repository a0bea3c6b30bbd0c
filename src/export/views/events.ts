import type { EventRow } from '../../store/index.ts';
import { quote, source } from './columns.ts';
import { text, view } from './view.ts';

export const events = view<EventRow>(
  'events',
  'What happened: starts, ends, openings, signings, appointments, dismissals.',
  [
    text('id', 'Id of the event: article, kind and offsets.', (r) => r.id),
    text('kind', 'start, end, creation, signing, opening, appointment or dismissal.', (r) => r.kind),
    text('status', 'actual or planned.', (r) => r.status),
    text('date_from', 'Begin of the date, never narrower than the text.', (r) => r.date.from),
    text('date_to', 'End of the date.', (r) => r.date.to),
    text('date_text', 'The words that give the date.', (r) => r.date.text),
    text('program', 'Name of the program.', (r) => r.program),
    text('program_key', 'Key of the program.', (r) => r.programKey),
    text('official', 'Name of the official.', (r) => r.official),
    text('official_key', 'Key of the official.', (r) => r.officialKey),
    text('post', 'The post that the official got, left or acted in.', (r) => r.post),
    text('organisation', 'Name of the organisation.', (r) => r.organisation),
    text('region', 'Name of the region.', (r) => r.region),
    text('region_id', 'Id of the region.', (r) => r.regionId),
    ...quote<EventRow>(),
    ...source<EventRow>(),
  ],
  (store) => store.all.events(),
);
