import { existsSync } from 'node:fs';
import { DerekError, ExitCode } from '../../core/errors.ts';
import { sqliteVersion } from '../../store/index.ts';
import type { StoreOptions } from '../options.ts';
import { openOutput } from '../output.ts';
import { counted } from '../text.ts';
import { reading } from './open.ts';

/** What one look found: plain words, or what is wrong and the exit code that this asks for. */
interface Finding {
  readonly ok: boolean;
  readonly detail: string;
  readonly exitCode: ExitCode;
}

const well = (detail: string): Finding => ({ ok: true, detail, exitCode: ExitCode.done });

/** `derek doctor`: every look is taken, whatever the others found; the gravest finding decides the exit code. */
export async function examineAll(options: StoreOptions): Promise<void> {
  const output = openOutput(options);
  const looks: readonly (readonly [string, () => Finding | Promise<Finding>])[] = [
    ['versions', versions],
    ['data', data],
    ['live crawl', contact],
    ['store', () => store(options.db)],
  ];
  for (const [what, look] of looks) {
    const finding = await taken(look);
    if (output.json) await output.record({ what, ok: finding.ok, detail: finding.detail });
    else await output.line(`${finding.ok ? 'well ' : 'WRONG'}  ${what}: ${finding.detail}`);
    process.exitCode = Math.max(Number(process.exitCode ?? 0), finding.exitCode);
  }
}

async function taken(look: () => Finding | Promise<Finding>): Promise<Finding> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof DerekError)) throw error;
    return { ok: false, detail: error.message, exitCode: error.exitCode };
  }
}

/** The oldest Node that is tested. */
const OLDEST_NODE = [20, 19] as const;

function versions(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const told = `Node ${process.versions.node}, SQLite ${sqliteVersion()}`;
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return well(told);
  return {
    ok: false,
    detail: `${told}; Node ${OLDEST_NODE.join('.')} or newer is needed`,
    exitCode: ExitCode.usage,
  };
}

/** Loading checks every line of `data/`; what is wrong throws with file and line. */
async function data(): Promise<Finding> {
  const { loadPublishers } = await import('../../catalog/publishers.ts');
  const { loadExtractor, RULESET } = await import('../../extract/index.ts');
  const publishers = loadPublishers();
  loadExtractor();
  return well(`${counted(publishers.length, 'publisher')}, rules ${RULESET}`);
}

/** Only said, not wrong: whoever reads files or samples needs no contact. */
function contact(): Finding {
  const { DEREK_CONTACT } = process.env;
  return well(
    DEREK_CONTACT === undefined
      ? 'no contact set; DEREK_CONTACT or --contact is needed before outlets on the web are asked'
      : `contact ${DEREK_CONTACT}`,
  );
}

async function store(file: string): Promise<Finding> {
  if (!existsSync(file)) return well(`there is none at ${file} yet`);
  return reading(file, async (open) => {
    const problems = [...open.care.examine(), ...(await open.care.examineReleases())];
    if (problems.length > 0) {
      const detail = problems.map((problem) => `${problem.what}: ${problem.detail}`).join('; ');
      return {
        ok: false,
        detail: `${file}: ${detail}. Put a backup in its place`,
        exitCode: ExitCode.damaged,
      };
    }
    const { articles } = open.coverage();
    const byHand = open.care.decisions();
    const decided = byHand === 0 ? '' : `; ${counted(byHand, 'decision')} beside it`;
    return well(
      `${file} is sound: ${counted(articles, 'article')}, every quote stands where it should${decided}`,
    );
  });
}
