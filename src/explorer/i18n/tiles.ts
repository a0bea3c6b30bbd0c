import type { UiLang } from './lang.ts';

/** A square of the map. */
export interface Tile {
  /** ISO 3166-2, the region's id in the record. */
  readonly id: string;
  /** Place in the grid, from 1, roughly as on the map. */
  readonly column: number;
  readonly row: number;
  /** With soft hyphens where a narrow square may break it. */
  readonly short: Readonly<Record<UiLang, string>>;
}

const tile = (id: string, column: number, row: number, kk: string, ru: string, en: string): Tile => ({
  id,
  column,
  row,
  short: { kk, ru, en },
});

/** The 20 regions of today: 17 oblasts and three cities. */
export const TILES: readonly Tile[] = [
  tile('KZ-59', 4, 1, 'СҚО', 'СКО', 'North Kaz.'),
  tile('KZ-27', 1, 2, 'БҚО', 'ЗКО', 'West Kaz.'),
  tile('KZ-15', 2, 2, 'Ақтөбе', 'Актобе', 'Aqtobe'),
  tile('KZ-39', 3, 2, 'Қоста\u00ADнай', 'Коста\u00ADнай', 'Qosta\u00ADnai'),
  tile('KZ-11', 4, 2, 'Ақмола', 'Акмола', 'Aqmola'),
  tile('KZ-71', 5, 2, 'Астана', 'Астана', 'Astana'),
  tile('KZ-55', 6, 2, 'Павло\u00ADдар', 'Павло\u00ADдар', 'Pavlo\u00ADdar'),
  tile('KZ-23', 1, 3, 'Атырау', 'Атырау', 'Atyrau'),
  tile('KZ-62', 3, 3, 'Ұлытау', 'Улытау', 'Ulytau'),
  tile('KZ-35', 4, 3, 'Қара\u00ADғанды', 'Кара\u00ADганда', 'Qara\u00ADgandy'),
  tile('KZ-10', 5, 3, 'Абай', 'Абай', 'Abai'),
  tile('KZ-63', 6, 3, 'ШҚО', 'ВКО', 'East Kaz.'),
  tile('KZ-47', 1, 4, 'Маңғыс\u00ADтау', 'Манги\u00ADстау', 'Mangy\u00ADstau'),
  tile('KZ-43', 2, 4, 'Қызыл\u00ADорда', 'Кызыл\u00ADорда', 'Qyzyl\u00ADorda'),
  tile('KZ-61', 3, 4, 'Түркі\u00ADстан', 'Турке\u00ADстан', 'Turki\u00ADstan'),
  tile('KZ-31', 4, 4, 'Жамбыл', 'Жамбыл', 'Zhambyl'),
  tile('KZ-19', 5, 4, 'Алматы обл.', 'Алмат. обл.', 'Almaty reg.'),
  tile('KZ-33', 6, 4, 'Жетісу', 'Жетысу', 'Zhetisu'),
  tile('KZ-79', 3, 5, 'Шым\u00ADкент', 'Шым\u00ADкент', 'Shym\u00ADkent'),
  tile('KZ-75', 5, 5, 'Алматы', 'Алматы', 'Almaty'),
];
