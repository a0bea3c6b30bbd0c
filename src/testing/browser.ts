import { execFileSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';

/** How to start a browser on this machine: the program, and what its environment needs. */
interface BrowserProgram {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * A test must not talk to anybody but the loopback server it started, so everything that a browser does on its own
 * account is off.
 */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A headless browser with a profile of its own; the caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const program = await browserProgram();
  return chromium.launch({
    executablePath: program.path,
    args: FLAGS,
    env: { ...process.env, ...program.env },
  });
}

/** `CHROMIUM_PATH`, else a browser of the system, else the one that `npm ci` brought. */
export async function browserProgram(): Promise<BrowserProgram> {
  const { CHROMIUM_PATH: given, PATH = '' } = process.env;
  if (given !== undefined && given !== '') {
    if (!existsSync(given)) throw new Error(`CHROMIUM_PATH points to ${given}, where there is no file`);
    return { path: given, env: {} };
  }
  const installed = systemBrowser(PATH);
  return installed === undefined ? packagedBrowser() : { path: installed, env: {} };
}

/** The first browser found in the folders of a `PATH`. */
export function systemBrowser(path: string): string | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((file) => existsSync(file));
}

async function packagedBrowser(): Promise<BrowserProgram> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      'the browser that npm ci brings runs on Linux x64 only: set CHROMIUM_PATH to a Chromium or Chrome',
    );
  const home = await unpacked();
  const path = join(home, 'chromium');
  const { LD_LIBRARY_PATH = '' } = process.env;
  return {
    path,
    env: {
      // A bare Debian has no libnss3 and no libexpat: the package ships them.
      ...(lacksLibraries(path) ? { LD_LIBRARY_PATH: `${join(home, 'lib')}:${LD_LIBRARY_PATH}` } : {}),
      // Nor has it any font; without a configuration the browser draws no text at all.
      ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_FILE: join(home, 'fonts.conf') }),
    },
  };
}

/** Does the loader miss a library that this program is linked to? */
const lacksLibraries = (program: string): boolean =>
  execFileSync('ldd', [program], { encoding: 'utf8' }).includes('not found');

/**
 * The folder of the unpacked browser. It is kept between runs under the version of the package, and put there by one
 * rename when complete, so that several test runs at once neither wait for each other nor see a half-written program.
 * Tests without a browser never pay for it, which is why this is not a global set-up.
 */
async function unpacked(): Promise<string> {
  const bin = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../../bin');
  const { version } = JSON.parse(await readFile(join(bin, '../package.json'), 'utf8')) as { version: string };
  const home = join(tmpdir(), `derek-chromium-${version}-${process.getuid?.() ?? 0}`);
  if (existsSync(join(home, 'chromium'))) return home;
  const fresh = await mkdtemp(`${home}-`);
  await inflate(join(bin, 'chromium.br'), join(fresh, 'chromium'));
  for (const archive of ['al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br']) {
    await inflateArchive(join(bin, archive), fresh);
  }
  await writeFile(join(fresh, 'fonts.conf'), fontsConfiguration(home));
  try {
    await rename(fresh, home);
  } catch {
    // Another run was quicker; its copy is as good as ours.
    await rm(fresh, { recursive: true, force: true });
  }
  return home;
}

const inflate = (from: string, to: string): Promise<void> =>
  pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to, { mode: 0o700 }));

/** By way of a file: tar stops reading at the end mark, before the padding, and would break a pipe. */
async function inflateArchive(from: string, folder: string): Promise<void> {
  const archive = join(folder, 'archive.tar');
  await inflate(from, archive);
  execFileSync('tar', ['-xf', archive, '-C', folder]);
  await rm(archive);
}

const fontsConfiguration = (home: string): string =>
  `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${home}/fonts</dir><cachedir>${home}/fonts-cache</cachedir></fontconfig>
`;
