import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { outlineJavascript } from '../../../src/languages/javascript/outline.ts';
import { grammarOf } from '../../../src/languages/language.ts';
import { parse } from '../../../src/languages/parse.ts';
import { namesOfStatement } from './babel-names.ts';

interface BabelParser {
  parse(text: string): unknown;
}
const getParser = createRequire(import.meta.url)('jscodeshift/src/getParser.js') as (name: string) => BabelParser;

/** Files of installed packages that nobody here wrote. */
function installedFiles(): string[] {
  const paths = (readdirSync('node_modules', { recursive: true }) as string[])
    .filter((path) => /\.(d\.[cm]?ts|ts|tsx|mjs)$/.test(path))
    .sort();
  return paths
    .map((path) => join('node_modules', path))
    .filter((path) => statSync(path).isFile() && statSync(path).size < 60_000);
}

test('the same declarations in the same order as @babel/parser', () => {
  const parser = { ts: getParser('ts'), tsx: getParser('tsx') };
  const differences: string[] = [];
  let [files, statements, refused, partial] = [0, 0, 0, 0];
  const all = installedFiles();
  const step = Math.max(1, Math.floor(all.length / 300));
  for (const path of all.filter((_, i) => i % step === 0)) {
    const text = readFileSync(path, 'utf8');
    const grammar = grammarOf(path) === 'typescript' ? 'ts' : 'tsx';
    const theirs = tryNames(text, parser[grammar]);
    if (theirs === null) {
      refused += 1;
      continue;
    }
    const syntax = parse(text, grammarOf(path)!);
    if (syntax.errors.length > 0) {
      partial += 1;
      continue;
    }
    const outline = outlineJavascript(syntax);
    const ours = outline.units.flatMap((unit) => unit.defines.map(({ name }) => name));
    files += 1;
    statements += theirs.length;
    if (once(ours).join() !== once(theirs).join())
      differences.push(`${path}: ${firstDifference(once(ours), once(theirs))}`);
    const ids = [...outline.units, ...outline.members].map(({ id }) => id);
    expect(new Set(ids).size, path).toBe(ids.length);
  }
  console.log(`@babel/parser: ${statements} names in ${files} files; it refused ${refused}, our grammar ${partial}`);
  expect(differences).toEqual([]);
  expect(files).toBeGreaterThan(200);
  // tree-sitter-typescript 0.23 lacks `export default function (): void;`, `out T`, `import('m').T<U>[]` …: such files are marked partial.
  expect(partial).toBeLessThan(files / 10);
});

/** Each name where it first stands: units hold the rest. */
const once = (names: readonly string[]): string[] => [...new Set(names)];

function firstDifference(ours: readonly string[], theirs: readonly string[]): string {
  const at = ours.findIndex((name, i) => name !== theirs[i]);
  return at === -1 ? `${ours.length} | ${theirs.length} ${theirs[ours.length]}` : `${ours[at]} | ${theirs[at]}`;
}

function tryNames(text: string, parser: BabelParser): string[] | null {
  try {
    return (parser.parse(text) as { program: { body: unknown[] } }).program.body.flatMap(namesOfStatement);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
