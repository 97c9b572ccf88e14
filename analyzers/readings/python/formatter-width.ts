import { parse } from 'smol-toml';
import type { View } from '../../../src/workspace/view.ts';

/** Columns that the project's formatter gives to a line (ruff, black), by the nearest settings above a file; null where none says it. */
export function formatterWidth(view: View, path: string): number | null {
  const folders = path.split('/').map((_, i, all) => all.slice(0, all.length - 1 - i).join('/'));
  for (const folder of folders)
    for (const [name, tables] of SETTINGS) {
      const settings = read(view, folder === '' ? name : `${folder}/${name}`);
      const width = tables.map((table) => widthIn(settings, table)).find((one) => one !== null);
      if (width !== undefined) return width;
    }
  return null;
}

const SETTINGS: readonly (readonly [file: string, tables: readonly (readonly string[])[]])[] = [
  ['.ruff.toml', [[]]],
  ['ruff.toml', [[]]],
  [
    'pyproject.toml',
    [
      ['tool', 'ruff'],
      ['tool', 'black'],
    ],
  ],
];

function widthIn(settings: unknown, table: readonly string[]): number | null {
  const inner = table.reduce<unknown>((one, name) => (isTable(one) ? one[name] : undefined), settings);
  const width = isTable(inner) ? inner['line-length'] : undefined;
  return typeof width === 'number' && width > 0 ? width : null;
}

const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function read(view: View, path: string): unknown {
  if (view.file(path)?.state !== 'text') return null;
  try {
    return parse(view.text(path));
  } catch {
    return null; // The formatter reports what is wrong with it.
  }
}
