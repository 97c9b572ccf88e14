import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
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
    const folder = join(library, 'test', suite);
    const from = existsSync(folder) ? folder : `${folder}.py`;
    if (!existsSync(from)) throw new Error(`this Python comes without its own tests: no ${from}`);
    cpSync(from, join(root, existsSync(folder) ? suite : `${suite}.py`), { recursive: true, filter: clean });
  }
  return root;
}
