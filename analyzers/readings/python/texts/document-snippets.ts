import type { Snippet } from './snippet.ts';

const PROMPT = /^[ \t>*-]*?(?:>>>|\.\.\.)(?: (.*))?$/;

/** The input of all interactive sessions of a text, as one: a document's examples build on each other. */
export function doctestSnippet(text: string): Snippet | null {
  if (!text.includes('>>>')) return null;
  return picked(text, (line) => {
    const found = PROMPT.exec(line.replace(/\r$/, ''));
    return found === null ? null : (found[1] ?? '');
  });
}

const FENCE = /^[ \t>]*(`{3,}|~{3,})\s*(?:\{?\.?(?:code-cell\}?\s*)?)?([\w+-]*)/;
const PYTHON = /^(?:py|python|python3|ipython|ipython3|pycon|py3)$/i;

/** Blocks of Markdown that say that they are Python, or say nothing. */
export function fencedSnippets(text: string): Snippet[] {
  const found: Snippet[] = [];
  let open: { readonly fence: string; readonly from: number; readonly isPython: boolean } | null = null;
  const lines = text.split('\n');
  lines.forEach((line, i) => {
    const [, fence, language = ''] = FENCE.exec(line) ?? [];
    if (open !== null && fence?.startsWith(open.fence)) {
      if (open.isPython) found.push(between(lines, open.from, i));
      open = null;
    } else if (open === null && fence !== undefined)
      open = { fence, from: i + 1, isPython: language === '' || PYTHON.test(language) };
  });
  return found;
}

/** Lines that are set in, less the shallowest of them in each block: code of reStructuredText, and of Markdown without fences. */
export function indentedSnippet(text: string): Snippet | null {
  const lines = text.split('\n');
  const snippets: Snippet[] = [];
  for (let i = 0; i < lines.length; i++) {
    if (!isSetIn(lines[i]!)) continue;
    const from = i;
    while (i < lines.length && (isSetIn(lines[i]!) || lines[i]!.trim() === '')) i++;
    snippets.push(between(lines, from, i));
  }
  return snippets.length === 0
    ? null
    : { text: snippets.map((one) => one.text).join('\n'), lines: snippets.flatMap((one) => one.lines) };
}

const isSetIn = (line: string): boolean => /^(?: {2,}|\t)\S/.test(line) && !/^\s+(?:[:*-] |\d+\. |:[\w-]+:)/.test(line);

/** @param from the index of the first line, `to` of the one behind the last */
function between(lines: readonly string[], from: number, to: number): Snippet {
  const block = lines.slice(from, to).map((line) => line.replace(/\r$/, ''));
  const depths = block.filter((line) => line.trim() !== '').map((line) => /^\s*/.exec(line)![0].length);
  const least = Math.min(...depths, Number.MAX_SAFE_INTEGER);
  return { text: block.map((line) => line.slice(least)).join('\n'), lines: block.map((_, i) => from + i + 1) };
}

function picked(text: string, pick: (line: string) => string | null): Snippet | null {
  const rows = text.split('\n').map((line, i) => ({ code: pick(line), line: i + 1 }));
  const found = rows.filter((row): row is { code: string; line: number } => row.code !== null);
  if (found.length === 0) return null;
  return { text: found.map(({ code }) => code).join('\n'), lines: found.map(({ line }) => line) };
}
