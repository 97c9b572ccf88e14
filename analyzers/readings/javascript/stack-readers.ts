import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import { isScript } from '../../../src/languages/javascript/is-script.ts';
import type { View } from '../../../src/workspace/view.ts';
import { moduleOf } from './module-paths.ts';

/** Packages and functions that tell callers by their files, and a stack that is taken apart; one that is only shown does not count. */
const READS =
  /\bprepareStackTrace\b|\bgetCallSites?\s*\(|\bcallsites?\s*\(|\.getFileName\s*\(|['"](?:callsites?|caller-(?:callsite|path)|get-caller-file|parent-module|stack-trace|error-stack-parser|stacktracey|stack-utils|stackman)['"]|\bnew\s+Error\s*\([^()]*\)\s*\.\s*stack\b|\{\s*stack\b[^{}]*\}\s*=\s*new\s+Error\b|\.stack\b[?!]?\s*\.\s*(?:split|match|matchAll|replace|indexOf|lastIndexOf|includes|slice|substring|substr)\s*\(/;

/**
 * Where a file, or one that it imports, finds a file by the stack: what has moved stands in another one.
 * @returns `path:line`; null where nothing is seen to
 */
export function stackReader(view: View, path: string): string | null {
  const text = view.text(path);
  const asked = [
    ...text.matchAll(
      /\b(?:from|import|require)\s*\(?\s*(['"])(\.{1,2}\/[^'"\n]+|#[^'"\n]+|@?[\w-]+(?:\/[^'"\n]+)?)\1/g,
    ),
  ]
    .map(([, , name]) => moduleOf(view, path, name!))
    .filter((one) => view.file(one)?.state === 'text' && isScript(view.file(one)!.grammar));
  for (const one of [path, ...asked]) {
    const at = READS.exec(view.text(one))?.index;
    if (at !== undefined) return `${one}:${lineAt(lineStartsOf(view.text(one)), at)}`;
  }
  return null;
}
