import type { SgNode } from '@ast-grep/napi';
import { firstError } from '../../languages/first-error.ts';
import { grammarOf } from '../../languages/language.ts';
import { parse } from '../../languages/parse.ts';

/** What went wrong, and what stands for a token that is missing: nothing. */
const DOUBTFUL = { rule: { any: [{ kind: 'ERROR' }, { regex: '^$' }] } };

/**
 * Where the tree shows an error, the text is read with this program's own reading, which helps the grammar over what it does not know: reading
 * each text in that way costs three times as much as the tree.
 * @param path from the workspace's root
 * @param what names the text in the message
 * Throws an Error with the 1-based line of a syntax error.
 */
export function requireSound(path: string, text: string, root: SgNode, what: string): void {
  if (root.find(DOUBTFUL) === null) return;
  const syntax = parse(text, grammarOf(path)!);
  const error = firstError(syntax);
  if (error === null) return;
  throw new Error(`${what} does not parse: line ${text.slice(0, syntax.start[error]!).split('\n').length}`);
}
