import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { mustRun } from './run-command.ts';
import type { Package } from './targets.ts';

/**
 * A module of the interpreter's own library, or the package that holds it, with its tests beside it: first on the path, the copy is what
 * they test. `name` is the path of the module in the library.
 */
export function copyLibrary({ name, version, suites = [] }: Package, work: string): string {
  const asked = 'import sys, sysconfig; print("%d.%d" % sys.version_info[:2]); print(sysconfig.get_path("stdlib"))';
  const [found, library] = mustRun(['python3', '-c', asked], work).trim().split('\n') as [string, string];
  if (found !== version) throw new Error(`python3 is ${found}, and the target is ${version}`);
  const root = join(work, 'library');
  mkdirSync(root);
  const clean = (path: string): boolean => !/__pycache__|\.so$/.test(path);
  const top = name.split('/')[0]!;
  cpSync(join(library, top), join(root, top), { recursive: true, filter: clean });
  for (const suite of suites) {
    const from = suiteIn(join(library, 'test'), suite);
    const to = join(root, basename(from));
    cpSync(from, to, { recursive: true, filter: clean });
    freeFromPlace(to);
  }
  return root;
}

/** A module of tests or a package of them. */
function suiteIn(tests: string, suite: string): string {
  const folder = join(tests, suite);
  if (existsSync(folder)) return folder;
  if (!existsSync(`${folder}.py`)) throw new Error(`this Python comes without its own tests: no ${folder}.py`);
  return `${folder}.py`;
}

/** A package that loads its tests by its place in the library finds none elsewhere; without that, discovery finds them. */
function freeFromPlace(folder: string): void {
  const init = join(folder, '__init__.py');
  if (existsSync(init) && /\bload_package_tests\b/.test(readFileSync(init, 'utf8'))) writeFileSync(init, '');
}
