/** Stands for a name that is put together by macros. */
export const ANY_NAME = '*';

/** `#[path = "parts/all.inc"]`, `include!("tables.inc")`, `include!(…)`. */
const NAMED =
  /(?:#\s*\[\s*|\bcfg_attr\s*\([^\]]*\b)path\s*=\s*r?#*"([^"]*)"|\binclude\s*!\s*(?:[([{]\s*"([^"\\]*)"\s*,?\s*[)\]}]|([([{/]))/g;

/** Several texts joined, of which the last ends like a source of Rust. */
const JOINED = /include\s*!\s*[([{]\s*concat\s*!\s*\([^()]*(?:\([^()]*\)[^()]*)*\.rs"\s*,?\s*\)/y;

/** Names of files that are no sources by their names and that a Rust file may mount or splice, from its characters alone. */
export function namedParts(text: string): string[] {
  const names = new Set<string>();
  for (const { 1: mounted, 2: spliced, index } of text.matchAll(NAMED)) {
    const path = mounted ?? spliced;
    JOINED.lastIndex = index;
    if (path === undefined) {
      if (!JOINED.test(text)) names.add(ANY_NAME);
    } else if (path.includes('\\')) names.add(ANY_NAME);
    else if (!path.endsWith('.rs')) names.add(path.slice(path.lastIndexOf('/') + 1));
  }
  return [...names];
}
