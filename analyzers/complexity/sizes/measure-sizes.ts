import { type LineStarts, lineAt } from '../../../src/core/lines.ts';
import type { Node, Syntax } from '../../../src/languages/syntax.ts';
import { LINE } from '../count-lines.ts';
import type { Halstead } from './halstead.ts';
import { readTokens, type Tokens } from './read-tokens.ts';
import type { Sizes } from './sizes.ts';

/** Measures parts of a file; each is given by its topmost node, 0 is the file. */
export function openSizes(syntax: Syntax, starts: LineStarts, kindsOfLines: Uint8Array): (node: Node) => Sizes {
  const tokens = readTokens(syntax);
  const seen = new Int32Array(tokens.different).fill(-1);
  let part = 0;
  return (node) => {
    const end = syntax.after[node]!;
    const first = node === 0 ? 0 : lineAt(starts, syntax.start[node]!) - 1;
    const behind =
      node === 0 ? kindsOfLines.length : lineAt(starts, Math.max(syntax.start[node]!, syntax.end[node]! - 1));
    part += 1;
    return {
      ...linesOf(kindsOfLines, first, behind),
      statements: indexOf(tokens.statements, end) - indexOf(tokens.statements, node),
      exits: indexOf(tokens.exits, end) - indexOf(tokens.exits, node),
      halstead: halsteadOf(tokens, indexOf(tokens.nodes, node), indexOf(tokens.nodes, end), seen, part),
    };
  };
}

function linesOf(
  kinds: Uint8Array,
  first: number,
  behind: number,
): Pick<Sizes, 'lines' | 'code' | 'comment' | 'blank'> {
  let code = 0;
  let blank = 0;
  for (let line = first; line < behind; line++) {
    if (kinds[line] === LINE.code) code += 1;
    else if (kinds[line] === LINE.blank) blank += 1;
  }
  const lines = behind - first;
  return { lines, code, comment: lines - code - blank, blank };
}

/** `seen` holds the part in which each number occurred last: no set has to be emptied between parts. */
function halsteadOf(tokens: Tokens, from: number, to: number, seen: Int32Array, part: number): Halstead {
  const { ids, firstOperand } = tokens;
  let n1 = 0;
  let n2 = 0;
  let N1 = 0;
  for (let i = from; i < to; i++) {
    const id = ids[i]!;
    const isNew = seen[id] !== part;
    if (isNew) seen[id] = part;
    if (id < firstOperand) {
      N1 += 1;
      if (isNew) n1 += 1;
    } else if (isNew) n2 += 1;
  }
  return { n1, n2, N1, N2: to - from - N1 };
}

/** How many of the sorted numbers lie before `bound`. */
function indexOf(sorted: ArrayLike<number>, bound: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
