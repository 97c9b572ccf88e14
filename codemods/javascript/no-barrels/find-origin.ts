import type { SgNode } from '@ast-grep/napi';
import type { CodemodFile } from '../../define-file-codemod.ts';
import { resolveRelative } from '../resolve-relative.ts';
import { isBarrel } from './is-barrel.ts';

/** The module that has a name, and what it calls it; `default` for that. */
export interface Origin {
  readonly path: string;
  readonly name: string;
}

const MOST = 20;

/** Follows a name through barrels. Null where it is not certain: not found, found twice, or a namespace. */
export function findOrigin(file: CodemodFile, path: string, name: string, depth = 0): Origin | null {
  const root = file.tree(path);
  if (root === null || depth > MOST) return null;
  if (!isBarrel(root)) return exportsName(root, name) ? { path, name } : null;
  const statements = root.children().filter((child) => child.is('export_statement'));
  if (statements.some((node) => isNamespace(node, name))) return null;
  const follow = (node: SgNode, next: string): Origin | null => {
    const found = resolveRelative({ ...file, path }, node.field('source')!.text().slice(1, -1));
    return typeof found === 'string' ? UNKNOWN : findOrigin(file, found.path, next, depth + 1);
  };
  for (const node of statements) {
    const specifier = specifiersOf(node).find((one) => exportedAs(one) === name);
    if (specifier !== undefined) return known(follow(node, specifier.field('name')!.text()));
  }
  const stars = statements.filter((node) => node.children().some((child) => child.text() === '*'));
  // `export *` leaves out the default export.
  const found = name === 'default' ? [] : stars.flatMap((node) => follow(node, name) ?? []);
  return found.length === 1 ? known(found[0]!) : null;
}

/** What another package exports is not read: it may have the name as well. */
const UNKNOWN: Origin = { path: '', name: '' };

const known = (origin: Origin | null): Origin | null => (origin === UNKNOWN ? null : origin);

const isNamespace = (node: SgNode, name: string): boolean =>
  node.children().some((child) => child.is('namespace_export') && child.text().endsWith(` ${name}`));

const exportedAs = (specifier: SgNode): string => (specifier.field('alias') ?? specifier.field('name'))!.text();

const specifiersOf = (node: SgNode): SgNode[] => node.findAll({ rule: { kind: 'export_specifier' } });

/** Whether a module that is no barrel exports a name by itself. */
function exportsName(root: SgNode, name: string): boolean {
  return root.children().some((node) => {
    if (!node.is('export_statement')) return false;
    if (name === 'default') return node.children().some((child) => child.text() === 'default');
    if (node.field('source') === null && specifiersOf(node).some((one) => exportedAs(one) === name)) return true;
    const declared = node.field('declaration');
    return declared !== null && namesOf(declared).includes(name);
  });
}

function namesOf(declaration: SgNode): string[] {
  if (declaration.is('lexical_declaration') || declaration.is('variable_declaration'))
    return declaration
      .children()
      .filter((child) => child.is('variable_declarator'))
      .map((child) => child.field('name')!.text());
  const name = declaration.field('name') ?? declaration.find({ rule: { kind: 'identifier' } });
  return name === null ? [] : [name.text()];
}
