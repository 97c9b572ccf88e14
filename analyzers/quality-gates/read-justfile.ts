import { joinPath } from '../../src/workspace/manifest-files.ts';
import type { View } from '../../src/workspace/view.ts';

export interface Recipe {
  readonly name: string;
  readonly path: string;
  /** 1-based line of the first line of the body. */
  readonly line: number;
  /** Before and after (`&&`) the recipe. */
  readonly dependencies: readonly string[];
  /** The body as shell text, sigils (`@`, `-`) taken away; an ignored failure is written as `|| true`. */
  readonly body: string;
}

const HEADER = /^@?([A-Za-z_][\w-]*)((?:\s+[$*+]?[A-Za-z_][\w-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|\S+))?)*)\s*:(?!=)(.*)$/;

/** The recipes of a justfile in order, imports included, variables filled in; recipes of modules are `mod::name`. */
export function readJustfile(view: View, path: string, seen: readonly string[] = []): Map<string, Recipe> {
  if (view.file(path)?.state !== 'text' || seen.includes(path)) return new Map();
  const lines = view.text(path).split(/\r?\n/);
  const own = new Map(ownRecipes(path, lines).map((recipe) => [recipe.name, recipe]));
  const dir = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const inner = lines.flatMap((line) => outsideRecipes(view, dir, line, [...seen, path]));
  // A recipe of the file itself wins over an imported one.
  for (const [name, recipe] of inner) if (!own.has(name)) own.set(name, recipe);
  for (const line of lines) {
    const [, name, to] = /^alias\s+([\w-]+)\s*:=\s*([\w:-]+)/.exec(line) ?? [];
    if (name !== undefined && own.has(to!)) own.set(name, own.get(to!)!);
  }
  return own;
}

/** What `import 'file'` and `mod name` bring. */
function outsideRecipes(view: View, dir: string, line: string, seen: readonly string[]): [string, Recipe][] {
  const file = /^import\??\s+['"]([^'"]+)['"]/.exec(line)?.[1];
  const imported = file === undefined ? null : joinPath(dir, file);
  if (imported !== null) return [...readJustfile(view, imported, seen)];
  const [, module, place] = /^mod\??\s+([\w-]+)(?:\s+['"]([^'"]+)['"])?/.exec(line) ?? [];
  if (module === undefined) return [];
  return [...moduleRecipes(view, dir, module, place, seen)].map(([name, recipe]) => [`${module}::${name}`, recipe]);
}

const NO_RECIPE = /^(?:set|export|alias|import|mod)\b|^\s|^#|:=/;

function ownRecipes(path: string, lines: readonly string[]): Recipe[] {
  const values = variables(lines);
  return lines.flatMap((line, i): Recipe[] => {
    const header = NO_RECIPE.test(line) ? null : HEADER.exec(line);
    if (!header) return [];
    const [, name, , needs] = header;
    const body = bodyOf(lines.slice(i + 1, bodyEnd(lines, i + 1)), values);
    return [{ name: name!, path, line: i + 2, dependencies: dependenciesIn(needs!), body }];
  });
}

function moduleRecipes(
  view: View,
  dir: string,
  name: string,
  file: string | undefined,
  seen: readonly string[],
): Map<string, Recipe> {
  const places =
    file === undefined
      ? [`${name}.just`, `${name}/mod.just`, `${name}/justfile`, `${name}/.justfile`]
      : [file, `${file}/mod.just`, `${file}/justfile`];
  const path = places.map((one) => joinPath(dir, one)).find((one) => one !== null && view.file(one)?.state === 'text');
  return path ? readJustfile(view, path, seen) : new Map();
}

const dependenciesIn = (text: string): string[] =>
  [...text.replace(/#.*$/, '').matchAll(/\(\s*([\w:-]+)[^)]*\)|([A-Za-z_][\w:-]*)/g)].map(
    ([, called, plain]) => called ?? plain!,
  );

function bodyEnd(lines: readonly string[], from: number): number {
  let end = from;
  for (let i = from; i < lines.length; i++) {
    if (/^\s+\S/.test(lines[i]!)) end = i + 1;
    else if (lines[i]!.trim() !== '') break;
  }
  return end;
}

function bodyOf(rows: readonly string[], values: ReadonlyMap<string, string>): string {
  const indent = /^\s*/.exec(rows.find((row) => row.trim() !== '') ?? '')![0];
  const plain = rows.map((row) => (row.startsWith(indent) ? row.slice(indent.length) : row.trimStart()));
  const filled = plain.map((row) =>
    row.replace(/\{\{\s*([\w-]+)\s*\}\}/g, (_, name: string) => values.get(name) ?? `$${name}`),
  );
  // A recipe with a shebang is one script.
  if (filled[0]?.startsWith('#!')) return filled.join('\n');
  return filled
    .map((row) => {
      const [sigils = ''] = /^[@-]*/.exec(row) ?? [];
      const command = row.slice(sigils.length);
      return sigils.includes('-') && command !== '' ? `${command} || true` : command;
    })
    .join('\n');
}

function variables(lines: readonly string[]): Map<string, string> {
  const values = new Map<string, string>();
  for (const line of lines) {
    const [, name, double, single] =
      /^(?:export\s+)?([A-Za-z_][\w-]*)\s*:=\s*(?:"([^"]*)"|'([^']*)')\s*(?:#.*)?$/.exec(line) ?? [];
    if (name !== undefined) values.set(name, double ?? single ?? '');
  }
  return values;
}
