/** Whether a run came to its end: what was interrupted is owed, by whoever keeps the times of the runs. */
export const stoppedRuns = `
-- Why a run ended before all was done: on demand, or because its time was over. Null when all was done.
ALTER TABLE runs ADD COLUMN stopped TEXT CHECK(stopped IN ('interrupted', 'time'));
`;
