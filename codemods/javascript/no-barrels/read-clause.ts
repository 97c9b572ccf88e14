import type { SgNode } from '@ast-grep/napi';

export interface ImportedName {
  /** As it is exported; `default` for that. */
  readonly name: string;
  readonly local: string;
  readonly isType: boolean;
}

export interface Clause {
  readonly isTypeOnly: boolean;
  readonly names: readonly ImportedName[];
}

/** The names of an import; a reason where it is not a list of names. */
export function readClause(node: SgNode): Clause | string {
  if (node.find({ rule: { kind: 'comment' } }) !== null) return 'a comment stands in it';
  if (node.find({ rule: { kind: 'import_attribute' } }) !== null) return 'it has attributes';
  const clause = node.children().find((child) => child.is('import_clause'));
  if (clause === undefined) return 'it is there for its effects';
  if (clause.find({ rule: { kind: 'namespace_import' } }) !== null) return 'it takes the whole namespace';
  const isTypeOnly = node.child(1)?.text() === 'type';
  const names: ImportedName[] = clause
    .children()
    .filter((child) => child.is('identifier'))
    .map((child) => ({ name: 'default', local: child.text(), isType: isTypeOnly }));
  for (const specifier of clause.findAll({ rule: { kind: 'import_specifier' } })) {
    const name = specifier.field('name')!.text();
    const isType = isTypeOnly || /^type\s/.test(specifier.text());
    names.push({ name, local: specifier.field('alias')?.text() ?? name, isType });
  }
  return names.length === 0 ? 'it names nothing' : { isTypeOnly, names };
}
