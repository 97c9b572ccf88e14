import type { SgNode } from '@ast-grep/napi';
import type { Import } from '../../../../../codemods/define-file-codemod.ts';
import { type Insertion, insertionAt, renamed } from './import.ts';
import { lineOnTop } from './top-of-file.ts';

/** `from typing import Any` joins an import from `typing`; `import os` is a line of its own. */
export function pythonImport(root: SgNode, text: string, { module, name, as }: Import): Insertion | null {
  const nodes = root.children();
  if (module === '__future__') return futureImport(nodes, text, renamed(name ?? module, as));
  const wanted = renamed(name ?? module, as);
  if (name !== undefined) {
    const same = nodes.filter(
      (node) => node.is('import_from_statement') && node.field('module_name')?.text() === module,
    );
    const names = same.flatMap((node) => node.fieldChildren('name'));
    if (names.some((one) => one.text().replace(/\s+/g, ' ') === wanted)) return null;
    const last = same[0]?.fieldChildren('name').at(-1);
    if (last !== undefined) return insertionAt(last.range().end.index, `, ${wanted}`);
  } else if (importsModule(nodes, wanted)) return null;
  const line = name === undefined ? `import ${wanted}` : `from ${module} import ${wanted}`;
  return lineOnTop(text, nodes, line, { isImport, isHead });
}

/** Nothing but comments and the docstring may stand in front of it. */
function futureImport(nodes: readonly SgNode[], text: string, name: string): Insertion | null {
  const futures = nodes.filter((node) => node.is('future_import_statement'));
  const names = futures.flatMap((node) => node.fieldChildren('name'));
  if (names.some((one) => one.text().replace(/\s+/g, ' ') === name)) return null;
  const last = names.at(-1);
  if (last !== undefined) return insertionAt(last.range().end.index, `, ${name}`);
  const line = `from __future__ import ${name}`;
  const head = nodes.slice(0, nodes.findIndex((node) => !isHead(node)) >>> 0);
  return lineOnTop(text, head, line, { isImport: () => false, isHead });
}

const importsModule = (nodes: readonly SgNode[], wanted: string): boolean =>
  nodes.some((node) => node.is('import_statement') && node.fieldChildren('name').some((one) => one.text() === wanted));

const isImport = (node: SgNode): boolean => /^(?:future_)?import_(?:from_)?statement$/.test(node.kind() as string);

/** Comments in front of all code, and the docstring. */
const isHead = (node: SgNode): boolean =>
  node.is('comment') || (node.is('expression_statement') && node.child(0)?.is('string') === true);
