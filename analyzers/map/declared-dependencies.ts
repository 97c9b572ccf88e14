import { stringsAt, type Table, tableAt } from '../../src/workspace/manifest-files.ts';
import type { Distribution } from '../../src/workspace/manifests.ts';
import type { View } from '../../src/workspace/view.ts';
import { manifestTable } from '../workspace-lints/read-lints.ts';

/** `requests[socks]>=2 ; python_version < "3"` -> `requests`. */
const nameIn = (requirement: string): string => /^\s*([\w.-]+)/.exec(requirement)?.[1] ?? '';

/** Names of the distributions that one declares: its own, those of its extras and groups, poetry's. */
export function declaredBy(view: View, { dir, manifest }: Distribution): string[] {
  const pyproject = dir === '' ? 'pyproject.toml' : `${dir}/pyproject.toml`;
  const table = view.file(pyproject) === undefined ? null : manifestTable(view, pyproject);
  const project = tableAt(table, 'project');
  const extras = listsOf(tableAt(project, 'optional-dependencies'));
  const groups = listsOf(tableAt(table, 'dependency-groups'));
  const names = [...stringsAt(project, 'dependencies'), ...extras, ...groups].map(nameIn);
  return [...names, ...poetryNames(table), ...(manifest === pyproject ? [] : setupNames(view, manifest))].filter(
    (name) => name !== '',
  );
}

const listsOf = (table: Table | null): string[] => Object.keys(table ?? {}).flatMap((key) => stringsAt(table, key));

function poetryNames(table: Table | null): string[] {
  const poetry = tableAt(tableAt(table, 'tool'), 'poetry');
  const groups = tableAt(poetry, 'group') ?? {};
  const tables = [
    tableAt(poetry, 'dependencies'),
    tableAt(poetry, 'dev-dependencies'),
    ...Object.keys(groups).map((key) => tableAt(tableAt(groups, key), 'dependencies')),
  ];
  return tables.flatMap((one) => Object.keys(one ?? {})).filter((name) => name !== 'python');
}

/** Strings of `install_requires` and its like; what is computed is not read. */
const setupNames = (view: View, path: string): string[] =>
  [...view.text(path).matchAll(/\b(?:install_requires|tests_require|setup_requires)\s*=\s*\[([^\]]*)\]/g)].flatMap(
    ([, list = '']) => [...list.matchAll(/["']([^"']+)["']/g)].map((match) => nameIn(match[1]!)),
  );
