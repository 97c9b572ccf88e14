import { isNamed, kindOf, type Node, namedChildrenOf, type Syntax, textOf } from '../../../src/languages/syntax.ts';

const OPAQUE = /^(?:string|string_literal|raw_string_literal|template_string|char_literal|regex|.*comment|jsx_text)$/;

/** The texts that stand in a file and what lies between them; strings and comments are one text. */
function pieces(syntax: Syntax): { gap: string; text: string; kind: string }[] {
  const found: { gap: string; text: string; kind: string }[] = [];
  let at = 0;
  for (let node = 0; node < syntax.size; ) {
    const opaque = isNamed(syntax, node) && OPAQUE.test(kindOf(syntax, node));
    const leaf = syntax.after[node] === node + 1;
    if ((opaque || leaf) && syntax.end[node]! > syntax.start[node]!) {
      const gap = syntax.text.slice(at, syntax.start[node]!);
      found.push({ gap, text: textOf(syntax, node), kind: kindOf(syntax, node) });
      at = syntax.end[node]!;
    }
    node = opaque ? syntax.after[node]! : node + 1;
  }
  found.push({ gap: syntax.text.slice(at), text: '', kind: 'end' });
  return found;
}

/** More white space and comments wherever white space stands; `next` gives numbers from 0 up to its argument. */
export function reformat(syntax: Syntax, next: (below: number) => number): string {
  const python = syntax.grammar === 'python';
  const lines = python
    ? ['\n', '\n\n', '  # if a and b:\n', '\nINDENT# for\n']
    : ['\n', '\n\n\t', ' // if (a && b)\n', '\n/* for */ \n'];
  const spaces = python ? [' ', '   '] : [' ', '  \t', ' /* a || b */ '];
  let behindComment = false;
  return pieces(syntax)
    .map(({ gap, text, kind }) => {
      const breaks = /^\s*\n\s*$/.test(gap);
      const line = lines[behindComment ? next(2) : next(4)]!;
      const changed = breaks
        ? gap.replace('\n', line.replace('INDENT', gap.slice(gap.lastIndexOf('\n') + 1)))
        : gap === ' ' && !behindComment
          ? spaces[next(spaces.length)]!
          : gap;
      behindComment = kind.endsWith('comment');
      return changed + text;
    })
    .join('');
}

/** `Result` and the macros of the standard library mean something to clippy. */
const KEPT = /^(?:self|Self|cls|super|_|\w*Result|matches|assert\w*|debug_assert\w*)$/;

/** Every name gets a tail, the same everywhere. */
export const rename = (syntax: Syntax): string =>
  pieces(syntax)
    .map(({ gap, text, kind }) => gap + text + (/identifier(?:_pattern)?$/.test(kind) && !KEPT.test(text) ? '_q' : ''))
    .join('');

/** The file's items in reverse order, each with the comments and attributes that stand above it. */
export function reverseItems(syntax: Syntax): string {
  const chunks: string[] = [];
  let at = 0;
  for (const item of namedChildrenOf(syntax, 0) as Node[]) {
    if (/comment|attribute_item/.test(kindOf(syntax, item))) continue;
    const newline = syntax.text.indexOf('\n', syntax.end[item]!);
    const end = newline === -1 ? syntax.text.length : newline + 1;
    if (end <= at) continue;
    chunks.push(syntax.text.slice(at, end));
    at = end;
  }
  chunks.push(syntax.text.slice(at));
  return chunks
    .reverse()
    .map((chunk) => (chunk.endsWith('\n') ? chunk : `${chunk}\n`))
    .join('');
}
