import type { Naming } from '../../../analyzers/namings/find-namings.ts';
import type { Edit } from '../../core/change-set.ts';

/** The modules beside the divided one in an override of mypy, where it stands on one line. */
export function extendOverride(
  text: string,
  { path, start, end, names }: Naming,
  added: readonly string[],
): Edit | null {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  if (!/(^|\/)pyproject\.toml$/.test(path) || !/\[\[tool\.mypy\.overrides\]\][^[]*$/.test(text.slice(0, lineStart)))
    return null;
  const row = /^module\s*=\s*(?:("[\w.]+")|\[[^\]\n]*\])[ \t]*(?:#.*)?\r?$/m.exec(
    text.slice(lineStart, nextLine(text, end)),
  );
  if (row?.index !== 0 || text[end] !== '"') return null;
  const entries = modulesOf(text.slice(start, end), names, added);
  // A module that two overrides name has to be treated alike by both.
  if (entries === null || entries.some((entry) => text.includes(`"${entry}"`))) return null;
  const more = entries.map((entry) => `, "${entry}"`).join('');
  if (row[1] === undefined) return { start: end + 1, end: end + 1, text: more, reason: 'manifest' };
  return { start: start - 1, end: end + 1, text: `["${text.slice(start, end)}"${more}]`, reason: 'manifest' };
}

const nextLine = (text: string, offset: number): number => {
  const newline = text.indexOf('\n', offset);
  return newline === -1 ? text.length : newline;
};

/** How mypy calls the new modules: all below a module that became a package, else each by its name. */
function modulesOf(dotted: string, file: string, added: readonly string[]): string[] | null {
  const home = file.replace(/\.py$/, '').replace(/\/__init__$/, '');
  const place = dotted.replaceAll('.', '/');
  if (home !== place && !home.endsWith(`/${place}`)) return null;
  if (file !== `${home}/__init__.py` && added.every((path) => path.startsWith(`${home}/`))) return [`${dotted}.*`];
  const root = home.slice(0, home.length - place.length);
  return added
    .filter((path) => path !== file)
    .map((path) => path.slice(root.length, -'.py'.length).replaceAll('/', '.'));
}
