import { joinPath } from '../../../src/workspace/manifest-files.ts';
import type { View } from '../../../src/workspace/view.ts';
import type { Attribute, Justfile, Recipe } from './justfile.ts';
import { parseItem } from './parse-item.ts';
import { itemsOf } from './tokens.ts';

/** What the items of one file say, before imports are joined. */
interface Own {
  readonly recipes: Map<string, Recipe>;
  readonly aliases: Map<string, string>;
  readonly modules: [name: string, path: string | null][];
  readonly variables: Map<string, Variable>;
  readonly settings: Map<string, Variable['value']>;
  readonly imports: string[];
}

type Variable = NonNullable<ReturnType<Justfile['variables']['get']>>;

/** Systems that a recipe may be for; CI's usual one is Linux. */
const SYSTEMS = new Set(['unix', 'linux', 'macos', 'windows', 'openbsd', 'freebsd', 'netbsd', 'dragonfly', 'android']);

/** The justfile of that path with its imports and modules; null where there is none, or only one that is being read. */
export function readJustfile(view: View, path: string, seen: readonly string[] = []): Justfile | null {
  if (view.file(path)?.state !== 'text' || seen.includes(path)) return null;
  const items = ownItems(view.text(path), path);
  const around = [...seen, path];
  const folder = dirOf(path);
  const imported = items.imports.flatMap((file) => {
    const target = joinPath(folder, file);
    return (target === null ? null : readJustfile(view, target, around)) ?? [];
  });
  // What the file itself says wins over what it imports.
  const joined = <T>(pick: (one: Justfile) => ReadonlyMap<string, T>, mine: ReadonlyMap<string, T>): Map<string, T> =>
    new Map([...imported.flatMap((one) => [...pick(one)]), ...mine]);
  const modules = items.modules.flatMap(([name, file]): [string, Justfile][] => {
    const place = modulePlace(view, folder, name, file);
    const read = place === null ? null : readJustfile(view, place, around);
    return read === null ? [] : [[name, read]];
  });
  const settings = joined(({ settings: one }) => one, items.settings);
  const elsewhere = settings.get('working-directory')?.[0];
  return {
    path,
    dir: (elsewhere?.kind === 'string' ? joinPath(folder, elsewhere.text) : null) ?? folder,
    recipes: joined(({ recipes }) => recipes, items.recipes),
    aliases: joined(({ aliases }) => aliases, items.aliases),
    modules: joined(({ modules: one }) => one, new Map(modules)),
    variables: joined(({ variables }) => variables, items.variables),
    settings,
    first: firstOf(items.recipes) ?? imported.map(({ first }) => first).find((one) => one !== null) ?? null,
  };
}

const dirOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

const firstOf = (recipes: ReadonlyMap<string, Recipe>): string | null => {
  const all = [...recipes.values()].sort((a, b) => a.line - b.line);
  return (all.find((one) => has(one, 'default')) ?? all[0])?.name ?? null;
};

export const has = ({ attributes }: Recipe, name: string): boolean =>
  attributes.some((attribute) => attribute.name === name);

function ownItems(text: string, path: string): Own {
  const found: Own = {
    recipes: new Map(),
    aliases: new Map(),
    modules: [],
    variables: new Map(),
    settings: new Map(),
    imports: [],
  };
  let attributes: Attribute[] = [];
  for (const item of itemsOf(text)) {
    const parsed = parseItem(item, path);
    if (parsed === null) continue;
    if (parsed.kind === 'attributes') {
      attributes = [...attributes, ...parsed.attributes];
      continue;
    }
    take(found, parsed, attributes);
    attributes = [];
  }
  return found;
}

function take(found: Own, parsed: Exclude<ReturnType<typeof parseItem>, null>, attributes: readonly Attribute[]): void {
  switch (parsed.kind) {
    case 'alias':
      found.aliases.set(parsed.name, parsed.target);
      break;
    case 'variable':
      found.variables.set(parsed.name, parsed);
      break;
    case 'set':
      found.settings.set(parsed.name, parsed.value);
      break;
    case 'import':
      found.imports.push(parsed.path);
      break;
    case 'module':
      found.modules.push([parsed.name, parsed.path]);
      break;
    case 'recipe':
      if (isForLinux(attributes)) found.recipes.set(parsed.recipe.name, { ...parsed.recipe, attributes });
  }
}

function isForLinux(attributes: readonly Attribute[]): boolean {
  const systems = attributes.filter(({ name }) => SYSTEMS.has(name));
  return systems.length === 0 || systems.some(({ name }) => name === 'unix' || name === 'linux');
}

/** `mod name` is `name.just`, or a justfile in the folder of that name; `mod name 'path'` a file or such a folder. */
function modulePlace(view: View, folder: string, name: string, file: string | null): string | null {
  const inFolder = (base: string): string[] =>
    ['mod.just', 'justfile', 'Justfile', '.justfile'].map((one) => `${base}/${one}`);
  const places = file === null ? [`${name}.just`, ...inFolder(name)] : [file, ...inFolder(file)];
  const found = places.map((one) => joinPath(folder, one));
  return found.find((one) => one !== null && view.file(one)?.state === 'text') ?? null;
}
