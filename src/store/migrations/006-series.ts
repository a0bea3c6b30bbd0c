/** One series is asked for by all three at once; each alone names too many values. */
export const series = `
CREATE INDEX observations_series ON observations(indicator, program_key, region_id);
DROP INDEX observations_indicator;
`;
