import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import * as backup from './commands/backup.ts';
import * as changes from './commands/changes.ts';
import * as check from './commands/check.ts';
import * as crawl from './commands/crawl.ts';
import * as demo from './commands/demo.ts';
import * as doctor from './commands/doctor.ts';
import * as evaluate from './commands/evaluate.ts';
import * as explain from './commands/explain.ts';
import * as exporting from './commands/export.ts';
import * as extract from './commands/extract.ts';
import * as ingest from './commands/ingest.ts';
import * as page from './commands/page.ts';
import * as publishers from './commands/publishers.ts';
import * as read from './commands/read.ts';
import * as redact from './commands/redact.ts';
import * as reextract from './commands/reextract.ts';
import * as release from './commands/release.ts';
import * as schedule from './commands/schedule.ts';
import * as search from './commands/search.ts';
import * as serve from './commands/serve.ts';
import * as timeline from './commands/timeline.ts';
import { examples } from './options.ts';

/** Every command of Derek. Each file is light: it names its options, and imports its work when it is called. */
const commands: readonly { readonly register: (program: Command) => void }[] = [
  demo,
  crawl,
  schedule,
  publishers,
  read,
  ingest,
  extract,
  timeline,
  check,
  search,
  changes,
  explain,
  serve,
  exporting,
  evaluate,
  reextract,
  release,
  page,
  redact,
  backup,
  doctor,
];

const version = (): string => {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const found = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return found ? String(manifest.version) : 'unknown';
};

/** The whole command line. It throws CommanderError instead of ending the process. */
export function buildProgram(): Command {
  const program = new Command('derek')
    .description(
      "Derek reads Kazakhstan's news in Kazakh and Russian and keeps what it says about public programs " +
        'as a dated record: programs, regions, officials and figures, each with its sentence and its source.',
    )
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help of a command')
    .showHelpAfterError('Run the command with --help to see what it understands.')
    .exitOverride();
  for (const command of commands) command.register(program);
  examples(program, [
    ['derek demo', 'crawl the sample outlets that come with Derek and open the explorer'],
    ['derek extract article.txt --format text', 'the facts of one article, for a person to read'],
    ['derek ingest articles.jsonl --db news.db', 'put articles of your own into a store'],
    ['derek search "мектеп" --db news.db', 'find them again, in either language'],
  ]);
  return program;
}
