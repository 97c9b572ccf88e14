import type { Edit } from '../../../src/core/change-set.ts';
import type { Plan } from '../../../src/core/plan.ts';

const INNER_DOC = /^[ \t]*\/\/!.*$/gm;
const SHEBANG = /^#![^[\r\n].*\r?\n/;

/**
 * The plan's module map as the facade's own documentation: behind the inner docs that it has, else first in the file (after a BOM and a
 * shebang), where an inner doc may stand before everything else. No links: they would name private modules in public docs.
 */
export function facadeNotes(text: string, plan: Plan, newline: string): Edit {
  const lines = [
    '//! Parts of this module:',
    '//!',
    ...plan.modules.map(({ name, why }) => `//! - \`${name}\`: ${why.replace(/\s+/g, ' ')}`),
  ];
  const header = text.slice(0, firstItem(text));
  const docs = [...header.matchAll(INNER_DOC)].at(-1);
  if (docs) {
    const offset = docs.index + docs[0].trimEnd().length;
    return { start: offset, end: offset, text: ['', '//!', ...lines].join(newline), reason: 'notes' };
  }
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  const offset = bom + (SHEBANG.exec(text.slice(bom))?.[0].length ?? 0);
  return { start: offset, end: offset, text: [...lines, '', ''].join(newline), reason: 'notes' };
}

/** Where the lines that may hold inner docs end: comments, inner attributes and blank lines come before. */
function firstItem(text: string): number {
  let position = 0;
  for (const line of text.split('\n')) {
    if (!/^\uFEFF?\s*(\/\/|#!|$)/.test(line)) return position;
    position += line.length + 1;
  }
  return text.length;
}
