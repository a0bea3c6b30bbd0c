import { loadPlaces } from '../catalog/places.ts';

export interface Feature {
  readonly type: 'Feature';
  readonly id?: string;
  readonly properties: Readonly<Record<string, unknown>> | null;
  readonly geometry: { readonly type: string; readonly coordinates: unknown };
}

/** A map of the 20 regions, each a square of two degrees; every third known by its code, its Kazakh or its Russian name. */
export const squareRegions = (): Feature[] =>
  loadPlaces()
    .filter(({ parent, until }) => parent === 'KZ' && until === null)
    .map((place, at): Feature => {
      const [west, south] = [50 + (at % 5) * 3, 42 + Math.floor(at / 5) * 3];
      const ring = [
        [west, south],
        [west + 2, south],
        [west + 2, south + 2, 350],
        [west, south + 2],
        [west, south],
      ];
      const known = [{ 'ISO3166-2': place.id }, { name: place.kk }, { 'name:ru': ` ${place.ru} ` }][at % 3];
      const geometry =
        at % 2 === 0
          ? { type: 'Polygon', coordinates: [ring] }
          : { type: 'MultiPolygon', coordinates: [[ring]] };
      return { type: 'Feature', properties: { colour: 7, ...known }, geometry };
    });

export const asGeoJson = (features: readonly Feature[]): string =>
  JSON.stringify({ type: 'FeatureCollection', features });
