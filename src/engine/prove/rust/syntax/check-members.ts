import { carriedNames } from '../../../../../analyzers/readings/rust/carried-names.ts';
import { type MacroDefinitions, rustFilesBeside } from '../../../../../analyzers/readings/rust/macro-definitions.ts';
import { moduleFolder } from '../../../../../analyzers/readings/rust/module-folder.ts';
import { implTypeName } from '../../../../languages/rust/definitions.ts';
import { plainName } from '../../../../languages/rust/plain-name.ts';
import { readItems } from '../../../../languages/rust/read-items.ts';
import { readVisibility } from '../../../../languages/rust/read-visibility.ts';
import {
  childByField,
  childrenOf,
  kindOf,
  type Node,
  namedChildrenOf,
  type Syntax,
  textOf,
} from '../../../../languages/syntax.ts';
import type { View } from '../../../../workspace/view.ts';
import { wordsOf } from '../../../../workspace/words-of.ts';
import { createMemberReader, type Hidden } from './member-reader.ts';
import { allParts, type ModuleState } from './module-state.ts';
import type { Problem } from './problem.ts';

interface MemberPlace {
  readonly syntaxOf: (path: string) => Syntax;
  /** True for the facade and its parts. */
  readonly isOwn: (path: string) => boolean;
  readonly definitions: MacroDefinitions;
}

/**
 * Private fields and methods of a part were seen by the whole module: nobody else may read them now. Without them the code does not compile, or
 * finds another one by `Deref` or in a trait.
 */
export function checkMembers(
  state: ModuleState,
  after: View,
  { syntaxOf, isOwn, definitions }: MemberPlace,
): Problem[] {
  const files = rustFilesBeside(after, state.facade.file.path);
  const read = createMemberReader(
    after,
    files,
    (path) => (isOwn(path) ? syntaxOf(path) : after.syntax(path)),
    definitions,
  );
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

const mayHold = (view: View, path: string, carried: ReadonlySet<string> | null): boolean => {
  if (carried === null) return true;
  const words = wordsOf(view, path);
  return [...carried].some((name) => words.has(name));
};

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
  const of = nameOf(syntax, node);
  if (body !== -1 && kindOf(syntax, body) === 'ordered_field_declaration_list') return hiddenNumbers(syntax, body, of);
  if (body === -1 || kindOf(syntax, body) !== 'field_declaration_list') return [];
  return namedChildrenOf(syntax, body)
    .filter((field) => kindOf(syntax, field) === 'field_declaration' && isPrivate(syntax, field))
    .map((field) => ({ of, name: nameOf(syntax, field), kind: 'field' as const }));
}

/** The private fields of a tuple struct by their numbers; with one of them nobody else may build it. */
function hiddenNumbers(syntax: Syntax, list: Node, of: string): Hidden[] {
  const found: Hidden[] = [];
  let index = 0;
  let isHidden = true;
  for (const child of childrenOf(syntax, list)) {
    const kind = kindOf(syntax, child);
    if (kind === ',') isHidden = true;
    else if (kind === 'visibility_modifier') isHidden = textOf(syntax, child).replace(/\s/g, '') === 'pub(self)';
    else if (!/^(?:attribute_item|line_comment|block_comment|[()])$/.test(kind)) {
      if (isHidden) found.push({ of, name: `${index}`, kind: 'field' });
      index += 1;
    }
  }
  return found.length === 0 ? [] : [...found, { of, name: of, kind: 'constructor' }];
}

const isPrivate = (syntax: Syntax, node: Node): boolean => readVisibility(syntax, node).kind === 'private';

const nameOf = (syntax: Syntax, node: Node): string => plainName(textOf(syntax, childByField(syntax, node, 'name')));
