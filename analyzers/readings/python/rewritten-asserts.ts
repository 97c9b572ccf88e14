import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import type { View } from '../../../src/workspace/view.ts';
import { escaped } from '../../namings/module-name.ts';
import { isCollected } from './collected.ts';

/** Modules that are named for it. */
const NAMED = /\b(?:register_assert_rewrite\s*\(|pytest_plugins\s*=\s*)[^)\]]*/g;

/**
 * Why pytest rewrites the asserts of a module and not those of a part beside it; null where it rewrites neither, or both. What a rewritten assert
 * says when it fails has the values in it.
 * @param parts dotted names of the parts
 */
export function rewrittenAlone(view: View, path: string, dotted: string, parts: readonly string[]): string | null {
  if (isCollected(view, path)) return 'pytest rewrites the asserts of files with such names';
  const isNamed = new RegExp(`(["'])${escaped(dotted)}\\1`);
  if (parts.every((part) => part.startsWith(`${dotted}.`))) return null;
  for (const file of view.files) {
    if (file.state !== 'text' || file.grammar !== 'python') continue;
    const text = view.text(file.path);
    for (const { 0: found, index } of text.matchAll(NAMED))
      if (isNamed.test(found)) return `${file.path}:${lineAt(lineStartsOf(text), index)} has its asserts rewritten`;
  }
  return null;
}
