import type { Proof } from '../../../core/evidence.ts';
import { kindOf, textOf } from '../../../languages/syntax.ts';
import type { View } from '../../../workspace/view.ts';
import { readFile, type Statement } from './read-file.ts';

/**
 * Failures of S for comments that a join has lost: `# noqa`, `# type:` and `# pragma:` steer tools, each on its line. A split is asked whether
 * every comment of the file before is there after it; of a join, which is read backwards, that asks for nothing, since it is the file after that
 * would have to have them all. Comments of imports go with these, and one that stands above code in several parts may stand once.
 */
export function lostComments(before: View, after: View, gone: readonly string[]): Proof[] {
  const changed = after.files
    .filter(({ path, grammar, state }) => grammar === 'python' && state === 'text' && isOther(before, after, path))
    .map(({ path }) => path);
  const [home] = changed;
  if (home === undefined) return [];
  const left = counted(changed.flatMap((path) => commentsOf(after, path).map(({ text }) => text)));
  const known = [...changed, ...gone.filter((path) => path.endsWith('.py'))].filter(
    (path) => before.file(path)?.state === 'text',
  );
  const all = known.flatMap((path) => commentsOf(before, path));
  const wanted = counted(all.filter(({ isOfCode }) => isOfCode).map(({ text }) => text));
  for (const { text, isOfImport } of all) if (!isOfImport && !wanted.has(text)) wanted.set(text, 1);
  const lost = [...wanted].find(([text, count]) => (left.get(text) ?? 0) < count);
  if (lost === undefined) return [];
  const why = `the comment \`${lost[0]}\` is lost`;
  return [{ rung: 'S', path: home, configuration: '-', verdict: 'failed', why }];
}

const isOther = (before: View, after: View, path: string): boolean =>
  before.file(path)?.state !== 'text' || before.text(path) !== after.text(path);

interface Comment {
  readonly text: string;
  /** Inside of a statement or behind it on its line. */
  readonly isOfCode: boolean;
  readonly isOfImport: boolean;
}

function commentsOf(view: View, path: string): Comment[] {
  const syntax = view.syntax(path);
  const { statements } = readFile(view, path);
  const found: Comment[] = [];
  for (let node = 1; node < syntax.size; node++) {
    if (kindOf(syntax, node) !== 'comment') continue;
    const at = syntax.start[node]!;
    const holder = statements.find((one) => one.start <= at && at < endOfLine(syntax.text, one.end));
    const isOfImport = holder !== undefined && IMPORTING.has(holder.kind);
    const text = textOf(syntax, node).trimEnd();
    found.push({ text, isOfCode: holder !== undefined && !isOfImport, isOfImport });
  }
  return found;
}

const IMPORTING = new Set<Statement['kind']>(['import', 'future', 'type-checking', 'guarded']);

function endOfLine(text: string, end: number): number {
  const found = text.indexOf('\n', end);
  return found === -1 ? text.length : found;
}

function counted(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}
