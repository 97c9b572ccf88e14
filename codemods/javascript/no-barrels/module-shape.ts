import type { SgNode } from '@ast-grep/napi';
import { hashOf } from '../../../src/core/hash.ts';
import type { CodemodFile } from '../../define-file-codemod.ts';

/** What a module exports, as far as its own text tells. */
export interface ModuleShape {
  /** It holds nothing but `export … from '…'`. */
  readonly isBarrel: boolean;
  /** Names that it defines and exports; `default` for that. */
  readonly own: ReadonlySet<string>;
  readonly passes: readonly Pass[];
}

/** One `export … from '…'`. */
export interface Pass {
  readonly source: string;
  /** By the name that it has outside, the one that it has in the other module. */
  readonly names: ReadonlyMap<string, string>;
  /** `export *`. */
  readonly isStar: boolean;
  /** `export * as name`. */
  readonly namespace: string | null;
}

/** Many files import from few barrels, so that each text is read once. By the ending, which says the language, and the hash. */
const known = new Map<string, ModuleShape | null>();

/** Null where there is no such file, or where its language is not read. */
export function shapeOf(file: CodemodFile, path: string): ModuleShape | null {
  const text = file.read(path);
  if (text === null) return null;
  const key = `${path.slice(path.lastIndexOf('.'))} ${hashOf(text)}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const root = file.tree(path);
  const shape = root === null ? null : readShape(root);
  known.set(key, shape);
  return shape;
}

function readShape(root: SgNode): ModuleShape {
  const statements = root.children().filter((child) => child.isNamed() && !child.is('comment'));
  const exporting = statements.filter((node) => node.is('export_statement'));
  const passing = exporting.filter((node) => node.field('source') !== null);
  return {
    isBarrel: statements.length > 0 && passing.length === statements.length,
    own: new Set(exporting.filter((node) => !passing.includes(node)).flatMap(ownNames)),
    passes: passing.map(readPass),
  };
}

function readPass(node: SgNode): Pass {
  const children = node.children();
  const namespace = children.find((child) => child.is('namespace_export'))?.text() ?? null;
  return {
    source: node.field('source')!.text().slice(1, -1),
    names: new Map(specifiersOf(node).map((one) => [exportedAs(one), one.field('name')!.text()])),
    isStar: children.some((child) => child.text() === '*'),
    namespace: namespace === null ? null : namespace.slice(namespace.lastIndexOf(' ') + 1),
  };
}

/** Names that a statement without a source exports. */
function ownNames(node: SgNode): string[] {
  const declared = node.field('declaration');
  return [
    ...(node.children().some((child) => child.text() === 'default') ? ['default'] : []),
    ...specifiersOf(node).map(exportedAs),
    ...(declared === null ? [] : namesOf(declared)),
  ];
}

const exportedAs = (specifier: SgNode): string => (specifier.field('alias') ?? specifier.field('name'))!.text();

const specifiersOf = (node: SgNode): SgNode[] => node.findAll({ rule: { kind: 'export_specifier' } });

function namesOf(declaration: SgNode): string[] {
  if (declaration.is('lexical_declaration') || declaration.is('variable_declaration'))
    return declaration
      .children()
      .filter((child) => child.is('variable_declarator'))
      .map((child) => child.field('name')!.text());
  const name = declaration.field('name') ?? declaration.find({ rule: { kind: 'identifier' } });
  return name === null ? [] : [name.text()];
}
