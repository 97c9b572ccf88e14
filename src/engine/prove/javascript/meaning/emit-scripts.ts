import { type Runner, runStaged } from '../../run-staged.ts';
import type { Project } from '../projects/find-projects.ts';
import { readOutputFiles } from '../read-output-files.ts';
import { freshOutput, kept, readOutput, type TscMessage, WRITE_ALWAYS } from '../run-tsc.ts';

/** The JavaScript that a compiler writes for a project. */
export interface Scripts {
  /** Path as the source's, but for its ending, relative to the stage -> text. */
  readonly texts: ReadonlyMap<string, string>;
  readonly messages: readonly TscMessage[];
}

/** Has the compiler write JavaScript by the project's own settings; the files are read and removed. Types were checked by B. */
export async function emitScripts(runner: Runner, { config, flags, program }: Project): Promise<Scripts> {
  const output = freshOutput(runner);
  const where = ['--outDir', output, '--rootDir', runner.stage.root];
  const what = ['noEmit', 'emitDeclarationOnly', 'declaration', 'declarationMap', 'sourceMap', 'inlineSourceMap'];
  const command = ['node', program.script, '-p', config.path, ...kept(flags), ...where];
  const written = [...command, ...what.flatMap((flag) => [`--${flag}`, 'false']), ...WRITE_ALWAYS];
  const result = await runStaged(runner, [...written, ...unchecked(program), '--pretty', 'false'], '');
  const texts = readOutputFiles(output, /\.[mc]?jsx?$/);
  freshOutput(runner);
  return { texts, messages: readOutput(runner.stage.root, result.stdout).messages };
}

/** What is written does not depend on the check, which takes most of the time; compilers can leave it out since 5.6. */
function unchecked({ name, version }: Project['program']): string[] {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isNew = major > 5 || (major === 5 && minor >= 6);
  return name === 'tsc' && isNew ? ['--noCheck'] : [];
}
