import { posix } from 'node:path';
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';

/** A manifest or settings file as plain data; null where it is none that is read, or is broken. */
export function parseData(path: string, text: string): unknown {
  const read = readerOf(path);
  if (read === null) return null;
  try {
    return read(text.replace(/^\ufeff/, ''));
  } catch {
    // Whatever the parser's reason: what cannot be read is not understood.
    return null;
  }
}

function readerOf(path: string): ((text: string) => unknown) | null {
  const name = posix.basename(path);
  if (/\.toml$/.test(name)) return parseToml;
  if (/\.(?:json|jsonc|json5)$|^\.eslintrc$|^\.prettierrc$/.test(name)) return (text) => JSON.parse(plainJson(text));
  if (/\.ya?ml$/.test(name)) return (text) => parseYaml(text, { maxAliasCount: 50 });
  if (/\.(?:cfg|ini)$|^\.(?:coveragerc|flake8|pylintrc)$/.test(name)) return parseIni;
  if (name === 'MANIFEST.in') return (text) => ({ commands: rowsOf(text, /^\s*#/) });
  return null;
}

/** JSON with comments and commas before closing brackets, as compilers read their settings. */
function plainJson(text: string): string {
  const tokens = text.match(/"(?:\\.|[^"\\])*"|\/\/[^\n]*|\/\*[\s\S]*?\*\/|[\s\S]/g) ?? [];
  return tokens
    .filter((token) => !/^\/[/*]/.test(token))
    .join('')
    .replace(/("(?:\\.|[^"\\])*")|,(?=\s*[\]}])/g, (_, quoted: string | undefined) => quoted ?? '');
}

const rowsOf = (text: string, comment: RegExp): string[] =>
  text.split(/\r?\n/).filter((row) => row.trim() !== '' && !comment.test(row));

/**
 * Sections, keys, and values as lists of words: one a row of a value that goes on, or one between commas. Throws for a row that is none of
 * these, and for a key that stands twice: two texts must not look equal where they are not.
 */
function parseIni(text: string): Record<string, Record<string, string[]>> {
  const found: Record<string, Record<string, string[]>> = {};
  let section: Record<string, string[]> | null = null;
  let value: string[] | null = null;
  for (const row of rowsOf(text, /^\s*[#;]/)) {
    const header = /^\[(.*)\]\s*$/.exec(row)?.[1];
    const [, key, first = ''] = /^([^\s=:][^=:]*?)\s*[=:]\s*(.*)$/.exec(row) ?? [];
    if (header !== undefined) {
      if (Object.hasOwn(found, `[${header}]`)) throw new SyntaxError('a section stands twice');
      section = {};
      value = null;
      found[`[${header}]`] = section;
    } else if (key !== undefined) {
      if (section === null || Object.hasOwn(section, key))
        throw new SyntaxError('a key stands twice, or in no section');
      value = wordsIn(first);
      section[key] = value;
    } else if (value !== null && /^\s/.test(row)) value.push(...wordsIn(row));
    else throw new SyntaxError('a row that is not part of a value');
  }
  return found;
}

const wordsIn = (text: string): string[] =>
  text
    .split(/\s*,\s*|\s+/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
