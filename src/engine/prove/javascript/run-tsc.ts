import { existsSync, readdirSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { dirname } from 'node:path/posix';
import { type Runner, runStaged } from '../run-staged.ts';
import { findTool, foldersUp, type NodeTool } from './find-tool.ts';

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

// The project's own settings hold, but nothing is written.
const FLAGS = [
  '--noEmit',
  '--pretty',
  'false',
  '--incremental',
  'false',
  '--composite',
  'false',
  '--emitDeclarationOnly',
  'false',
];

export async function runTsc(runner: Runner, tool: NodeTool, config: string): Promise<Check> {
  const command = ['node', tool.script, '-p', config, ...FLAGS, '--listFiles'];
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

/** Projects that may hold a file, the nearest first: `tsconfig.json`, then its variants, folder by folder upwards. */
export function projectsFor(root: string, path: string): string[] {
  return foldersUp(dirname(path)).flatMap((folder) => {
    if (!existsSync(join(root, folder))) return [];
    const names = readdirSync(join(root, folder)).filter((name) => /^(ts|js)config(\.[\w.-]+)?\.json$/.test(name));
    names.sort((a, b) => Number(b === 'tsconfig.json') - Number(a === 'tsconfig.json') || (a < b ? -1 : 1));
    return names.map((name) => (folder === '' ? name : `${folder}/${name}`));
  });
}

export const findTsc = (root: string, path: string): NodeTool | null =>
  findTool(root, dirname(path), 'typescript', 'tsc');
