import { languageOf } from '../../../src/languages/language.ts';
import type { View } from '../../../src/workspace/view.ts';
import { moduleOf } from '../../readings/javascript/module-paths.ts';
import type { Declaration, TypeExport, TypescriptTypes } from './typescript-types.ts';
import { typescriptTypes } from './typescript-types-fact.ts';

/** What a name of TypeScript leads to. */
export type TypescriptFound =
  /** Several declarations of one interface are one. `rest`: names behind it, as of an enum's member. */
  | {
      readonly kind: 'declared';
      readonly file: string;
      readonly items: readonly Declaration[];
      readonly rest: readonly string[];
    }
  /** Of a package, or of a file that is not read. */
  | { readonly kind: 'outside'; readonly from: string; readonly path: readonly string[] }
  /** Nothing in the file declares or imports it. */
  | { readonly kind: 'global'; readonly path: readonly string[] }
  | { readonly kind: 'lost'; readonly why: string };

/** Types and values of one name stand side by side. */
export type Space = 'type' | 'value';

const EMPTY: TypescriptTypes = { declarations: [], imports: [], exports: [] };

const isScript = (view: View, path: string): boolean => {
  const entry = view.file(path);
  return entry?.state === 'text' && entry.grammar !== null && languageOf(entry.grammar) === 'javascript';
};

function typesOf(view: View, file: string): TypescriptTypes {
  const fact = view.facts(file, typescriptTypes);
  return fact.status === 'failed' ? EMPTY : fact.value;
}

/** Every declaration at the top of a file, with the file's path; none of a file that does not parse. */
export const allDeclarations = (view: View): (readonly [string, Declaration])[] =>
  view.files
    .filter(({ path }) => isScript(view, path))
    .flatMap(({ path }) => typesOf(view, path).declarations.map((item) => [path, item] as const));

/** A dotted name as it is written in a file. */
export function findType(view: View, file: string, path: readonly string[], space: Space): TypescriptFound {
  const [first = '', ...rest] = path;
  const types = typesOf(view, file);
  const items = declared(types, first, space);
  if (items.length > 0) return { kind: 'declared', file, items, rest };
  const found = types.imports.find(({ local }) => local === first);
  if (!found) return { kind: 'global', path };
  const asked = found.name === '*' ? rest : [found.name, ...rest];
  return exported(view, moduleOf(view, file, found.from), asked, { space, seen: new Set() });
}

interface Search {
  readonly space: Space;
  readonly seen: ReadonlySet<string>;
}

/** What a module exports by a name. @param file or the name of a package */
function exported(view: View, file: string, path: readonly string[], search: Search): TypescriptFound {
  if (!isScript(view, file)) return { kind: 'outside', from: file, path };
  const [name = '', ...rest] = path;
  const key = `${file} ${name}`;
  if (search.seen.has(key)) return { kind: 'lost', why: `${name} is exported in a circle` };
  const inner: Search = { ...search, seen: new Set([...search.seen, key]) };
  const types = typesOf(view, file);
  const named = types.exports.find((one) => one.exported === name);
  if (named) return followed(view, file, named, rest, inner);
  const items = declared(types, name, search.space);
  if (items.length > 0) return { kind: 'declared', file, items, rest };
  const stars = types.exports.filter((one) => one.exported === null && one.from !== null);
  const found = stars
    .map(({ from }) => exported(view, moduleOf(view, file, from!), path, inner))
    .find(({ kind }) => kind === 'declared');
  return found ?? { kind: 'lost', why: `${file} exports no ${name}` };
}

/** What an `export { name as exported }` leads to, of the file itself or of another. */
function followed(
  view: View,
  file: string,
  { name, from }: TypeExport,
  rest: readonly string[],
  search: Search,
): TypescriptFound {
  if (from === null) return findType(view, file, [name, ...rest], search.space);
  return exported(view, moduleOf(view, file, from), name === '*' ? rest : [name, ...rest], search);
}

const declared = ({ declarations }: TypescriptTypes, name: string, space: Space): Declaration[] =>
  declarations.filter(
    (one) => one.name === name && (one.kind === 'enum' || (one.kind === 'value') === (space === 'value')),
  );

/** What a configuration names: `web/src/job.ts#Job`, a type or a schema of zod. */
export function typescriptNamed(view: View, text: string): TypescriptFound {
  const [file = '', name = ''] = text.split('#');
  if (!isScript(view, file)) return { kind: 'lost', why: `there is no TypeScript file ${file}` };
  const type = exported(view, file, [name], { space: 'type', seen: new Set() });
  return type.kind === 'declared' ? type : exported(view, file, [name], { space: 'value', seen: new Set() });
}
