import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { BadData, WrongUsage } from '../core/errors.ts';
import { loadPlaces } from './places.ts';

/** Longitude and latitude in degrees. */
export type Position = readonly [lon: number, lat: number];

/** The outline of a region of today, as drawn by an operator's own map. */
export interface RegionShape {
  /** The region's id in the record, ISO 3166-2. */
  readonly id: string;
  /** Closed rings, outer ones and holes alike. */
  readonly rings: readonly (readonly Position[])[];
}

const MOST_BYTES = 50_000_000;

/** A third number is the height; a fourth may follow, and means nothing to us. */
const position = z
  .tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)], z.unknown())
  .transform(([lon, lat]): Position => [lon, lat]);
const polygon = z.array(z.array(position).min(4));
const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: polygon }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon) }),
]);
const collection = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      id: z.unknown().optional(),
      properties: z.record(z.string(), z.unknown()).nullish(),
      geometry,
    }),
  ),
});

/**
 * The regions of a GeoJSON file (RFC 7946), each known by its ISO 3166-2 code or its Kazakh or Russian name in any
 * property; features of other places are passed over. Throws `WrongUsage` when the file cannot be read, `BadData` when it
 * is no GeoJSON of polygons, or lacks a region.
 */
export function loadRegionMap(file: string): readonly RegionShape[] {
  const regions = loadPlaces().filter(({ parent, until }) => parent === 'KZ' && until === null);
  const idOf = new Map(
    regions.flatMap(({ id, kk, ru, also }) =>
      [id, kk, ru, ...also.kk, ...also.ru].map((word) => [word.toLowerCase(), id] as const),
    ),
  );
  const shapes = new Map<string, (readonly Position[])[]>();
  for (const { id, properties, geometry: shape } of featuresOf(file)) {
    const words = [id, ...Object.values(properties ?? {})];
    const region = words.flatMap((word) => idOf.get(String(word).trim().toLowerCase()) ?? [])[0];
    if (region === undefined) continue;
    const rings = shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat();
    shapes.set(region, [...(shapes.get(region) ?? []), ...rings]);
  }
  const lacking = regions.filter(({ id }) => !shapes.has(id)).map(({ id, ru }) => `${id} ${ru}`);
  if (lacking.length > 0)
    throw new BadData(
      file,
      'features',
      `all ${regions.length} regions of today, each with its ISO 3166-2 code or name among its properties`,
      `none for ${lacking.join(', ')}`,
    );
  return [...shapes].map(([id, rings]) => ({ id, rings }));
}

function featuresOf(file: string): z.infer<typeof collection>['features'] {
  let json: unknown;
  try {
    if (statSync(file).size > MOST_BYTES)
      throw new WrongUsage(`${file}: a map of more than ${MOST_BYTES / 1e6} MB; simplify its outlines first`);
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof WrongUsage) throw error;
    throw new WrongUsage(
      `${file} cannot be read as GeoJSON: ${error instanceof Error ? error.message : error}`,
    );
  }
  const parsed = collection.safeParse(json);
  if (parsed.success) return parsed.data.features;
  const [issue] = parsed.error.issues;
  throw new BadData(
    file,
    issue?.path.join('.') || 'the file',
    'a GeoJSON FeatureCollection of polygons in degrees',
    issue?.message,
  );
}
