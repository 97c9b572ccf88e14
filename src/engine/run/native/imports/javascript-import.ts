import type { SgNode } from '@ast-grep/napi';
import type { Import } from '../../../../../codemods/define-file-codemod.ts';
import { type Insertion, insertionAt, renamed } from './import.ts';
import { lineOnTop } from './top-of-file.ts';

/** `import { a } from 'm'` joins an import of the same module and kind; quotes and semicolons are those of the file. */
export function javascriptImport(root: SgNode, text: string, wanted: Import): Insertion | null {
  const { module, name, as, typeOnly = false } = wanted;
  const nodes = root.children();
  const imports = nodes.filter((node) => node.is('import_statement'));
  const same = imports.filter((node) => node.field('source')?.text().slice(1, -1) === module);
  if (same.some((node) => binds(node, wanted))) return null;
  if (name === undefined && same.length > 0) return null;
  if (name !== undefined && name !== 'default') {
    const named = same
      .filter((node) => isTypeOnly(node) === typeOnly)
      .map(lastSpecifier)
      .find((one) => one !== null);
    if (named) return insertionAt(named.range().end.index, `, ${renamed(name, as)}`);
  }
  const quote = imports[0]?.field('source')?.text()[0] ?? (text.includes('"') && !text.includes("'") ? '"' : "'");
  const semicolon =
    imports.length > 0 ? imports.at(-1)!.text().endsWith(';') : /;\s*$/m.test(text) || text.trim() === '';
  const line = `import ${typeOnly ? 'type ' : ''}${clause(name, as)}${quote}${module}${quote}${semicolon ? ';' : ''}`;
  return lineOnTop(text, nodes, line, { isImport: (node) => node.is('import_statement'), isHead });
}

function clause(name: string | undefined, as: string | undefined): string {
  if (name === undefined) return '';
  if (name === 'default') return `${as ?? 'module'} from `;
  return `{ ${renamed(name, as)} } from `;
}

const isTypeOnly = (node: SgNode): boolean => node.child(1)?.text() === 'type';

const specifiers = (node: SgNode): SgNode[] => node.findAll({ rule: { kind: 'import_specifier' } });

const lastSpecifier = (node: SgNode): SgNode | null => specifiers(node).at(-1) ?? null;

function binds(node: SgNode, { name, as, typeOnly = false }: Import): boolean {
  if (name === undefined || (isTypeOnly(node) && !typeOnly)) return false;
  if (name === 'default')
    return (
      node.find({ rule: { kind: 'identifier', inside: { kind: 'import_clause' }, regex: `^${as ?? 'module'}$` } }) !==
      null
    );
  return specifiers(node).some(
    (one) =>
      one
        .text()
        .replace(/^type\s+/, '')
        .replace(/\s+/g, ' ') === renamed(name, as),
  );
}

/** A `#!` line, comments in front of all code, and directives. */
const isHead = (node: SgNode): boolean =>
  node.is('hash_bang_line') ||
  node.is('comment') ||
  (node.is('expression_statement') && node.child(0)?.is('string') === true);
