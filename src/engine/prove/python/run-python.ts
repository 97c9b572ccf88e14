import { join } from 'node:path';
import type { CommandRecord } from '../../../core/evidence.ts';
import type { ProgramResult } from '../../../process/run-program.ts';
import type { ProofRequest, Stage } from '../prover.ts';
import { runLimited } from '../run-limited.ts';

/** What every run of a proof needs, and where its command is recorded. */
export interface PythonRunner {
  readonly stage: Stage;
  readonly python: readonly string[];
  /** Folders below the stage where module names begin. */
  readonly roots: readonly string[];
  /** The module of a Django project's settings; absent: it is none. */
  readonly settings?: string;
  /** Absolute folders of our own modules, behind all others; absent: none. */
  readonly plugins?: readonly string[];
  readonly commands: CommandRecord[];
  readonly onProgress: ProofRequest['onProgress'];
  readonly signal: AbortSignal;
}

const OUTPUT_CAP = 8_000;
const MARK = '\u001e';

/** Runs the project's Python in the stage, with the staged files first on the path and nothing written into the tree. */
export async function runPython(
  runner: PythonRunner,
  args: readonly string[],
  printed: readonly string[],
  folder = '',
  data = false,
): Promise<ProgramResult> {
  const command = [...runner.python, ...args];
  const { root, scratch } = runner.stage;
  const shown = [...runner.python, ...printed];
  runner.onProgress({ type: 'command', command: shown, cwd: folder === '' ? '.' : folder });
  const result = await runLimited(runner.stage, {
    command,
    cwd: join(root, folder),
    env: {
      PYTHONPATH: [...[...new Set(runner.roots)].map((one) => join(root, one)), ...(runner.plugins ?? [])].join(':'),
      PYTHONPYCACHEPREFIX: join(scratch, 'pycache'),
      PYTHONDONTWRITEBYTECODE: '1',
      PYTHONHASHSEED: '0',
      PYTHONSTARTUP: undefined,
      PYTHONSAFEPATH: undefined,
    },
    signal: runner.signal,
  });
  const output = `${data ? '' : result.stdout.split(MARK)[0]!.trim()}${result.stderr}`;
  runner.commands.push({
    command: shown,
    cwd: folder,
    exitCode: result.exitCode,
    seconds: result.seconds,
    output: output.slice(-OUTPUT_CAP),
  });
  return result;
}

/** Runs one of our scripts, which prints its answer as JSON behind a mark; null when it did not get there. */
export async function askPython<T>(
  runner: PythonRunner,
  script: string,
  question: object,
  title: string,
): Promise<{ answer: T | null; why: string }> {
  const result = await runPython(runner, ['-c', script, JSON.stringify(question), script], ['-c', `<${title}>`]);
  const index = result.stdout.lastIndexOf(MARK);
  const lines = result.stderr.trim().split('\n');
  const why = lines[lines.length - 1] || `Python ended with exit code ${result.exitCode}`;
  // What the project prints when its process ends stands below the answer, which is one line.
  const [line = ''] = result.stdout.slice(index + 1).split('\n', 1);
  return { answer: index === -1 ? null : (JSON.parse(line) as T), why };
}

/** The first imported file that does not lie in the staging copy: an installed copy would be tested instead of the change. */
export function outsideStage(stage: Stage, files: Readonly<Record<string, string | null>>): string | null {
  const foreign = Object.entries(files).find(([, file]) => file === null || !file.startsWith(`${stage.root}/`));
  return foreign
    ? `${foreign[0]} was imported from ${foreign[1] === null ? 'no file' : 'outside of the staging copy'}: another copy of it is installed, or comes first on the path`
    : null;
}
