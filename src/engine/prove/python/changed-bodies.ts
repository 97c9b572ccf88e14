import type { View } from '../../../workspace/view.ts';
import type { DeclaredCut } from './declared-cuts.ts';
import type { ChangedBodies } from './prove-namespace.ts';
import { askPython, type PythonRunner } from './run-python.ts';
import { CUT_SCRIPT } from './scripts/cut-script.ts';
import type { SplitShape } from './split-shape.ts';

/**
 * What the interpreter compiles of the old functions with the declared imports in them: the code that the new ones must have. The stage has
 * to show the state before.
 */
export async function changedBodies(
  runner: PythonRunner,
  before: View,
  { before: { path, name } }: SplitShape,
  cuts: readonly DeclaredCut[],
): Promise<ChangedBodies> {
  const text = before.text(path);
  const fileCuts = cuts
    .filter((cut) => cut.path === path)
    .sort((a, b) => a.at - b.at)
    .map((cut) => [[...text.slice(0, cut.at)].length, cut.text]);
  if (fileCuts.length === 0) return new Map();
  const { answer } = await askPython<Record<string, string>>(
    runner,
    CUT_SCRIPT,
    { path, package: name.package, cuts: fileCuts },
    `compile ${path} with the declared imports`,
  );
  return new Map(Object.entries(answer ?? {}));
}
