import { childrenOf, kindOf, type Node } from '../../../src/languages/syntax.ts';
import { type Assignment, FACADE } from './assign.ts';
import type { Bindings } from './bindings.ts';
import type { ExportList } from './read-module.ts';
import type { Source } from './source.ts';

/** What one module (a part, or FACADE) takes from the file's own names and imports. */
export interface Needs {
  /** Imported name -> is its value read. */
  readonly imported: ReadonlyMap<string, boolean>;
  /** Module -> name -> is its value read. */
  readonly own: ReadonlyMap<number, ReadonlyMap<string, boolean>>;
}

/** Names of one part that the facade re-exports, in source order; `as` is what importers call them. */
export interface PassedOn {
  readonly name: string;
  readonly as: string;
  readonly typeOnly: boolean;
  /** The comments before the name in an `export { … }`, such as a deprecation; '' if there are none. */
  readonly comment: string;
}

export interface Links {
  /** Part -> what the facade exports from it. */
  readonly passed: readonly (readonly PassedOn[])[];
  readonly needs: ReadonlyMap<number, Needs>;
  /** Names that some other module takes, or that an export list re-exports. */
  readonly taken: ReadonlySet<string>;
}

export function linkModules(source: Source, { parts, home }: Assignment, { own, mentions }: Bindings): Links {
  const needs = new Map<number, Needs>();
  for (let module = FACADE; module < parts.length; module++)
    needs.set(module, needsOf(source, module, home, { own, mentions }));
  const taken = new Set(
    [...needs.values()].flatMap((one) => [...one.own.values()].flatMap((names) => [...names.keys()])),
  );
  for (const { specifiers } of source.module.exportLists)
    for (const { local } of specifiers) if (own.has(local)) taken.add(local);
  return { needs, taken, passed: parts.map((_, part) => passedOn(source, part, home, own)) };
}

function passedOn(source: Source, part: number, home: readonly number[], own: Bindings['own']): PassedOn[] {
  const passed: PassedOn[] = [];
  for (const binding of own.values())
    if (home[binding.piece] === part && binding.exported !== null) {
      const name = binding.exported === 'default' ? 'default' : binding.name;
      passed.push({ name, as: name, typeOnly: !binding.hasValue, comment: '' });
    }
  const nameless = source.pieces.some(
    ({ index, nodes }) => home[index] === part && nodes.some((node) => isDefault(source, node)),
  );
  if (nameless && !passed.some(({ name }) => name === 'default'))
    passed.push({ name: 'default', as: 'default', typeOnly: false, comment: '' });
  return [...passed, ...source.module.exportLists.flatMap((list) => passedByList(source, list, part, home, own))];
}

/** What an `export { … }` without a source gives of a part, each with the comment in front of it. */
function passedByList(
  source: Source,
  list: ExportList,
  part: number,
  home: readonly number[],
  own: Bindings['own'],
): PassedOn[] {
  return list.specifiers.flatMap(({ local, other, typeOnly, start }, index): PassedOn[] => {
    const binding = own.get(local);
    if (!binding || home[binding.piece] !== part) return [];
    const name = binding.exported === 'default' ? 'default' : local;
    const from = list.specifiers[index - 1]?.end ?? source.text.indexOf('{', list.start) + 1;
    const comment = source.text
      .slice(from, start)
      .replace(/^\s*,?\s*/, '')
      .trimEnd();
    return [{ name, as: other, typeOnly: typeOnly || !binding.hasValue, comment }];
  });
}

const isDefault = ({ syntax }: Source, node: Node): boolean =>
  kindOf(syntax, node) === 'export_statement' &&
  childrenOf(syntax, node).some((child) => kindOf(syntax, child) === 'default');

/** Does the facade load the part itself: it takes or re-exports a value, or else nothing would run the part's effects. */
export function facadeLoads({ needs, passed }: Links, part: number, acts: boolean): 'names' | 'bare' | 'no' {
  const values = (module: number): boolean =>
    [...(needs.get(module)!.own.get(part)?.values() ?? [])].some((value) => value);
  if (values(FACADE) || passed[part]!.some(({ typeOnly }) => !typeOnly)) return 'names';
  return acts && ![...needs.keys()].some((module) => module !== FACADE && values(module)) ? 'bare' : 'no';
}

/** An `export { … }`: what moved leaves it and is re-exported from its part. */
function isExportList(source: Source, index: number): boolean {
  const { body } = source.pieces[index]!.unit;
  return source.module.exportLists.some(({ start }) => start >= body.start && start < body.end);
}

/** Does the facade keep an import: it uses the name itself, or no part does. */
export const staysImported = ({ needs }: Links, local: string): boolean =>
  needs.get(FACADE)!.imported.has(local) || ![...needs.values()].some(({ imported }) => imported.has(local));

/** What a module reads of imports, and of the modules beside it. */
function needsOf(
  source: Source,
  module: number,
  home: readonly number[],
  { own, mentions }: Pick<Bindings, 'own' | 'mentions'>,
): Needs {
  const imported = new Map<string, boolean>();
  const from = new Map<number, Map<string, boolean>>();
  const inside = source.pieces.filter(({ index }) => home[index] === module);
  // With `emitDecoratorMetadata` a type of a decorated class is a value at run time.
  const metadata = inside.some(
    ({ unit }) => /(^|\n)\s*@\w/.test(source.text.slice(unit.start, unit.end)) && unit.kind === 'class',
  );
  for (const piece of inside) {
    const list = isExportList(source, piece.index);
    for (const mention of mentions[piece.index]!.values()) {
      const binding = own.get(mention.name);
      const value = mention.value || metadata;
      if (!binding) imported.set(mention.name, imported.get(mention.name) === true || value);
      else if (home[binding.piece] !== module && !list) {
        const names = from.get(home[binding.piece]!) ?? new Map<string, boolean>();
        names.set(mention.name, names.get(mention.name) === true || (value && binding.hasValue));
        from.set(home[binding.piece]!, names);
      }
    }
  }
  return { imported, own: from };
}
