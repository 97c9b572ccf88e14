import { by } from '../../../src/core/compare.ts';
import { isTypeNamespace } from '../../../src/languages/javascript/is-type-namespace.ts';
import { ownerOf, type Reference } from '../../../src/languages/javascript/lexical-names.ts';
import { childrenOf, kindOf, type Node, type Syntax } from '../../../src/languages/syntax.ts';
import type { ImportStatement, Specifier } from './read-module.ts';
import type { Piece, Source } from './source.ts';

/** A top-level name that the file declares itself. */
export interface Binding {
  readonly name: string;
  /** Index of the first piece that declares it. */
  readonly piece: number;
  readonly hasValue: boolean;
  /** `export` stands before it; `export default` is the name `default`. */
  readonly exported: 'export' | 'default' | null;
  /** `declare const x`: a promise to the compiler, which no module can export at run time. */
  readonly ambient: boolean;
}

export interface ImportedName {
  readonly statement: ImportStatement;
  readonly specifier: Specifier;
}

/** How a unit mentions a name of the file or one of its imports. */
export interface Mention {
  readonly name: string;
  readonly value: boolean;
  readonly eager: boolean;
  readonly writes: readonly number[];
  readonly at: number;
}

export interface Bindings {
  readonly own: ReadonlyMap<string, Binding>;
  readonly imported: ReadonlyMap<string, ImportedName>;
  /** Piece index -> names that it mentions and does not declare. */
  readonly mentions: readonly ReadonlyMap<string, Mention>[];
}

/** @param markup names that markup calls without naming them */
export function readBindings(source: Source, markup: readonly string[]): Bindings {
  const imported = new Map<string, ImportedName>();
  for (const statement of source.module.imports)
    for (const specifier of statement.specifiers) imported.set(specifier.local, { statement, specifier });
  const own = new Map<string, Binding>();
  for (const piece of source.pieces)
    if (piece.unit.kind !== 'import') for (const binding of declaredBy(source, piece)) addBinding(own, binding);
  const jsx = markup.filter((name) => own.has(name) || imported.has(name));
  return { own, imported, mentions: source.pieces.map((piece) => mentionsOf(source, piece, own, imported, jsx)) };
}

function addBinding(own: Map<string, Binding>, binding: Binding): void {
  const known = own.get(binding.name);
  own.set(
    binding.name,
    known
      ? {
          ...known,
          hasValue: known.hasValue || binding.hasValue,
          exported: known.exported ?? binding.exported,
          ambient: known.ambient && binding.ambient,
        }
      : binding,
  );
}

function declaredBy(source: Source, piece: Piece): Binding[] {
  const { syntax, names } = source;
  return piece.nodes.flatMap((node) => {
    const start = syntax.start[node]!;
    const end = syntax.end[node]!;
    const kinds = childrenOf(syntax, node).map((child) => kindOf(syntax, child));
    const exported =
      kindOf(syntax, node) !== 'export_statement' ? null : kinds.includes('default') ? 'default' : 'export';
    const ambient = kindOf(syntax, node) === 'ambient_declaration' || kinds.includes('ambient_declaration');
    return names.declarations
      .filter(({ scope, at }) => scope === 0 && start <= at && at < end)
      .map(({ name, spaces, node: at }) => ({
        name,
        piece: piece.index,
        hasValue: spaces.includes('value') && !isTypeNamespace(syntax, at),
        exported,
        ambient,
      }));
  });
}

function mentionsOf(
  source: Source,
  piece: Piece,
  own: ReadonlyMap<string, Binding>,
  imported: ReadonlyMap<string, ImportedName>,
  jsx: readonly string[],
): ReadonlyMap<string, Mention> {
  const { syntax, names } = source;
  const { start, end } = piece.unit;
  const found = new Map<string, Mention>();
  const add = (name: string, reference: Pick<Reference, 'at' | 'eager' | 'write'> & { value: boolean }): void => {
    const known = found.get(name) ?? { name, value: false, eager: false, writes: [], at: reference.at };
    found.set(name, {
      ...known,
      value: known.value || reference.value,
      eager: known.eager || reference.eager,
      writes: reference.write ? [...known.writes, reference.at] : known.writes,
    });
  };
  for (const reference of names.free) {
    const { name, at, space, erased } = reference;
    if (at < start || at >= end || ownerOf(names.scopes, reference) !== 0) continue;
    // `typeof x` in a type reads no value.
    if (own.has(name) || imported.has(name)) add(name, { ...reference, value: space !== 'type' && !erased });
  }
  if (piece.nodes.some((node) => holdsJsx(syntax, node)))
    for (const name of jsx) add(name, { at: start, eager: false, write: false, value: true });
  return new Map([...found].sort(by(([name]) => name)));
}

function holdsJsx(syntax: Syntax, node: Node): boolean {
  for (let inner = node; inner < syntax.after[node]!; inner++)
    if (/^jsx_(opening_element|self_closing_element|fragment)$/.test(kindOf(syntax, inner))) return true;
  return false;
}
