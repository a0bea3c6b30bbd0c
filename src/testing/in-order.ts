import { expect } from 'vitest';

/** All parts must stand in a text, one behind the other. */
export function expectInOrder(text: string, parts: readonly string[]): void {
  let from = 0;
  for (const part of parts) {
    const found = text.indexOf(part, from);
    expect(found, `«${part}» in\n${text}`).toBeGreaterThanOrEqual(0);
    from = found + part.length;
  }
}
