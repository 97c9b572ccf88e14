import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun } from '../corpus/run-command.ts';
import type { Peer, Told } from './told.ts';

const PINNED = ['eslint@9.39.5', 'eslint-plugin-sonarjs@4.2.2', '@typescript-eslint/parser@8.74.0', 'typescript@6.0.3'];

/**
 * Asks both rules about every source file below a folder. They tell the token of a function that they report, and nothing of a function whose
 * cognitive complexity is 0: so the program walks the tree, and prints each function with the line on which it begins behind its decorators.
 */
const PROGRAM = `import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Linter } from 'eslint';
import sonarjs from 'eslint-plugin-sonarjs';
import * as parser from '@typescript-eslint/parser';
import { getMainFunctionTokenLocation } from './node_modules/eslint-plugin-sonarjs/cjs/helpers/location.js';

const root = process.argv[2];
const walker = {
  create: (context) => ({
    ':function'(node) {
      const { start } = getMainFunctionTokenLocation(node, node.parent, context);
      const named = ['MethodDefinition', 'Property'].includes(node.parent.type) && node.parent.value === node;
      const whole = named ? node.parent : node;
      const decorator = whole.decorators?.at(-1);
      const first = decorator ? context.sourceCode.getTokenAfter(decorator) : context.sourceCode.getFirstToken(whole);
      context.report({ loc: start, message: String(first.loc.start.line) });
    },
  }),
};
const files = (below) =>
  readdirSync(below, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules' || entry.name.startsWith('.')) return [];
    const path = join(below, entry.name);
    if (entry.isDirectory()) return files(path);
    return /[.][cm]?[jt]sx?$/.test(entry.name) && !/[.]d[.][cm]?ts$/.test(entry.name) ? [path] : [];
  });
for (const path of files(root).sort()) {
  const messages = new Linter({ cwd: root }).verify(
    readFileSync(path, 'utf8'),
    {
      files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'],
      plugins: { sonarjs, own: { rules: { walker } } },
      languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: !/[.][cm]?ts$/.test(path) } } },
      linterOptions: { reportUnusedDisableDirectives: 'off', noInlineConfig: true },
      rules: {
        'sonarjs/cognitive-complexity': ['error', 0],
        'sonarjs/cyclomatic-complexity': ['error', { threshold: 0 }],
        'own/walker': 'error',
      },
    },
    { filename: path },
  );
  const at = (rule) => messages.filter(({ ruleId }) => ruleId === rule);
  const valueAt = (rule, { line, column }) => {
    const found = at(rule).find((each) => each.line === line && each.column === column);
    return found ? Number(/complexity (?:from|of) (\\d+)/i.exec(found.message)[1]) : null;
  };
  for (const place of at('own/walker')) {
    const cyclomatic = valueAt('sonarjs/cyclomatic-complexity', place);
    const cognitive = valueAt('sonarjs/cognitive-complexity', place) ?? 0;
    process.stdout.write(JSON.stringify([path, Number(place.message), cognitive, cyclomatic]) + '\\n');
  }
  const fatal = messages.find((each) => each.fatal);
  if (fatal) process.stderr.write(path + ': ' + fatal.message + '\\n');
}
`;

/** eslint-plugin-sonarjs as npm installs it below the folder. */
export function sonarjs(folder: string): Peer {
  const home = join(folder, 'sonarjs');
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'package.json'), '{"private":true,"type":"module"}\n');
  if (!existsSync(join(home, 'node_modules/eslint')))
    mustRun(['npm', 'install', '--silent', '--ignore-scripts', '--no-audit', '--no-fund', ...PINNED], home);
  const program = join(home, 'ask.mjs');
  writeFileSync(program, PROGRAM);
  return { dialect: 'sonar', version: 'eslint-plugin-sonarjs 4.2.2', ask: (root) => ask(program, home, root) };
}

function ask(program: string, home: string, root: string): Told[] {
  const rows = mustRun([process.execPath, program, root], home).split('\n').filter(Boolean);
  return rows.flatMap((row) => {
    const [path, line, cognitive, cyclomatic] = JSON.parse(row) as [string, number, number, number | null];
    const place = { path, line, name: '' };
    const told: Told[] = [{ ...place, metric: 'cognitive', value: cognitive }];
    // Functions that are called where they stand, or that define a module, have no cyclomatic complexity for it.
    if (cyclomatic !== null) told.push({ ...place, metric: 'cyclomatic', value: cyclomatic });
    return told;
  });
}
