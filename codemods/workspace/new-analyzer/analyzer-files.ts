import type { Scaffold } from '../scaffold.ts';

/**
 * An analyzer is a program of its own over the library: `check` executes no code of a repository, since a gate that anybody's branch can add
 * code to is none.
 * @param folder from the workspace's root
 */
export function analyzerFiles(name: string, folder: string): Scaffold[] {
  const at = (path: string): string => `${folder}/${name}/${path}`;
  // This module itself imports nothing of Node.
  const filled = (text: string): string => text.replaceAll('NAME', name).replaceAll('NODE:', 'node:');
  return [
    { path: at(`${name}.mjs`), text: filled(ANALYZER) },
    { path: at('main.mjs'), text: filled(MAIN) },
    { path: at(`${name}.test.mjs`), text: filled(TEST) },
    { path: at('cases/finds/omni-refactor.toml'), text: '# the root of this case\n' },
    { path: at('cases/finds/long.py'), text: `first = 1\nsecond = ${'1 + '.repeat(30)}1\n` },
    { path: at('cases/finds/short.py'), text: 'first = 1\n' },
  ];
}

const ANALYZER = `// @ts-check
import { defineAnalyzer } from 'omni-refactor';

/** @import { Finding, Rule } from 'omni-refactor' */

/** @type {Rule} */
export const rule = {
  id: 'NAME',
  severity: 'error',
  what: 'a line is longer than 120 characters',
  why: 'it does not fit beside another in a review',
};

/** What is found in a workspace. Pure: it gets a view, and reads nothing else. */
export default defineAnalyzer({
  id: 'NAME',
  title: 'Lines that are too long',
  rules: [rule],
  run: (view) =>
    view.files
      .filter(({ state, grammar }) => state === 'text' && grammar !== null)
      .flatMap(({ path }) =>
        view
          .text(path)
          .split('\\n')
          .flatMap((line, i) => (line.length > 120 ? [found(path, i + 1, line.length)] : [])),
      ),
});

/** @returns {Finding} */
const found = (/** @type {string} */ path, /** @type {number} */ line, /** @type {number} */ value) => ({
  rule: rule.id,
  severity: rule.severity,
  place: { path, line },
  what: \`the line has \${value} characters\`,
  why: rule.why,
  whatToDo: 'Divide it.',
  value,
  limit: 120,
});
`;

const MAIN = `// @ts-check
// node NAME/main.mjs [folder]: prints what is found; exit 1 where something is.
import program, { argv, stdout } from 'NODE:process';
import { openWorkspace } from 'omni-refactor';
import analyzer from './NAME.mjs';

const { view } = await openWorkspace(argv[2] ?? '.');
const findings = analyzer.run(view);
for (const { place, what, whatToDo } of findings) stdout.write(\`\${place.path}:\${place.line} \${what}. \${whatToDo}\\n\`);
program.exitCode = findings.length > 0 ? 1 : 0;
`;

const TEST = `// @ts-check
import assert from 'NODE:assert/strict';
import { join } from 'NODE:path';
import test from 'NODE:test';
import { openWorkspace } from 'omni-refactor';
import analyzer from './NAME.mjs';

test('NAME finds what its case holds', async () => {
  const { view } = await openWorkspace(join(import.meta.dirname, 'cases/finds'), { cache: false });
  assert.deepEqual(
    analyzer.run(view).map(({ place }) => \`\${place.path}:\${place.line}\`),
    ['long.py:2'],
  );
});
`;
