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
  const facade = state.facade.file.path;
  const files = rustFilesBeside(after, facade);
  const folder = moduleFolder(after, facade);
  const below = files.filter((path) => !isOwn(path) && folder !== '' && path.startsWith(`${folder}/`));
  const accesses = new Map<string, readonly Access[]>();
  const accessesOf = (path: string): readonly Access[] => {
    const found = accesses.get(path) ?? memberAccesses(isOwn(path) ? syntaxOf(path) : after.syntax(path));
    accesses.set(path, found);
    return found;
  };
  const readers = [...allParts(state).map(({ file }) => file.path), ...below];
  return state.parts.flatMap(({ file }) => {
    const hidden = hiddenMembers(syntaxOf(file.path));
    return [...new Set(hidden.map(({ of }) => of))].flatMap((type): Problem[] => {
      const members = hidden.filter(({ of }) => of === type);
      const carried = carriedNames(after, files, new Set([type]));
      const path = readers.find(
        (one) =>
          one !== file.path && mayHold(after, one, carried) && accessesOf(one).some((read) => isOf(read, members)),
      );
      if (path === undefined) return [];
      const read = accessesOf(path).find((one) => isOf(one, members))!;
      const start = (isOwn(path) ? syntaxOf(path) : after.syntax(path)).start[read.node]!;
      const why = `\`${read.word === '' ? 'a field' : read.word}\` of \`${type}\` is private to ${file.path}, and was seen here`;
      return [{ path: isOwn(path) ? path : file.path, start: isOwn(path) ? start : 0, why }];
    });
  });
}

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
