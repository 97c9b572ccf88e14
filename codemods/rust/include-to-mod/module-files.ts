import { compositionOf } from '../../../analyzers/composition/rust/facts.ts';
import type { FilledModule } from '../../../analyzers/composition/rust/filled-modules.ts';
import type { Edit } from '../../../src/core/change-set.ts';
import { readAttributes } from '../../../src/languages/rust/attributes.ts';
import { isBuiltinAttribute } from '../../../src/languages/rust/builtin-attributes.ts';
import { plainName } from '../../../src/languages/rust/plain-name.ts';
import { readItems } from '../../../src/languages/rust/read-items.ts';
import { childByField, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { cutOf } from '../../cut-of.ts';
import { mountOf } from './mount-of.ts';

/** Why an inline module that an included file fills cannot have that file as its own; null if it can. */
export function whyNoModuleFile(view: View, host: string, { part, item, body }: FilledModule): string | null {
  const syntax = view.syntax(host);
  const strange = readAttributes(syntax, item.attributes).find(
    ({ path }) => !isBuiltinAttribute(path) || path === 'path' || path === 'cfg_attr',
  );
  if (strange) return `\`#[${strange.path}]\` of its module may not mean the same for a file`;
  if (part.attributes.length > 0) return 'it has attributes of its own in an inline module';
  if (syntax.text.slice(part.end, syntax.end[body]! - 1).trim() !== '')
    return 'something stands behind it in an inline module';
  return null;
}

/** `mod tests { use super::*; include!("tests.rs"); }` -> `mod tests;`: the imports go to the head of the file. Paths, names and audiences stay. */
export function writeModuleFile(view: View, host: string, folder: string, filled: FilledModule): Map<string, Edit[]> {
  const { part, item, body } = filled;
  const syntax = view.syntax(host);
  const name = childByField(syntax, item.node, 'name');
  const start = syntax.start[item.node]!;
  const newline = syntax.text.includes('\r\n') ? '\r\n' : '\n';
  const indent = /[ \t]*$/.exec(syntax.text.slice(0, start))![0];
  // Modules of an included file lie beside it, as they do where `#[path]` mounts it.
  const plain = compositionOf(view, part.path).mods.length === 0;
  const mount = mountOf({ host, folder, name: plainName(textOf(syntax, name)), part: part.path, plain });
  const edits: Edit[] = [{ start: syntax.end[name]!, end: syntax.end[body]!, text: ';', reason: 'mod-line' }];
  if (mount !== null) edits.unshift({ start, end: start, text: `${mount}${newline}${indent}`, reason: 'mod-line' });
  const head = headOf(syntax, filled);
  const offset = firstItemOf(view.syntax(part.path));
  const written = new Map([[host, edits]]);
  if (head !== '')
    written.set(part.path, [{ start: offset, end: offset, text: `${head}${newline}${newline}`, reason: 'import' }]);
  return written;
}

/** What stands in front of the `include!`, one level of indentation less. */
function headOf({ start, text }: Syntax, { part, body }: FilledModule): string {
  const indent = /[ \t]*$/.exec(text.slice(0, part.start))![0];
  return text
    .slice(start[body]! + 1, part.from)
    .split('\n')
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line.trimStart()))
    .join('\n')
    .trim();
}

function firstItemOf(syntax: Syntax): number {
  const { items, headerEnd } = readItems(syntax, 0);
  return items[0] ? cutOf(syntax.text, items[0], headerEnd).start : syntax.text.length;
}
