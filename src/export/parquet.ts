import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { Cell, CellType, ColumnType, Format } from './table.ts';

/** Rows kept in memory at a time; each such group can be read by itself. */
const GROUP = 10_000;

/** Apache Parquet, Snappy: numbers as DOUBLE and INT64, lists as LIST of texts, entries as JSON. */
export const parquet: Format = {
  name: 'parquet',
  binary: true,
  *write({ columns, rows }) {
    const writer = new ByteWriter();
    const file = new ParquetWriter({ writer, schema: schemaOf(columns), createdBy: 'derek' });
    let group: (readonly Cell[])[] = [];
    const flush = (): void => {
      if (group.length > 0)
        void file.write({
          columnData: columns.map(({ name, type }, at) => ({
            name,
            data: group.map((row) => stored(type, row[at] ?? null)),
          })),
          rowGroupSize: GROUP,
        });
      group = [];
    };
    for (const row of rows) {
      group.push(row);
      if (group.length < GROUP) continue;
      flush();
      yield taken(writer);
    }
    flush();
    void file.finish();
    yield taken(writer);
  },
};

/** What has been written since the last time; the places that the file names count from its beginning all the same. */
function taken(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
}

function stored(type: CellType, cell: Cell): unknown {
  if (cell === null) return null;
  if (type === 'integer') return BigInt(Number(cell));
  return cell;
}

const schemaOf = (columns: readonly ColumnType[]): SchemaElement[] => [
  { name: 'root', num_children: columns.length },
  ...columns.flatMap(({ name, type }) => elementsOf(name, type)),
];

function elementsOf(name: string, type: CellType): SchemaElement[] {
  const repetition_type = 'OPTIONAL';
  switch (type) {
    case 'text':
      return [{ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type }];
    case 'number':
      return [{ name, type: 'DOUBLE', repetition_type }];
    case 'integer':
      return [{ name, type: 'INT64', repetition_type }];
    case 'list':
      return [
        { name, converted_type: 'LIST', num_children: 1, repetition_type },
        { name: 'list', num_children: 1, repetition_type: 'REPEATED' },
        { name: 'element', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type },
      ];
    case 'entries':
      return [{ name, type: 'BYTE_ARRAY', converted_type: 'JSON', repetition_type }];
  }
}
