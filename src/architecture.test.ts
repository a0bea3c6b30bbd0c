import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { buildProgram } from './cli/program.ts';

const SRC = dirname(fileURLToPath(import.meta.url));
const ROOT = dirname(SRC);
const map = readFileSync(join(SRC, 'ARCHITECTURE.md'), 'utf8');

/** What a source file imports, and the texts (string, template and regular expression literals) in it. */
interface Source {
  /** Relative to src, with slashes. */
  readonly path: string;
  readonly folder: string;
  readonly imports: readonly string[];
  readonly texts: readonly { readonly text: string; readonly line: number }[];
  readonly calls: ReadonlySet<string>;
}

const paths = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts') && !path.endsWith('.test.ts'));

function readSource(path: string): Source {
  const file = ts.createSourceFile(path, readFileSync(join(SRC, path), 'utf8'), ts.ScriptTarget.ES2023, true);
  const imports: string[] = [];
  const texts: { text: string; line: number }[] = [];
  const calls = new Set<string>();
  const visit = (node: ts.Node): void => {
    const named =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node) ? node.moduleSpecifier : undefined;
    const called = ts.isCallExpression(node) ? node.expression : undefined;
    if (called !== undefined && ts.isIdentifier(called)) calls.add(called.text);
    const lazy =
      ts.isCallExpression(node) && called?.kind === ts.SyntaxKind.ImportKeyword
        ? node.arguments[0]
        : undefined;
    const specifier = named ?? lazy;
    if (specifier !== undefined && ts.isStringLiteral(specifier)) imports.push(specifier.text);
    else if (
      ts.isStringLiteralLike(node) ||
      ts.isTemplateLiteralToken(node) ||
      ts.isRegularExpressionLiteral(node)
    )
      texts.push({ text: node.text, line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1 });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { path, folder: path.includes('/') ? path.slice(0, path.indexOf('/')) : '', imports, texts, calls };
}

const sources = paths.map(readSource);
const product = sources.filter((source) => source.folder !== 'testing');

/** Line of every folder in the table of the map; a folder may import those on lines below its own. */
const layers = new Map(
  (/```layers\n([\s\S]*?)```/.exec(map)?.[1] ?? '')
    .trim()
    .split('\n')
    .flatMap((row, at) => row.split(/\s+/).map((folder): [string, number] => [folder, at])),
);

