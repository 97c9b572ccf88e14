import { lineAt, lineStartsOf } from '../../../../src/core/lines.ts';
import { dedented } from './dedent.ts';
import type { Snippet } from './snippet.ts';

/** `python -c "…"`, also where another command starts the interpreter: `uv run python -Wd -c '…'`. */
const BY_OPTION = /\bpython[\d.]*(?:\.exe)?\b[^\n"']{0,80}?\s-[A-Za-z]*c\s*(["'])((?:\\[\s\S]|(?!\1)[\s\S])*)\1/g;
/** `python - <<'EOF'` up to the word that ends it. */
const AS_DOCUMENT = /\bpython[\d.]*\b[^\n]*<<-?\s*(["']?)(\w+)\1[^\n]*\n([\s\S]*?)\n[ \t]*\2\b/g;

/** What the commands of a text have Python run. */
export function commandSnippets(text: string): Snippet[] {
  if (!text.includes('python')) return [];
  const starts = lineStartsOf(text);
  const found = [
    ...[...text.matchAll(BY_OPTION)].map((match) => ({ match, code: match[2]! })),
    ...[...text.matchAll(AS_DOCUMENT)].map((match) => ({ match, code: match[3]! })),
  ];
  return found.map(({ match, code }) => {
    const first = lineAt(starts, match.index + match[0].indexOf(code));
    const text = dedented(code.replace(/\\(["'$`\\])/g, '$1'));
    return { text, lines: text.split('\n').map((_, i) => first + i) };
  });
}
