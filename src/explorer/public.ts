import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';

const FOLDER = new URL('./public/', import.meta.url);
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

interface PublicFile {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Read once: only files that lay in the folder at start-up can be asked for, whatever a path says. */
const FILES: ReadonlyMap<string, PublicFile> = new Map(
  readdirSync(FOLDER).flatMap((name) => {
    const type = TYPES[extname(name)];
    return type === undefined
      ? []
      : [[name, { type, bytes: new Uint8Array(readFileSync(new URL(name, FOLDER))) }]];
  }),
);

/** A file of `public/`: the style sheet, the script, the icon. */
export const publicFile = (name: string): PublicFile | undefined => FILES.get(name);
