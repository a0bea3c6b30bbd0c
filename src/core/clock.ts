/** Where the time comes from. Tests pass a fixed one; nothing below `cli` reads the system clock itself. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

/** Kazakhstan's wall clock: UTC+6 in Almaty until 2024-03-01, UTC+5 since (Government decree No. 71 of 2024-01-19). */
const CHANGE = Date.parse('2024-02-29T18:00:00Z');

/** Offset of Almaty from UTC in minutes at an instant. */
export const almatyOffset = (at: Date): number => (at.getTime() < CHANGE ? 360 : 300);

/** The calendar day in Almaty at an instant, `YYYY-MM-DD`. */
export const almatyDay = (at: Date): string =>
  new Date(at.getTime() + almatyOffset(at) * 60_000).toISOString().slice(0, 10);

/** ISO time with Almaty's offset: `2026-08-18T21:38:00+05:00`. */
export function almatyIso(at: Date): string {
  const offset = almatyOffset(at);
  const local = new Date(at.getTime() + offset * 60_000).toISOString().slice(0, 19);
  return `${local}+0${offset / 60}:00`;
}

/** The instant of a wall-clock time in Almaty, given as `YYYY-MM-DDTHH:MM:SS`; undefined when it is no such time. */
export function fromAlmaty(wall: string): Date | undefined {
  const guess = Date.parse(`${wall}+05:00`);
  if (Number.isNaN(guess)) return undefined;
  return new Date(guess < CHANGE ? Date.parse(`${wall}+06:00`) : guess);
}