const folders = readdirSync(SRC, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

test('the map describes every folder of src, and no folder that is not there', () => {
  const described = [...map.matchAll(/^### (\S+)$/gm)].map((match) => match[1] ?? '');
  expect(described.toSorted()).toEqual(folders.toSorted());
  expect([...layers.keys()].toSorted()).toEqual(folders.filter((folder) => folder !== 'testing').toSorted());
});

test('every folder makes a promise', () => {
  const sections = map.split(/^### /m).slice(1);
  expect(sections.filter((section) => !section.split(/^## /m)[0]?.includes('\nPromise: '))).toEqual([]);
});

test('imports go down the table, never up and never sideways', () => {
  const wrong = product.flatMap((source) =>
    source.imports
      .filter((name) => name.startsWith('.'))
      .map((name) => posix.join(posix.dirname(source.path), name).split('/')[0] ?? '')
      .filter(
        (to) => to !== source.folder && !((layers.get(to) ?? -1) > (layers.get(source.folder) ?? Infinity)),
      )
      .map((to) => `${source.path} imports ${to}`),
  );
  expect(wrong).toEqual([]);
});

/** Modules that only some folders may use. */
const RESERVED: readonly { readonly modules: RegExp; readonly folders: readonly string[] }[] = [
  { modules: /^better-sqlite3$/, folders: ['store'] },
  { modules: /^(undici|crawlee|@crawlee\/.*)$/, folders: ['crawl'] },
  { modules: /^(hono($|\/.*)|@hono\/.*)$/, folders: ['explorer', 'replica'] },
  { modules: /^(node:)?(https?|http2|net|tls|dgram|dns)(\/.*)?$/, folders: ['crawl', 'explorer', 'replica'] },
  { modules: /^natural$/, folders: [] },
];

test('only the folders that own the network and the database use their modules', () => {
  const wrong = product.flatMap((source) =>
    source.imports
      .filter((name) => RESERVED.some((r) => r.modules.test(name) && !r.folders.includes(source.folder)))
      .map((name) => `${source.path} imports ${name}`),
  );
  const fetching = product.filter((source) => source.folder !== 'crawl' && source.calls.has('fetch'));
  expect([...wrong, ...fetching.map((source) => `${source.path} calls fetch`)]).toEqual([]);
});

const textsOf = (chosen: readonly Source[], pattern: RegExp): string[] =>
  chosen.flatMap((source) =>
    source.texts
      .filter(({ text }) => pattern.test(text))
      .map(({ text, line }) => `${source.path}:${line} ${text.trim().slice(0, 60)}`),
  );

test('there is no SQL outside the store', () => {
  const sql =
    /\b(SELECT\s[\s\S]*\sFROM\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|CREATE\s+(VIRTUAL\s+)?TABLE\s|PRAGMA\s+\w)/;
  expect(
    textsOf(
      product.filter((source) => source.folder !== 'store'),
      sql,
    ),
  ).toEqual([]);
});

/** Where words and letters of the two languages may stand, besides `data`. */
const SPEAKS: readonly { readonly place: RegExp; readonly why: string }[] = [
  { place: /^language\//, why: 'the folder that knows the two languages' },
  { place: /^resolve\/transliterate\.ts$/, why: 'spelling of names in the letters of the other language' },
  {
    place: /^catalog\/\w+\.ts$/,
    why: 'which letters an entry of data may have, and how it may be inflected',
  },
  {
    place: /^article\/(charset|dates|read|refuse|story)\.ts$/,
    why: 'what pages print around a story, in any language',
  },
  { place: /^explorer\/i18n\//, why: 'the interface' },
  { place: /^replica\//, why: 'the pages of the sample outlets' },
  { place: /^cli\/(program|commands\/\w+)\.ts$/, why: 'examples under the help' },
];

test('the engine speaks no language: its texts hold no Cyrillic word', () => {
  const engine = product.filter((source) => !SPEAKS.some(({ place }) => place.test(source.path)));
  expect(textsOf(engine, /\p{Script=Cyrillic}{2}/u)).toEqual([]);
});

test('helpers of tests stay out of the product', () => {
  const users = product.filter((source) => source.imports.some((name) => name.includes('/testing/')));
  expect(users.map((source) => source.path)).toEqual([]);
});

test('the README shows every command, and each has help with examples', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const { commands } = buildProgram();
  expect(commands.length).toBeGreaterThan(0);
  for (const command of commands) {
    expect(readme, `derek ${command.name()} in README.md`).toContain(`derek ${command.name()}`);
    const texts: string[] = [];
    command.configureOutput({ writeOut: (text) => texts.push(text) }).outputHelp();
    expect(texts.join(''), `examples of derek ${command.name()}`).toContain('Examples:\n  $ ');
  }
});

test('the documents name no command and no file that is not there', () => {
  const names = new Set(buildProgram().commands.map((command) => command.name()));
  for (const document of ['README.md', 'CHANGELOG.md', 'src/ARCHITECTURE.md']) {
    const text = readFileSync(join(ROOT, document), 'utf8');
    const commands = [
      ...text.matchAll(/`(?:npx )?derek ([a-z]+)/g),
      ...text.matchAll(/^npx derek ([a-z]+)/gm),
    ];
    for (const [, name = ''] of commands) expect([...names], `derek ${name} in ${document}`).toContain(name);
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, link = '']) => link);
    for (const link of links)
      expect(existsSync(join(dirname(join(ROOT, document)), link)), `${link} in ${document}`).toBe(true);
  }
});

/** What belongs to the project: as git has it, else all that neither a build nor a run has made. */
function topLevel(): string[] {
  try {
    const files = execFileSync('git', ['ls-files'], {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return [
      ...new Set(
        files
          .trim()
          .split('\n')
          .map((file) => file.split('/')[0] ?? ''),
      ),
    ].toSorted();
  } catch {
    const made = /^(node_modules|dist|\.git|.*\.db(-.*)?)$/;
    return readdirSync(ROOT)
      .filter((name) => !made.test(name))
      .toSorted();
  }
}

test('the top level is short and stays so', () => {
  const wanted =
    '.ci .gitignore CHANGELOG.md LICENSE README.md data package-lock.json package.json pipelines samples src tsconfig.json';
  expect(topLevel().join(' ')).toBe(wanted);
});
