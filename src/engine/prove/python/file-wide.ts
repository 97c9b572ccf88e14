import type { View } from '../../../workspace/view.ts';
import type { Defect } from './defect.ts';
import type { SplitShape } from './split-shape.ts';

/** Comments that apply to all of a file, wherever they stand on a line of their own: to a type checker, to Cython. */
const ANYWHERE = [/^#\s*(?:mypy|pyright|pytype|basedpyright):\s*\S/, /^#\s*(?:cython|distutils)\s*:/i];
/** Those that do so above the first statement. */
const ABOVE = [
  /^#\s*type:\s*ignore\s*(?:#.*)?$/,
  /^#\s*(?:pylint:\s*skip-file|flake8\s*[:=]\s*noqa|ruff\s*:\s*noqa|isort\s*:\s*skip_file)/i,
];
/** The encoding, in the first two lines. */
const CODING = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;

/**
 * What applies to the whole file has to stand in each file that code of it came to. A comment behind code or inside of a block applies to
 * its line; one that names an encoding counts in the first two lines alone.
 */
export function fileWide(before: View, after: View, { before: old, facade, parts }: SplitShape): Defect[] {
  const wanted = fileWideIn(before.text(old.path));
  if (wanted.length === 0) return [];
  return [facade, ...parts].flatMap(({ path, statements }): Defect[] => {
    if (statements.length === 0) return [];
    const commentsAfter = new Set(fileWideIn(after.text(path)));
    const lost = wanted.find((line) => !commentsAfter.has(line));
    return lost === undefined ? [] : [{ path, why: `\`${lost}\` applies to all of ${old.path}, and is missing here` }];
  });
}

function fileWideIn(text: string): string[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const code = lines.findIndex((line) => !/^\s*(?:#|$)/.test(line));
  const isOne = (line: string, i: number): boolean =>
    ANYWHERE.some((pattern) => pattern.test(line)) ||
    ((code === -1 || i < code) && ABOVE.some((pattern) => pattern.test(line))) ||
    (i < 2 && isForeign(CODING.exec(line)?.[1]));
  return lines.flatMap((line, i) => (isOne(line, i) ? [line.trim().replace(/\s+/g, ' ')] : []));
}

/** UTF-8 is what a file without a cookie has. */
const isForeign = (encoding: string | undefined): boolean =>
  encoding !== undefined && !/^utf[-_]?8(?:[-_]sig)?$/i.test(encoding);
