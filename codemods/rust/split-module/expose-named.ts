import type { ChangeSet, Edit } from '../../../src/core/change-set.ts';
import type { Diagnostic } from '../../../src/core/evidence.ts';
import { readVisibility } from '../../../src/languages/rust/read-visibility.ts';
import { childByField, kindOf, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { formOf } from './form.ts';

const PRIVATE = new Set(['E0603', 'E0616', 'E0624', 'E0451', 'E0423', 'E0532']);
const NAMED = new Set([
  'function_item',
  'function_signature_item',
  'const_item',
  'static_item',
  'type_item',
  'struct_item',
  'enum_item',
  'union_item',
  'trait_item',
  'field_declaration',
]);

/** Gives `pub(super)`, the audience that they had, to the moved private things that a compiler says somebody else reads. */
export function exposeNamed(
  view: View,
  changeSet: ChangeSet,
  diagnostics: readonly Diagnostic[],
  notes: string[],
): ChangeSet {
  const names = new Set(
    diagnostics
      .filter(({ code }) => PRIVATE.has(code ?? ''))
      .flatMap(
        ({ message }) =>
          (
            /(?:field|method|associated \w+|function|constant|static|struct|enum|trait|type alias|tuple struct constructor) `([\w:]+)`/.exec(
              message,
            )?.[1] ?? ''
          )
            .split('::')
            .pop() ?? [],
      ),
  );
  names.delete('');
  if (names.size === 0) return changeSet;
  const found: Edit[] = [];
  for (const { path } of changeSet.edit)
    found.push(...privateNamed(view.syntax(path), names, formOf(view, path).parent));
  let changed = false;
  const create = changeSet.create.map((file) => ({
    ...file,
    parts: file.parts.map((part) => {
      if (!('from' in part)) return part;
      const edits = part.edits ?? [];
      const missing = found.filter(
        ({ start }) =>
          start >= part.from.start &&
          start < part.from.end &&
          !edits.some((edit) => edit.start === start && edit.reason === 'visibility' && edit.text !== ''),
      );
      if (missing.length === 0) return part;
      changed = true;
      return { from: part.from, edits: [...edits, ...missing].sort((a, b) => a.start - b.start || a.end - b.end) };
    }),
  }));
  if (!changed) return changeSet;
  notes.push(`the compiler asked for the old audience of ${[...names].sort().join(', ')}`);
  return { ...changeSet, create };
}

function privateNamed(syntax: Syntax, names: ReadonlySet<string>, text: string): Edit[] {
  const edits: Edit[] = [];
  for (let node = 0; node < syntax.size; node++) {
    if (!NAMED.has(kindOf(syntax, node)) || inFixedList(syntax, node)) continue;
    const name = childByField(syntax, node, 'name');
    if (name === -1 || !names.has(textOf(syntax, name).replace(/^r#/, ''))) continue;
    const visibility = readVisibility(syntax, node);
    if (visibility.kind === 'private')
      edits.push({ start: visibility.start, end: visibility.start, text, reason: 'visibility' });
  }
  return edits;
}

// Items of a trait, of a trait's impl, of a function body or of an inner module: their visibility is not the split module's.
function inFixedList(syntax: Syntax, node: number): boolean {
  const parent = syntax.parent[node]!;
  const kind = kindOf(syntax, parent);
  if (kind === 'source_file') return false;
  // A variant's fields are as visible as the enum.
  if (kind === 'field_declaration_list') return kindOf(syntax, syntax.parent[parent]!) === 'enum_variant';
  if (kind !== 'declaration_list') return true;
  const block = syntax.parent[parent]!;
  return (
    !(kindOf(syntax, block) === 'impl_item' && childByField(syntax, block, 'trait') === -1) &&
    kindOf(syntax, block) !== 'foreign_mod_item'
  );
}
