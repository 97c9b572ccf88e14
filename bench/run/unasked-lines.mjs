import { diffArrays, diffLines } from 'diff';

/**
 * Lines of a text diff that hold no token which differs: what a printer laid out anew. Tokens are those of TypeScript's compiler, which is neither
 * the parser of jscodeshift nor that of a rule.
 */
export function unaskedLines(ts, path, before, after) {
  const sides = [before, after].map((text) => tokensOf(ts, path, text));
  const tokens = differing(diffArrays(...sides.map((list) => list.map(({ text }) => text))));
  const asked = sides.map((list, side) => new Set(list.filter((_, i) => tokens[side].has(i)).flatMap(linesOf)));
  const lines = differing(diffLines(before, after));
  return [0, 1].reduce((sum, side) => sum + [...lines[side]].filter((line) => !asked[side].has(line)).length, 0);
}

/** What a diff takes from the one side and brings on the other, by their places in the two lists. */
const differing = (diff) => [placesOf(diff, 'added', 'removed'), placesOf(diff, 'removed', 'added')];

/** Of one side, which has none of what is `absent` and loses what is `marked`. */
function placesOf(diff, absent, marked) {
  const own = diff.filter((part) => !part[absent]);
  const found = own.flatMap((part, i) => {
    const at = own.slice(0, i).reduce((sum, { count }) => sum + count, 0);
    return part[marked] ? Array.from({ length: part.count }, (_, k) => at + k) : [];
  });
  return new Set(found);
}

const linesOf = ({ first, last }) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

function tokensOf(ts, path, text) {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const tokens = [];
  const visit = (node) => {
    const children = node.getChildren(file);
    if (children.length > 0) for (const child of children) visit(child);
    else if (node.getWidth(file) > 0) {
      const [first, last] = [node.getStart(file), node.end].map((at) => file.getLineAndCharacterOfPosition(at).line);
      tokens.push({ text: node.getText(file), first, last });
    }
  };
  visit(file);
  return tokens;
}
