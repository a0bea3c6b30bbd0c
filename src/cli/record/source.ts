import type { SourceRow } from '../../store/index.ts';

/** `baq, 2026-02-04, https://…`: where a fact was read. */
export const sourceWords = (row: SourceRow): string =>
  [row.publisher, row.published?.slice(0, 10) ?? 'no date', row.url ?? row.articleId]
    .filter((part) => part !== null)
    .join(', ');
