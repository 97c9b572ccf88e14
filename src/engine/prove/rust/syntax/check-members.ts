import { carriedNames } from '../../../../../analyzers/readings/rust/carried-names.ts';
import { rustFilesBeside } from '../../../../../analyzers/readings/rust/macro-definitions.ts';
import { moduleFolder } from '../../../../../analyzers/readings/rust/module-folder.ts';
import { implTypeName } from '../../../../languages/rust/definitions.ts';
import { type Access, memberAccesses } from '../../../../languages/rust/member-accesses.ts';
import { plainName } from '../../../../languages/rust/plain-name.ts';
import { readItems } from '../../../../languages/rust/read-items.ts';
import { readVisibility } from '../../../../languages/rust/read-visibility.ts';
import { childByField, kindOf, type Node, namedChildrenOf, type Syntax, textOf } from '../../../../languages/syntax.ts';
import type { View } from '../../../../workspace/view.ts';
import { wordsOf } from '../../../../workspace/words-of.ts';
import { allParts, type ModuleState } from './module-state.ts';
import type { Problem } from './problem.ts';

/** A field or associated item that only its own file sees now. */
interface Hidden {
  readonly of: string;
  readonly name: string;
  readonly kind: 'field' | 'method';
}

/**
 * Private fields and methods of a part were seen by the whole module: nobody else may read them now. Without them the code does not compile, or
 * finds another one by `Deref` or in a trait.
 * @param isOwn true for the facade and its parts
 */
export function checkMembers(
  state: ModuleState,
  after: View,
  syntaxOf: (path: string) => Syntax,
  isOwn: (path: string) => boolean,
): Problem[] {
  const files = rustFilesBeside(after, state.facade.file.path);
  const read = createReader(after, (path) => (isOwn(path) ? syntaxOf(path) : after.syntax(path)));
  const folder = moduleFolder(after, state.facade.file.path);
  const below = files.filter((path) => !isOwn(path) && folder !== '' && path.startsWith(`${folder}/`));
  const readers = [...allParts(state).map(({ file }) => file.path), ...below];
  return state.parts.flatMap(({ file }) => {
    const hidden = hiddenMembers(syntaxOf(file.path));
    const types = [...new Set(hidden.map(({ of }) => of))];
    return types.flatMap((type): Problem[] => {
      const carried = carriedNames(after, files, new Set([type]));
      const members = hidden.filter(({ of }) => of === type);
      const others = readers.filter((path) => path !== file.path && mayHold(after, path, carried));
      const found = others.flatMap((path) => read(path, members) ?? [])[0];
      if (found === undefined) return [];
      const why = `\`${found.word}\` of \`${type}\` is private to ${file.path}, and was seen here`;
      return [isOwn(found.path) ? { ...found, why } : { path: file.path, start: 0, why }];
    });
  });
}

interface Reading {
  readonly path: string;
  readonly start: number;
  readonly word: string;
}

/** The first place of a file that reads one of some members; each file is searched once for all accesses. */
function createReader(
  view: View,
  syntaxOf: (path: string) => Syntax,
): (path: string, members: readonly Hidden[]) => Reading | null {
  const known = new Map<string, readonly Access[]>();
  const accessesOf = (path: string): readonly Access[] => {
    const found = known.get(path) ?? (view.file(path)?.state === 'text' ? memberAccesses(syntaxOf(path)) : []);
    known.set(path, found);
    return found;
  };
  return (path, members) => {
    const access = accessesOf(path).find((one) => isOf(one, members) && !isOwnType(syntaxOf(path), one));
    if (access === undefined) return null;
    return { path, start: syntaxOf(path).start[access.node]!, word: access.word === '' ? 'a field' : access.word };
  };
}

/** A type that the file defines itself goes before one that a glob of its module brings. */
function isOwnType(syntax: Syntax, { of, node }: Access): boolean {
  if (of === null || !readItems(syntax, 0).items.some((item) => isTypeNamed(syntax, item, of))) return false;
  for (let up = syntax.parent[node]!; up > 0; up = syntax.parent[up]!)
    if (kindOf(syntax, up) === 'mod_item') return false;
  return true;
}

const isTypeNamed = (syntax: Syntax, { kind, node }: ReturnType<typeof readItems>['items'][number], name: string) =>
  /^(?:struct|enum|union)$/.test(kind) && nameOf(syntax, node) === name;

const mayHold = (view: View, path: string, carried: ReadonlySet<string> | null): boolean => {
  if (carried === null) return true;
  const words = wordsOf(view, path);
  return [...carried].some((name) => words.has(name));
};

const isOf = (read: Access, members: readonly Hidden[]): boolean =>
  members.some(
    ({ of, name, kind }) =>
      (read.of === null || read.of === of) &&
      (read.kind === 'base' ? kind === 'field' && read.of === of : read.kind === kind && read.word === name),
  );

/** The private members of a file's structs and of its blocks for types. */
function hiddenMembers(syntax: Syntax): Hidden[] {
  return readItems(syntax, 0).items.flatMap(({ kind, node }): Hidden[] => {
    if (kind === 'struct' || kind === 'union') return hiddenFields(syntax, node);
    if (kind !== 'impl' || childByField(syntax, node, 'trait') !== -1) return [];
    const of = implTypeName(syntax, node);
    const body = childByField(syntax, node, 'body');
    if (of === null || body === -1) return [];
    return namedChildrenOf(syntax, body)
      .filter((item) => /^(?:function|const)_item$/.test(kindOf(syntax, item)) && isPrivate(syntax, item))
      .map((item) => ({ of, name: nameOf(syntax, item), kind: 'method' as const }));
  });
}

function hiddenFields(syntax: Syntax, node: Node): Hidden[] {
  const body = childByField(syntax, node, 'body');
  if (body === -1 || kindOf(syntax, body) !== 'field_declaration_list') return [];
  const of = nameOf(syntax, node);
  return namedChildrenOf(syntax, body)
    .filter((field) => kindOf(syntax, field) === 'field_declaration' && isPrivate(syntax, field))
    .map((field) => ({ of, name: nameOf(syntax, field), kind: 'field' as const }));
}

const isPrivate = (syntax: Syntax, node: Node): boolean => readVisibility(syntax, node).kind === 'private';

const nameOf = (syntax: Syntax, node: Node): string => plainName(textOf(syntax, childByField(syntax, node, 'name')));
