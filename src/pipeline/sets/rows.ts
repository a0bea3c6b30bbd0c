import type { z } from 'zod';
import { BadData } from '../../core/errors.ts';

/** The lines of a file as rows, empty lines left out. Throws `BadData` with the line that is no row. */
export function rows<T>(file: string, lines: readonly string[], schema: z.ZodType<T>): T[] {
  return lines.flatMap((line, i) => {
    if (line.trim() === '') return [];
    const read = schema.safeParse(parsed(line));
    if (read.success) return [read.data];
    const issue = read.error.issues[0];
    throw new BadData(
      file,
      `line ${i + 1}, ${issue?.path.join('.') || 'top level'}`,
      issue?.message ?? 'a row',
      line,
    );
  });
}

/** Is it an object, and no list? */
export const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a line of JSON holds; undefined when it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
