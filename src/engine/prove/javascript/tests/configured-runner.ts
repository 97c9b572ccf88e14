import { basename, dirname, join } from 'node:path/posix';
import { nodeAt, readJsonc } from '../../../../workspace/javascript/read-jsonc.ts';
import type { View } from '../../../../workspace/view.ts';
import { RUNNER_PACKAGES, type RunnerKind, type TestRunner } from './runner-of.ts';

const CONFIGURATION: readonly (readonly [RunnerKind, RegExp])[] = [
  ['vitest', /^vitest\.(config|workspace|projects)\.[mc]?[jt]s$/],
  ['jest', /^jest\.config\.\w+$/],
  ['mocha', /^\.mocharc\.\w+$/],
  ['ava', /^ava\.config\.[mc]?js$/],
];

/** No script starts one: the one whose configuration lies in the folder or its package.json, else the first that it depends on. */
export function configuredRunner(view: View, folder: string): TestRunner | null {
  const manifest = join(folder, 'package.json');
  const table = readJsonc(view.text(manifest));
  const runner = (kind: RunnerKind, from: string): TestRunner => ({
    kind,
    from,
    folder,
    env: {},
    nodeFlags: [],
    words: [],
    host: 'node',
    steps: [],
  });
  for (const [kind, pattern] of CONFIGURATION) {
    const file = view.files.find(
      ({ path }) => (dirname(path) === '.' ? '' : dirname(path)) === folder && pattern.test(basename(path)),
    );
    if (file) return runner(kind, file.path);
    if (nodeAt(table, kind)) return runner(kind, manifest);
  }
  const kinds = Object.entries(RUNNER_PACKAGES) as [RunnerKind, string][];
  const depended = kinds.find(([, pkg]) => nodeAt(table, 'devDependencies', pkg) ?? nodeAt(table, 'dependencies', pkg));
  return depended ? runner(depended[0], manifest) : null;
}
