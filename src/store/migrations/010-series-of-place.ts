/** A series of a place is asked for without a program more often than the reverse. */
export const seriesOfPlace = `
CREATE INDEX observations_series_of_place ON observations(indicator, region_id, program_key);
DROP INDEX observations_series;
`;
