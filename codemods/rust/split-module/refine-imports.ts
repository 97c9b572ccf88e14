import type { ChangeSet } from '../../../src/core/change-set.ts';
import type { AfterEdit } from '../../../src/core/edit-after.ts';
import type { Diagnostic } from '../../../src/core/evidence.ts';
import type { View } from '../../../src/workspace/view.ts';
import { missingImports } from './add-imports.ts';
import { unusedImports } from './drop-imports.ts';
import { formOf } from './form.ts';

export type PlacedEdit = AfterEdit & { readonly path: string };

/**
 * Imports that the compiler finds unused: private ones go, or stay for tests only; what is public keeps its name and is marked as possibly
 * unused. Names and traits that the compiler misses are imported.
 */
export function importEdits(
  view: View,
  after: View,
  changeSet: ChangeSet,
  diagnostics: readonly Diagnostic[],
  notes: string[],
): PlacedEdit[] {
  const facade = changeSet.edit[0]?.path;
  if (facade === undefined) return [];
  const moved = new Map(changeSet.move.map(({ from, to }) => [from, to]));
  const written = new Set([...changeSet.edit, ...changeSet.create].map(({ path }) => moved.get(path) ?? path));
  const form = formOf(view, facade);
  const edits: PlacedEdit[] = [];
  for (const path of [...written].sort()) {
    if (after.file(path)?.state !== 'text') continue;
    const complaints = diagnostics.filter((one) => one.path === path);
    const found = [
      ...unusedImports(after, path, complaints, form, notes),
      ...missingImports(
        { before: view, after, facade: moved.get(facade) ?? facade, base: facade, form },
        path,
        complaints,
      ),
    ];
    edits.push(...found.map((edit) => ({ ...edit, path })));
  }
  return edits;
}
