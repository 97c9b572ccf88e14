import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dirname } from 'node:path/posix';
import { type Runner, runStaged } from '../../run-staged.ts';
import type { Project } from '../projects/find-projects.ts';
import { freshOutput, kept, readOutput, type TscMessage } from '../run-tsc.ts';

/** The declarations that a compiler writes for a project. */
export interface Emitted {
  /** Source file without its extension, relative to the stage -> text of its declarations. */
  readonly texts: ReadonlyMap<string, string>;
  readonly messages: readonly TscMessage[];
}

/** Has the compiler write declarations, by the project's own settings, to a folder of the scratch; they are read and removed. */
export async function emitDeclarations(runner: Runner, { config, flags, program }: Project): Promise<Emitted> {
  const output = freshOutput(runner);
  const where = ['--outDir', output, '--declarationDir', output, '--rootDir', runner.stage.root];
  const what = ['--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--declarationMap', 'false'];
  // With errors as without, and no state of an earlier build.
  const always = [
    '--noEmitOnError',
    'false',
    '--composite',
    'false',
    '--incremental',
    'false',
    '--tsBuildInfoFile',
    'null',
  ];
  const command = ['node', program.script, '-p', config.path, ...kept(flags), ...what, ...where, ...always];
  const result = await runStaged(runner, [...command, '--pretty', 'false'], '');
  const texts = readTexts(output);
  freshOutput(runner);
  return { texts, messages: readOutput(runner.stage.root, result.stdout).messages };
}

export const stemOf = (path: string): string => path.replace(/\.[mc]?[jt]sx?$/, '');

function readTexts(output: string): Map<string, string> {
  const texts = new Map<string, string>();
  for (const folder = ['']; folder.length > 0; ) {
    const current = folder.pop()!;
    for (const entry of entriesOf(join(output, current))) {
      const path = current === '' ? entry.name : `${current}/${entry.name}`;
      if (entry.isDirectory()) folder.push(path);
      else if (/\.d\.[mc]?ts$/.test(entry.name))
        texts.set(path.replace(/\.d\.[mc]?ts$/, ''), readFileSync(join(output, path), 'utf8'));
    }
  }
  return texts;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** A module name in declarations, as the stem of the file that it means; a package's name as it is. */
export function targetOf(texts: ReadonlyMap<string, string>, from: string, name: string): string {
  if (!/^\.\.?(\/|$)/.test(name)) return name;
  const target = join(dirname(from), name).replace(/\/$/, '');
  const folder = target === '.' ? 'index' : `${target}/index`;
  return [target, stemOf(target), folder].find((one) => texts.has(one)) ?? stemOf(target);
}
