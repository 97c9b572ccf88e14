// npm run new -- hazard|check|codemod NAME: the files of one more, with what is still to be said marked TODO. Nothing is overwritten.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../', import.meta.url));
const LANGUAGES = { R: 'rust', H: 'python', J: 'javascript', P: 'planner', N: 'planner' };
const SPLIT_CASES = { rust: 'rust', python: 'python', javascript: 'javascript' };

const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

const KINDS = {
  hazard: {
    pattern: /^[RHJPN]\d+$/,
    example: 'R91',
    files: (id) => {
      const language = LANGUAGES[id[0]];
      const cases = `codemods/${SPLIT_CASES[language] ?? 'rust'}/split-module/cases/${id.toLowerCase()}-TODO`;
      return {
        [`src/core/hazards/${language}/${id.toLowerCase()}.ts`]: `import { hazard } from '../hazard.ts';

export const ${id} = hazard({
  id: '${id}',
  language: '${language}',
  what: 'TODO: one sentence that says what goes wrong.',
  foundBy: 'the codemod',
  verdict: 'refused',
  remedy: 'TODO: what a person can do.',
  naive: 'TODO: what a split that looks right would do, and what comes of it.',
  heldBy: 'TODO: the name of the case',
});
`,
        [`${cases}/case.txt`]: 'TODO: one sentence; the first line is the name of the test.\n',
        [`${cases}/before/TODO`]: 'TODO: the files before; `npm run case -- NAME` says what the split makes of them.\n',
      };
    },
    next: [
      'UPDATE=1 npx vitest run test/core/hazards test/report/rule-pages.test.ts   # the index and the pages',
      'a detector in codemods/<language>/split-module, and, by itself, a refusal in src/engine/prove/<language>',
      'a test that takes the detector away: the prover must refuse the naive split (test/sabotage)',
    ],
  },
  check: {
    pattern: /^[a-z]+(-[a-z]+)*$/,
    example: 'pinned-actions',
    files: (id) => ({
      [`analyzers/${id}/rules.ts`]: `import type { Rule } from '../../src/core/finding.ts';

export const TODO_RULE: Rule = {
  id: '${id}-todo',
  severity: 'error',
  what: 'TODO: what is wrong, in one sentence.',
  why: 'TODO: what it costs.',
  whatToDo: 'TODO: the way out.',
};
`,
      [`analyzers/${id}/index.ts`]: `import type { View } from '../../src/workspace/view.ts';
import { type CheckResult, defineCheck, NOTHING_CHECKED } from '../gate/check.ts';
import { TODO_RULE } from './rules.ts';

/** TODO: what holds once this check passes. */
export const ${camel(id)} = defineCheck({
  id: '${id}',
  title: 'TODO: what holds, in one line',
  rules: [TODO_RULE],
  run: (_view: View): CheckResult => NOTHING_CHECKED,
});
`,
      [`test/analyzers/${id}/${id}.test.ts`]: `import { expect, test } from 'vitest';
import { ${camel(id)} } from '../../../analyzers/${id}/index.ts';
import { memoryView } from '../../helpers/memory-view.ts';

test('TODO: finds what is wrong, at its line', () => {
  const { findings } = ${camel(id)}.run(memoryView({ 'TODO.toml': 'TODO' }));
  expect(findings).toMatchObject([{ rule: '${id}-todo', place: { path: 'TODO.toml', line: 1 } }]);
});
`,
    }),
    next: [
      'one line in analyzers/checks.ts',
      'UPDATE=1 npx vitest run test/report/rule-pages.test.ts   # the page in docs/rules',
    ],
  },
  codemod: {
    pattern: /^(rust|python|javascript|workspace)\/[a-z]+(-[a-z]+)*$/,
    example: 'workspace/sort-members',
    files: (id) => {
      const name = camel(id.replace('/', '-'));
      return {
        [`codemods/${id}/index.ts`]: `import { EMPTY_CHANGE_SET } from '../../../src/core/change-set.ts';
import { defineCodemod } from '../../define-codemod.ts';
import { MEND_OPTIONS, type MendOptions } from '../../mend-options.ts';

/** TODO: what it writes, and what it leaves alone. */
export const ${name} = defineCodemod<MendOptions>({
  id: '${id}',
  languages: ['${id.startsWith('workspace') ? 'rust' : id.split('/')[0]}'],
  title: 'TODO',
  examples: [],
  options: MEND_OPTIONS,
  run: () => ({ status: 'changed', changeSet: EMPTY_CHANGE_SET, notes: [] }),
});
`,
        [`test/codemods/${id}.test.ts`]: `import { expect, test } from 'vitest';
import { ${name} } from '../../../codemods/${id}/index.ts';
import { memoryView } from '../../helpers/memory-view.ts';

test('TODO: writes once, and nothing the second time', () => {
  const made = ${name}.run(memoryView({}), { places: [] });
  expect(made).toMatchObject({ status: 'changed', changeSet: { edit: [] } });
});
`,
      };
    },
    next: ['one line in codemods/index.ts'],
  },
};

const [kind, name] = process.argv.slice(2);
const made = KINDS[kind];
if (!made?.pattern.test(name ?? '')) {
  process.stderr.write('usage: npm run new -- KIND NAME\n');
  for (const [id, { example }] of Object.entries(KINDS)) process.stderr.write(`  npm run new -- ${id} ${example}\n`);
  process.exit(2);
}
const files = Object.entries(made.files(name));
const there = files.filter(([path]) => existsSync(join(PROJECT, path)));
if (there.length > 0) {
  process.stderr.write(`error: ${there[0][0]} is there already; numbers and names are never used again\n`);
  process.exit(2);
}
for (const [path, text] of files) {
  mkdirSync(dirname(join(PROJECT, path)), { recursive: true });
  writeFileSync(join(PROJECT, path), text);
  process.stdout.write(`wrote ${path}\n`);
}
process.stdout.write(`then:\n${made.next.map((line) => `  ${line}\n`).join('')}`);
