import type { TestOutcome, TestRun } from './compare-tests.ts';

/**
 * Tests that stand in a divided file itself, as doctests do, go by that file: `pkg.core::pkg.core.f` becomes `pkg.core.__init__::pkg.core.f`,
 * or that of a part, or of both. They are led back to the ids that they had; one that ends in two ways keeps both.
 * @param before ids of the state before
 * @param file the divided file, and those that it became
 */
export function followFiles(
  before: ReadonlySet<string>,
  after: TestRun,
  file: string,
  files: readonly string[],
): TestRun {
  const run = new Map<string, TestOutcome>();
  const back = backTo(before, file, files);
  for (const [id, outcome] of after) {
    const old = before.has(id) ? id : back(id);
    const known = run.get(old);
    run.set(known === undefined || known === outcome ? old : id, outcome);
  }
  return run;
}

/** The id that a test had in the divided file; itself where there was none. */
function backTo(before: ReadonlySet<string>, file: string, files: readonly string[]): (id: string) => string {
  return (id) => {
    const index = id.indexOf('::');
    const home = id.slice(0, Math.max(0, index));
    for (const path of files) {
      const module = dotted(path);
      // Ids begin at the folder where the runner's settings lie, paths at the workspace.
      if (home === '' || !(module === home || module.endsWith(`.${home}`))) continue;
      const old = `${dotted(file).slice(module.length - home.length)}${id.slice(index)}`;
      if (before.has(old)) return old;
    }
    return id;
  };
}

const dotted = (path: string): string => path.replace(/\.py$/, '').replaceAll('/', '.');
