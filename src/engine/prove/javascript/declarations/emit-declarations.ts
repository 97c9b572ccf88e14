import { dirname, join } from 'node:path/posix';
import { type Runner, runStaged } from '../../run-staged.ts';
import type { Project } from '../projects/find-projects.ts';
import { readOutputFiles } from '../read-output-files.ts';
import { freshOutput, kept, readOutput, type TscMessage, WRITE_ALWAYS } from '../run-tsc.ts';

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
  const command = ['node', program.script, '-p', config.path, ...kept(flags), ...what, ...where, ...WRITE_ALWAYS];
  const result = await runStaged(runner, [...command, '--pretty', 'false'], '');
  const texts = readTexts(output);
  freshOutput(runner);
  return { texts, messages: readOutput(runner.stage.root, result.stdout).messages };
}

export const stemOf = (path: string): string => path.replace(/\.[mc]?[jt]sx?$/, '');

const DECLARATIONS = /\.d\.[mc]?ts$/;

const readTexts = (output: string): Map<string, string> =>
  new Map([...readOutputFiles(output, DECLARATIONS)].map(([path, text]) => [path.replace(DECLARATIONS, ''), text]));

/** A module name in declarations, as the stem of the file that it means; a package's name as it is. */
export function targetOf(texts: ReadonlyMap<string, string>, from: string, name: string): string {
  if (!/^\.\.?(\/|$)/.test(name)) return name;
  const target = join(dirname(from), name).replace(/\/$/, '');
  const folder = target === '.' ? 'index' : `${target}/index`;
  return [target, stemOf(target), folder].find((one) => texts.has(one)) ?? stemOf(target);
}
