import type { ChangeSet } from '../../../src/core/change-set.ts';
import { byText } from '../../../src/core/compare.ts';
import { type AfterEdit, editAfter } from '../../../src/core/edit-after.ts';
import type { Diagnostic } from '../../../src/core/evidence.ts';
import { type PythonImport, readImports } from '../../../src/languages/python/read-imports.ts';
import type { View } from '../../../src/workspace/view.ts';
import type { CodemodResult } from '../../define-codemod.ts';

/**
 * What a linter's new complaints about generated imports allow to fix without a guess: their order, names that the facade keeps for others,
 * and rules that re-exports cannot keep. Anything else is left as it is, and the split stays unproven.
 */
export function refineSplit(view: View, changeSet: ChangeSet, diagnostics: readonly Diagnostic[]): CodemodResult {
  const after = view.overlay(changeSet);
  const created = new Set(changeSet.create.map(({ path }) => path));
  const written = new Set([
    ...created,
    ...changeSet.move.map(({ to }) => to),
    ...changeSet.edit.map(({ path }) => path),
  ]);
  const notes: string[] = [];
  let refined = changeSet;
  for (const path of [...new Set(diagnostics.map((one) => one.path))].sort(byText)) {
    if (!written.has(path) || !path.endsWith('.py')) continue;
    const text = after.text(path);
    const imports = readImports(after.syntax(path)).filter(({ scope }) => scope === 'module');
    const own = diagnostics.filter((one) => one.path === path);
    const lines = importEdits(text, imports, own, !created.has(path));
    // An order that the tool gives is for the text that it saw: it comes again for the mended lines.
    const edits = lines.length > 0 ? lines : orderEdits(text, own);
    if (edits.length === 0) continue;
    notes.push(`${path}: imports are formatted as the project's linter requires (${rulesOf(own)})`);
    // A moved file's edits are booked under the path that it had.
    const home = changeSet.move.find(({ to }) => to === path)?.from ?? path;
    refined = editAfter(refined, view.text, home, apart(edits));
  }
  return { status: 'changed', changeSet: refined, notes };
}

const rulesOf = (diagnostics: readonly Diagnostic[]): string =>
  [...new Set(diagnostics.map(({ code }) => code ?? ''))].sort(byText).join(', ');

const orderEdits = (text: string, diagnostics: readonly Diagnostic[]): AfterEdit[] =>
  diagnostics
    .flatMap(({ suggestions }) => suggestions.filter((one) => isOrder(text, one)))
    .map(({ start, end, text: better }) => ({ start, end, text: better, reason: 'import' }));

/** A suggestion that only writes the same imports in another order or layout. */
function isOrder(text: string, { start, end, text: better }: { start: number; end: number; text: string }): boolean {
  const words = (code: string): string =>
    (code.match(/[\w.*]+/g) ?? [])
      .filter((word) => word !== 'from' && word !== 'import')
      .sort(byText)
      .join(' ');
  const old = text.slice(start, end);
  return (
    /^\s*(from|import)\b/.test(old) &&
    [...new Set(words(old).split(' '))].join() === [...new Set(words(better).split(' '))].join()
  );
}

const UNUSED = new Set(['F401', 'reportUnusedImport']);

function importEdits(
  text: string,
  imports: readonly PythonImport[],
  diagnostics: readonly Diagnostic[],
  facade: boolean,
): AfterEdit[] {
  const edits = new Map<string, AfterEdit>();
  const ignored = new Map<number, Set<string>>();
  for (const { start, end, code, message, suggestions } of diagnostics) {
    const item = imports.find((one) => one.start < end && one.end > start);
    const [tool, rule = ''] = (code ?? '').split(' ');
    if (!item) continue;
    const unused = UNUSED.has(rule);
    // A part imports what it uses: one that is not used there is a defect, and is not to be hidden.
    if (unused && !facade) continue;
    const alias = unused ? aliasEdit(text, item, start, end, message) : null;
    const line = text.slice(start, end);
    const ordered = suggestions.some((one) => isOrder(text, one));
    if (alias) edits.set(`${alias.start}`, alias);
    else if (tool === 'ruff' && !ordered && !line.includes('#')) addTo(ignored, start + line.trimEnd().length, rule);
  }
  for (const [end, rules] of ignored)
    edits.set(`noqa ${end}`, {
      start: end,
      end,
      text: `  # noqa: ${[...rules].sort(byText).join(', ')}`,
      reason: 'import',
    });
  return [...edits.values()];
}

const addTo = (rules: Map<number, Set<string>>, offset: number, rule: string): unknown =>
  rules.set(offset, (rules.get(offset) ?? new Set<string>()).add(rule));

/** `import json` -> `import json as json`: kept for those who import it from here. Null for a dotted or renamed one. */
function aliasEdit(text: string, item: PythonImport, start: number, end: number, message: string): AfterEdit | null {
  const quoted = /["\u0060]([\w.]+)["\u0060]/.exec(message)?.[1];
  const name = quoted?.slice(quoted.lastIndexOf('.') + 1);
  const one = item.names.find((known) => known.alias === null && known.name === name);
  if (!one) return null;
  const from = Math.max(item.start, item.from?.end ?? item.start, start);
  const offset = new RegExp(`(?<![\\w.])${name}(?![\\w.])(?!\\s+as\\b)`).exec(
    text.slice(from, Math.min(item.end, end)),
  );
  if (!offset) return null;
  const behind = from + offset.index + name!.length;
  return { start: behind, end: behind, text: ` as ${name}`, reason: 'import' };
}

/** In order, and without those that touch an earlier one: they come again in the next round. */
function apart(edits: readonly AfterEdit[]): AfterEdit[] {
  const kept: AfterEdit[] = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = kept[kept.length - 1];
    if (!last || edit.start >= last.end) kept.push(edit);
  }
  return kept;
}
