import { lineAt, lineStartsOf } from '../../../../src/core/lines.ts';
import { dedented } from './dedent.ts';
import type { Snippet } from './snippet.ts';

/** `python -c "…"`, whatever stands for the interpreter: `$PY -Wd -c '…'`. What is no Python does nothing as such. */
const BY_OPTION = /(?<=\s)-[A-Za-z]*c\s*(["'])((?:\\[\s\S]|(?!\1)[\s\S])*)\1/g;
/** `python - <<'EOF'` up to the word that ends it. */
const AS_DOCUMENT = /\bpython[\d.]*\b[^\n]*<<-?\s*(["']?)(\w+)\1[^\n]*\n([\s\S]*?)\n[ \t]*\2\b/g;

/** What the commands of a text have Python run, also where a shell is told the command: `sh -c 'python -c "…"'`. */
export function commandSnippets(text: string): Snippet[] {
  const starts = lineStartsOf(text);
  const found = [
    ...insideToo(text, BY_OPTION).map((match) => ({ match, code: match[2]! })),
    ...[...text.matchAll(AS_DOCUMENT)].map((match) => ({ match, code: match[3]! })),
  ];
  return found.map(({ match, code }) => {
    const first = lineAt(starts, match.index + match[0].indexOf(code));
    const snippet = dedented(code.replace(/\\(["'$`\\])/g, '$1'));
    return { text: snippet, lines: snippet.split('\n').map((_, i) => first + i) };
  });
}

/** The matches of a pattern, those that begin within another one among them. */
function insideToo(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  const from = new RegExp(pattern);
  for (let match = from.exec(text); match !== null; match = from.exec(text)) {
    found.push(match);
    from.lastIndex = match.index + 1;
  }
  return found;
}
