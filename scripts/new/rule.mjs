// A rule of `check`: a check with one rule that finds a line, its test, and its place in the list of checks.

const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
const constant = (name) => name.replaceAll('-', '_').toUpperCase();

export const rule = {
  pattern: /^[a-z]+(-[a-z]+)*$/,
  example: 'pinned-actions',
  files: (id) => ({
    [`analyzers/${id}/rules.ts`]: `import type { Rule } from '../../src/core/finding.ts';

export const ${constant(id)}: Rule = {
  id: '${id}',
  severity: 'error',
  what: 'TODO: what is wrong, in one sentence.',
  why: 'TODO: what it costs.',
  whatToDo: 'TODO: the way out.',
};
`,
    [`analyzers/${id}/index.ts`]: `import type { Finding } from '../../src/core/finding.ts';
import type { View } from '../../src/workspace/view.ts';
import { type CheckResult, defineCheck, NOTHING_CHECKED } from '../gate/check.ts';
import { ${constant(id)} } from './rules.ts';

/** TODO: what holds once this check passes. */
export const ${camel(id)} = defineCheck({
  id: '${id}',
  title: 'TODO: what holds, in one line',
  rules: [${constant(id)}],
  run,
});

function run(view: View): CheckResult {
  // TODO: the files that the rule is about; a path pattern, or manifests by \`view.manifests\`.
  const paths = view.files.filter(({ state, path }) => state === 'text' && path.endsWith('.todo')).map(({ path }) => path);
  if (paths.length === 0) return NOTHING_CHECKED;
  return {
    ...NOTHING_CHECKED,
    findings: paths.flatMap((path) => findingsIn(path, view.text(path))),
    checked: { [${constant(id)}.id]: paths.length },
  };
}

function findingsIn(path: string, text: string): Finding[] {
  return text.split('\\n').flatMap((line, i) => {
    // TODO: what is wrong with a line. What cannot be judged goes to \`unknown\`, and is no finding.
    if (!line.includes('TODO')) return [];
    const { id, severity, why, whatToDo = '' } = ${constant(id)};
    return [{ rule: id, severity, place: { path, line: i + 1 }, what: \`TODO: \${line.trim()}\`, why, whatToDo }];
  });
}
`,
    [`test/analyzers/${id}.test.ts`]: `import { expect, test } from 'vitest';
import { ${camel(id)} } from '../../analyzers/${id}/index.ts';
import { memoryView } from '../helpers/memory-view.ts';

test('what is wrong is found at its line', () => {
  const { findings, checked } = ${camel(id)}.run(memoryView({ 'a.todo': 'fine\\nTODO\\n' }));
  expect(findings).toMatchObject([{ rule: '${id}', place: { path: 'a.todo', line: 2 } }]);
  expect(checked).toEqual({ '${id}': 1 });
});

test('a workspace without such files is not judged', () => {
  expect(${camel(id)}.run(memoryView({ 'a.rs': 'TODO' })).checked).toEqual({});
});
`,
  }),
  edits: (id) => ({
    'analyzers/checks.ts': (text) => {
      const line = `import { ${camel(id)} } from './${id}/index.ts';\n`;
      const imports = text.match(/^import .*\n/gm);
      const pathOf = (one) => one.slice(one.indexOf("'"));
      const at = imports.find((one) => pathOf(one) > pathOf(line));
      const added = at ? text.replace(at, line + at) : text.replace(imports.at(-1), imports.at(-1) + line);
      return added.replace(/(readonly Check\[\] = \[[^\]]*?)(\n\];)/, `$1\n  ${camel(id)},$2`);
    },
  }),
  next: (id) => [
    `git grep --untracked -n TODO -- analyzers test/analyzers     # what is left to say`,
    `npx vitest run test/analyzers/${id}.test.ts     # passes; replace the example by your rule`,
    'npm run build && UPDATE=1 npx vitest run test/report/rule-pages.test.ts test/cli/help.test.ts     # docs/rules, and help',
    `npm run dev -- explain ${id} && npm run dev -- check ${id}`,
  ],
};
