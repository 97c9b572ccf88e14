import { byText } from '../../../../core/compare.ts';
import { ownerOf } from '../../../../languages/javascript/lexical-names.ts';
import { childByField, childrenOf, kindOf, type Node, textOf } from '../../../../languages/syntax.ts';
import { type DeclaredModule, declaredIn, exportedBy, type Family, labelOf } from './declared-modules.ts';
import { printType, type TypeNames } from './print-type.ts';

/** What modules that were one, or are several, declare together, whatever file each declaration is in. */
export interface Surface {
  /** Module (stem) -> exported name -> what it is called. */
  readonly exports: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** What a thing is called -> its declarations as one text. */
  readonly declarations: ReadonlyMap<string, string>;
  /** Names that two of the modules declare differently. */
  readonly clashes: readonly string[];
  /** What declares nothing by name: `declare global`, `declare module`. Sorted. */
  readonly others: readonly string[];
}

export function readSurface(family: Family): Surface {
  const exports = new Map<string, Map<string, string>>();
  const declarations = new Map<string, string>();
  const clashes: string[] = [];
  const others: string[] = [];
  const defaults = new Map([...family].flatMap(([stem, module]) => defaultsOf(module, labelsOf(family, stem))));
  for (const [stem, module] of family) {
    const led = [...exportedBy(family, stem)].map(
      ([name, one]) => [name, labelOf(family, one.stem, one.lead)] as const,
    );
    exports.set(stem, new Map(led));
    const read = readStatements(module, { syntax: module.syntax, labels: labelsOf(family, stem), defaults });
    others.push(...read.others);
    for (const [label, text] of read.declared) {
      if (declarations.has(label) && declarations.get(label) !== text)
        clashes.push(label.slice(label.indexOf('.') + 1));
      declarations.set(label, text);
    }
  }
  return { exports, declarations, clashes, others: others.sort(byText) };
}

/** The declarations of one module by what they are called, and what has no name. */
function readStatements(module: DeclaredModule, names: TypeNames): { declared: Map<string, string>; others: string[] } {
  const declared = new Map<string, string>();
  const others: string[] = [];
  for (const node of module.statements) {
    const printed = withoutModifiers(names, node);
    const keys = declaredIn(module, node);
    if (keys.length === 0 && isDefault(module, node)) keys.push('default');
    if (keys.length === 0 && printed !== '') others.push(printed);
    for (const label of keys.map((key) => `$own.${key}`))
      declared.set(label, declared.has(label) ? `${declared.get(label)}\n${printed}` : printed);
  }
  return { declared, others };
}

/** Offset of each name that leads out of its declaration -> what it is called in all files. */
function labelsOf(family: Family, stem: string): Map<number, string> {
  const { names, imports } = family.get(stem)!;
  const declared = new Set(names.declarations.filter(({ scope }) => scope === 0).map(({ name }) => name));
  const labels = new Map<number, string>();
  for (const reference of names.free) {
    const { name, at } = reference;
    if (ownerOf(names.scopes, reference) !== 0) continue;
    if (declared.has(name) || imports.has(name)) labels.set(at, labelOf(family, stem, { own: name }));
  }
  return labels;
}

/** The defaults of type parameters, by what the generic type is called. */
function defaultsOf(module: DeclaredModule, labels: ReadonlyMap<number, string>): [string, (string | null)[]][] {
  const { syntax } = module;
  const names: TypeNames = { syntax, labels, defaults: new Map() };
  const found: [string, (string | null)[]][] = [];
  for (let node = 1; node < syntax.size; node++) {
    if (kindOf(syntax, node) !== 'type_parameters') continue;
    const name = childByField(syntax, syntax.parent[node]!, 'name');
    if (name === -1) continue;
    const parameters = childrenOf(syntax, node).filter((child) => kindOf(syntax, child) === 'type_parameter');
    const values = parameters.map((one) => {
      const value = childByField(syntax, one, 'value');
      return value === -1 ? null : printType(names, value).replace(/^= /, '');
    });
    found.push([`$own.${textOf(syntax, name)}`, values]);
  }
  return found;
}

const isDefault = ({ syntax }: DeclaredModule, node: Node): boolean =>
  childrenOf(syntax, node).some((child) => kindOf(syntax, child) === 'default');

/** `export`, `default` and `declare` say where and how a thing stands; whether it is exported is compared apart from what it is. */
const MODIFIERS = /^(export|default|declare|comment|;)$/;

function withoutModifiers(names: TypeNames, node: Node): string {
  const { syntax } = names;
  const kind = kindOf(syntax, node);
  if (kind !== 'export_statement' && kind !== 'ambient_declaration') return printType(names, node);
  return childrenOf(syntax, node)
    .filter((child) => !MODIFIERS.test(kindOf(syntax, child)))
    .map((child) => withoutModifiers(names, child))
    .join(' ');
}
