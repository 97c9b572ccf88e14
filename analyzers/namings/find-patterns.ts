import { posix } from 'node:path';
import { lineAt, lineStartsOf } from '../../src/core/lines.ts';
import { translateGlob } from '../../src/workspace/compile-glob.ts';
import type { View } from '../../src/workspace/view.ts';
import type { Naming } from './find-namings.ts';

/** Settings whose patterns keep to one folder where `*` stands, by the folder that they begin at: the workspace's, or their own. */
const PATTERNED: readonly (readonly [RegExp, 'workspace' | 'own', string])[] = [
  [/(^|\/)\.github\/workflows\/|(^|\/)\.gitlab-ci\.ya?ml$|(^|\/)\.circleci\//, 'workspace', 'what CI runs for'],
  [/(^|\/)(BUILD|BUCK|TARGETS)(\.bazel|\.v2|\.plz|\.pants)?$/, 'own', 'the sources of another build'],
  [/(^|\/)(\.coveragerc|\.?codecov\.ya?ml)$/, 'own', 'what coverage counts'],
  [/(^|\/)(pyproject\.toml|setup\.cfg|tox\.ini|mypy\.ini|\.mypy\.ini)$/, 'own', 'what a setting is for'],
];

/** Sections of tools whose `*` crosses folders: a new file in a folder of its own is named all the same. */
const CROSSING = /ruff|flake8|black|isort|pylint|pytest|setuptools|hatch|poetry|pdm|options/;

/**
 * Patterns of settings that name a file and not all that is made of it (H86): what is checked, built or watched by them would be less, and
 * nothing would report it.
 * @param added the files that a divided file becomes
 */
export function findPatterns(view: View, named: string, added: readonly string[]): Naming[] {
  return view.files.flatMap(({ path, state }) => {
    const [, home, what] = PATTERNED.find(([file]) => file.test(path)) ?? [];
    if (state !== 'text' || home === undefined) return [];
    const from = home === 'own' ? posix.dirname(path) : '.';
    return [
      ...patternsIn({ text: view.text(path), path }, named, added, { from, what: what! }),
      ...ownFolder(view, path, named, added),
    ];
  });
}

/** In quotes, or a word of its own. */
const PATTERN = /["']([^"'\n]*\*[^"'\n]*)["']|[\w./@*?{}!-]*\*[\w./@*?{}!-]*/g;

function patternsIn(
  { text, path }: { readonly text: string; readonly path: string },
  named: string,
  added: readonly string[],
  { from, what }: { readonly from: string; readonly what: string },
): Naming[] {
  const starts = lineStartsOf(text);
  return [...text.matchAll(PATTERN)].flatMap((found) => {
    const pattern = found[1] ?? found[0];
    const glob = posix.join(from, pattern);
    if (pattern.startsWith('!') || glob.startsWith('..') || crosses(text, found.index)) return [];
    const test = new RegExp(`^${translateGlob(glob)}$`, 'su');
    const missing = added.find((one) => !test.test(one));
    if (!test.test(named) || missing === undefined) return [];
    const why = `a pattern for ${what}, \`${pattern}\`, does not hold ${missing} (H86)`;
    const start = found.index + found[0].indexOf(pattern);
    return [{ path, line: lineAt(starts, start), start, end: start + pattern.length, names: named, why }];
  });
}

/** The section of a TOML or INI file that a place stands in belongs to a tool whose patterns reach below. */
function crosses(text: string, offset: number): boolean {
  const header = [...text.slice(0, offset).matchAll(/^\[+([^\]\n]*)\]+\s*$/gm)].at(-1);
  return header !== undefined && CROSSING.test(header[1]!);
}

/** A target of Pants that takes the files of its own folder. */
function ownFolder(view: View, path: string, named: string, added: readonly string[]): Naming[] {
  const folder = posix.dirname(path);
  if (!/(^|\/)BUILD(\.pants)?$/.test(path) || posix.dirname(named) !== folder) return [];
  const text = view.text(path);
  const target = /^(?:python_sources|python_library)\((?![^)]*\bsources\s*=)/m.exec(text);
  const apart = added.find((one) => posix.dirname(one) !== folder && !view.file(`${posix.dirname(one)}/BUILD`));
  if (!target || apart === undefined) return [];
  const line = lineAt(lineStartsOf(text), target.index);
  const why = `a target that takes the files of its own folder: ${apart} needs one in its folder (H86)`;
  return [{ path, line, start: target.index, end: target.index + target[0].length, names: named, why }];
}
