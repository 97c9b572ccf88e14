// A codemod: a change set of nothing, and its test.

const camel = (name) => name.replace(/[-/](.)/g, (_, letter) => letter.toUpperCase());

export const codemod = {
  pattern: /^(rust|python|javascript|workspace)\/[a-z]+(-[a-z]+)*$/,
  example: 'workspace/sort-members',
  files: (id) => ({
    [`codemods/${id}/index.ts`]: `import { EMPTY_CHANGE_SET } from '../../../src/core/change-set.ts';
import { defineCodemod } from '../../define-codemod.ts';
import { MEND_OPTIONS, type MendOptions } from '../../mend-options.ts';

/** TODO: what it writes, and what it leaves alone. */
export const ${camel(id)} = defineCodemod<MendOptions>({
  id: '${id}',
  languages: ['${id.startsWith('workspace') ? 'rust' : id.split('/')[0]}'],
  title: 'TODO',
  examples: [],
  options: MEND_OPTIONS,
  run: () => ({ status: 'changed', changeSet: EMPTY_CHANGE_SET, notes: [] }),
});
`,
    [`test/codemods/${id}.test.ts`]: `import { expect, test } from 'vitest';
import { ${camel(id)} } from '../../../codemods/${id}/index.ts';
import { memoryView } from '../../helpers/memory-view.ts';

test('TODO: writes once, and nothing the second time', () => {
  const made = ${camel(id)}.run(memoryView({}), { places: [] });
  expect(made).toMatchObject({ status: 'changed', changeSet: { edit: [] } });
});
`,
  }),
  edits: () => ({}),
  next: () => ['an import and an entry in codemods/index.ts'],
};
