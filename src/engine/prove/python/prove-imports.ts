import { join } from 'node:path';
import type { Proof } from '../../../core/evidence.ts';
import { askPython, outsideStage, type PythonRunner } from './run-python.ts';
import { IMPORT_SCRIPT } from './scripts/import-script.ts';
import type { SplitShape } from './split-shape.ts';

interface Imported {
  /** File -> what its compiler reports. */
  readonly syntax: Readonly<Record<string, string>>;
  readonly entries: Readonly<
    Record<string, { readonly error: string | null; readonly files: Readonly<Record<string, string | null>> }>
  >;
}

const ask = (runner: PythonRunner, entries: readonly string[], compile: readonly string[]) =>
  askPython<Imported>(
    runner,
    IMPORT_SCRIPT,
    { entries, family: entries, compile, settings: runner.settings ?? null },
    `import ${entries.join(', ')}, each first`,
  );

/** Why the module before cannot be imported, or null. */
export async function importBefore(runner: PythonRunner, { before }: SplitShape): Promise<string | null> {
  const { answer, why } = await ask(runner, [before.name.dotted], []);
  const result = answer?.entries[before.name.dotted];
  if (!result) return why;
  return result.error ?? outsideStage(runner.stage, result.files);
}

/** The B rung: every file compiles, and each is imported first in a process of its own. */
export async function proveImports(
  runner: PythonRunner,
  { facade, parts }: SplitShape,
  baseline: string | null,
): Promise<Proof[]> {
  const files = [facade, ...parts];
  const proof = (path: string, verdict: Proof['verdict'], why: string): Proof => ({
    rung: 'B',
    path,
    configuration: 'import',
    verdict,
    why: why.split(`${runner.stage.root}/`).join(''),
  });
  if (baseline !== null)
    return files.map(({ path }) =>
      proof(path, 'not-run', `the module before the change cannot be imported: ${baseline}`),
    );
  const staged = (path: string): string => join(runner.stage.root, path);
  const { answer, why } = await ask(
    runner,
    files.map(({ name }) => name.dotted),
    files.map(({ path }) => staged(path)),
  );
  return files.map(({ path, name: { dotted } }) => {
    if (answer === null) return proof(path, 'failed', why);
    const { error, files: places } = answer.entries[dotted]!;
    const bad = answer.syntax[staged(path)] ?? error ?? outsideStage(runner.stage, places);
    if (bad !== null) return proof(path, 'failed', bad);
    if (!(dotted in places)) return proof(path, 'vacuous', `${dotted} was not imported`);
    return proof(
      path,
      'proven',
      `every file compiles, and is imported first in a fresh process, from the staging copy${runner.settings === undefined ? '' : ', once Django is set up'}`,
    );
  });
}
