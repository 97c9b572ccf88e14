import { join } from 'node:path';
import type { Proof } from '../../../core/evidence.ts';
import { askPython, outsideStage, type PythonRunner } from './run-python.ts';
import { IMPORT_SCRIPT } from './scripts/import-script.ts';
import type { SplitShape } from './split-shape.ts';

interface Imported {
  readonly errors: readonly string[];
  readonly files: Readonly<Record<string, string | null>>;
}

/** Why the module before cannot be imported, or null. */
export async function importBefore(runner: PythonRunner, { before }: SplitShape): Promise<string | null> {
  const module = before.name.dotted;
  const { answer, why } = await askPython<Imported>(
    runner,
    IMPORT_SCRIPT,
    { compile: [], module, family: [module] },
    `import ${module}`,
  );
  if (answer === null) return why;
  return answer.errors[0] ?? outsideStage(runner.stage, answer.files);
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
    why,
  });
  if (baseline !== null)
    return files.map(({ path }) =>
      proof(path, 'not-run', `the module before the change cannot be imported: ${baseline}`),
    );
  const family = files.map(({ name }) => name.dotted);
  const proofs: Proof[] = [];
  for (const file of files) {
    const module = file.name.dotted;
    const question = { compile: [join(runner.stage.root, file.path)], module, family };
    const { answer, why } = await askPython<Imported>(runner, IMPORT_SCRIPT, question, `import ${module} first`);
    const error = answer === null ? why : (answer.errors[0] ?? outsideStage(runner.stage, answer.files));
    if (error !== null) proofs.push(proof(file.path, 'failed', withoutRoot(runner, error)));
    else if (!(module in answer!.files)) proofs.push(proof(file.path, 'vacuous', `${module} was not imported`));
    else
      proofs.push(
        proof(
          file.path,
          'proven',
          `compiles, and ${module} is imported first in a fresh process, from the staging copy`,
        ),
      );
  }
  return proofs;
}

const withoutRoot = (runner: PythonRunner, text: string): string => text.split(`${runner.stage.root}/`).join('');
