import { lineAt, lineStartsOf } from '../../../../src/core/lines.ts';
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
    const lines = code.replace(/\\(["'$`\\])/g, '$1').split('\n');
    const depths = lines.filter((line) => line.trim() !== '').map((line) => /^\s*/.exec(line)![0].length);
    // The first line stands behind the quote.
    const least = Math.min(...(depths.length > 1 && depths[0] === 0 ? depths.slice(1) : depths));
    return {
      text: lines.map((line) => (/^\s/.test(line) ? line.slice(least) : line)).join('\n'),
      lines: lines.map((_, i) => first + i),
    };
  });
}
