import type { View } from '../../../workspace/view.ts';
import { onceFor } from '../once-for.ts';
import { type Runner, runStaged } from '../run-staged.ts';
import type { Project } from './projects/find-projects.ts';
import { readOutputFiles } from './read-output-files.ts';
import { freshOutput, kept, readOutput, type TscMessage, WRITE_ALWAYS } from './run-tsc.ts';

/** What the rungs of a proof read of it. */
export interface WantedOutput {
  readonly declarations: boolean;
  readonly scripts: boolean;
}

/** What a compiler writes for a project. */
export interface Written {
  /** Path of a declaration file, relative to the stage -> text. */
  readonly declarations: ReadonlyMap<string, string>;
  /** Path as the source's, but for its ending, relative to the stage -> JavaScript. */
  readonly scripts: ReadonlyMap<string, string>;
  readonly messages: readonly TscMessage[];
}

/**
 * Has the compiler write declarations and JavaScript in one run, by the project's own settings, to a folder of the scratch; they are read and removed.
 * Once for each state of a proof: reading and binding the program costs more than writing either.
 * @param view the state that the stage shows
 */
export function emitProject(runner: Runner, view: View, project: Project, wanted: WantedOutput): Promise<Written> {
  const { program, config, flags } = project;
  const key = [runner.stage.root, 'emit', program.script, config.path, kept(flags), wanted];
  return onceFor(view, key, () => emit(runner, project, wanted));
}

async function emit(
  runner: Runner,
  { config, flags, program }: Project,
  { declarations, scripts }: WantedOutput,
): Promise<Written> {
  const output = freshOutput(runner);
  const where = ['--outDir', output, '--rootDir', runner.stage.root];
  const types = declarations
    ? ['--declaration', 'true', '--declarationDir', output, '--emitDeclarationOnly', String(!scripts)]
    : ['--declaration', 'false', '--emitDeclarationOnly', 'false'];
  const maps = ['declarationMap', 'sourceMap', 'inlineSourceMap'].flatMap((flag) => [`--${flag}`, 'false']);
  const what = ['--noEmit', 'false', ...types, ...maps, ...WRITE_ALWAYS, ...unchecked(program), '--pretty', 'false'];
  const command = ['node', program.script, '-p', config.path, ...kept(flags), ...where, ...what];
  const result = await runStaged(runner, command, '');
  const written = readOutputFiles(output, /\.([mc]?jsx?|d\.[mc]?ts)$/);
  freshOutput(runner);
  const of = (pattern: RegExp): Map<string, string> => new Map([...written].filter(([path]) => pattern.test(path)));
  return {
    declarations: of(/\.d\.[mc]?ts$/),
    scripts: of(/\.[mc]?jsx?$/),
    messages: readOutput(runner.stage.root, result.stdout).messages,
  };
}

/** What is written does not depend on the check, which is a matter of B and takes most of the time; compilers can leave it out since 5.6. */
function unchecked({ name, version }: Project['program']): string[] {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isNew = major > 5 || (major === 5 && minor >= 6);
  return name === 'tsc' && isNew ? ['--noCheck'] : [];
}
