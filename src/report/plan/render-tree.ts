import type { Plan } from '../../core/plan.ts';
import type { Paint } from '../style.ts';

/** The file before, the files after, with their lines; those over the limit are marked. */
export function renderTree(plan: Plan, linesBefore: number, paint: Paint): string[] {
  const { path } = plan.base[0]!;
  const rows = plan.predicted.files;
  const folder = commonFolder([path, ...rows.map((row) => row.path)]);
  const width = Math.max(path.length, ...rows.map((row) => row.path.length)) - folder.length;
  const row = (mark: string, name: string, lines: number, about: string): string => {
    const text = `  ${mark}${name.slice(folder.length).padEnd(width)} ${about}${String(lines).padStart(6)}`;
    return lines > plan.limit ? paint('warm', text) : text;
  };
  return [
    folder === '' ? './' : folder,
    row('before  ', path, linesBefore, ' '),
    ...rows.map((file, i) => row(i === 0 ? 'after   ' : '        ', file.path, file.lines, '~')),
  ];
}

/** The longest folder that holds all the paths, with its `/`; empty for the root. */
function commonFolder(paths: readonly string[]): string {
  const folders = paths.map((path) => path.slice(0, path.lastIndexOf('/') + 1));
  let common = folders[0]!;
  while (!folders.every((folder) => folder.startsWith(common)))
    common = common.slice(0, common.lastIndexOf('/', common.length - 2) + 1);
  return common;
}
