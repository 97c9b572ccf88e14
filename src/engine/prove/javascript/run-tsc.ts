import { rmSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { type Runner, runStaged } from '../run-staged.ts';
import type { Project } from './projects/find-projects.ts';
import type { CompilerSettings } from './projects/read-project.ts';

/** What the compiler says about one project. */
export interface Check {
  readonly messages: readonly TscMessage[];
  /** Files of the stage that were compiled, relative to it. */
  readonly files: ReadonlySet<string>;
  readonly exitCode: number | null;
}

export interface TscMessage {
  /** Relative to the stage; '' for a message about no file. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly text: string;
}

/**
 * Compiles a project with its own settings: `composite` and `declaration` stay on, since they complain of things of their own, and what is
 * written goes to the scratch folder. One that refers to others is built with them in the copy, or it would miss their declarations.
 */
export async function runTsc(runner: Runner, project: Project): Promise<Check> {
  const { config, flags, program } = project;
  const output = freshOutput(runner);
  const settings = withFlags(config.options, flags);
  const how =
    config.references.length > 0
      ? ['-b', config.path, '--force', '--listFiles', '--pretty', 'false']
      : ['-p', config.path, ...kept(flags), ...outputFlags(settings, output), '--listFiles', '--pretty', 'false'];
  return listed(runner, ['node', program.script, ...how]);
}

/** The files of a project, without checking them. */
export const listFiles = async (runner: Runner, { config, flags, program }: Project): Promise<Check> =>
  listed(runner, ['node', program.script, '-p', config.path, ...kept(flags), '--listFilesOnly', '--pretty', 'false']);

/** A folder of the scratch that is empty. */
export function freshOutput(runner: Runner): string {
  const output = join(runner.stage.scratch, 'tsc');
  rmSync(output, { recursive: true, force: true });
  return output;
}

function outputFlags({ noEmit, declaration, incremental }: CompilerSettings, output: string): string[] {
  const state = incremental ? ['--tsBuildInfoFile', join(output, 'state.tsbuildinfo')] : [];
  if (noEmit || !declaration) return ['--noEmit', ...state];
  return ['--noEmit', 'false', '--emitDeclarationOnly', '--outDir', output, '--declarationDir', output, ...state];
}

/** Flags for a compiler that has to write what it is asked for: with errors as without, and no state of an earlier build. */
export const WRITE_ALWAYS: readonly string[] = [
  '--noEmitOnError',
  'false',
  '--composite',
  'false',
  '--incremental',
  'false',
  '--tsBuildInfoFile',
  'null',
];

const OWN = /^--(noEmit|emitDeclarationOnly)$/;

/** Flags of a script that this program sets itself. */
export const kept = (flags: readonly string[]): string[] =>
  flags.filter((flag, i) => !OWN.test(flag) && !(OWN.test(flags[i - 1] ?? '') && !flag.startsWith('-')));

function withFlags(options: CompilerSettings, flags: readonly string[]): CompilerSettings {
  const isSet = (name: string, usual: boolean): boolean => {
    const index = flags.lastIndexOf(`--${name}`);
    return index === -1 ? usual : flags[index + 1] !== 'false';
  };
  const composite = isSet('composite', options.composite);
  return {
    composite,
    declaration: isSet('declaration', options.declaration) || composite,
    noEmit: isSet('noEmit', options.noEmit),
    incremental: options.incremental || composite,
  };
}

async function listed(runner: Runner, command: readonly string[]): Promise<Check> {
  const result = await runStaged(runner, command, '', {
    describe: ({ stdout, stderr }) => `${messagesOnly(stdout)}${stderr}`,
  });
  return { ...readOutput(runner.stage.root, result.stdout), exitCode: result.exitCode };
}

const MESSAGE = /^(?:(.+?)\((\d+),(\d+)\): )?error (TS\d+): (.*)$/;

const messagesOnly = (stdout: string): string =>
  stdout
    .split('\n')
    .filter((line) => MESSAGE.test(line) || /^\s/.test(line))
    .join('\n');

export function readOutput(root: string, stdout: string): Pick<Check, 'messages' | 'files'> {
  const files = new Set<string>();
  const messages: TscMessage[] = [];
  for (const line of stdout.split(/\r?\n/)) {
    const found = MESSAGE.exec(line);
    const last = messages[messages.length - 1];
    if (found) {
      const [, path = '', row = '0', column = '0', code, text] = found;
      messages.push({ path, line: Number(row), column: Number(column), code: code!, text: text! });
    } else if (/^\s+\S/.test(line) && last)
      messages[messages.length - 1] = { ...last, text: `${last.text}\n${line.trim()}` };
    else if (isAbsolute(line)) {
      const inside = relative(root, line);
      if (!inside.startsWith('..')) files.add(inside.split('\\').join('/'));
    }
  }
  return { messages, files };
}
