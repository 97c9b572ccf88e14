import { relative, resolve, sep } from 'node:path';
import type { View } from '../../../../workspace/view.ts';

/**
 * Reads the code at places that rustc names: `src/m.rs:6:1: 6:15`, lines and characters from 1. Qualifiers are left out (`super::Foo` is
 * `Foo`): the same header stands in two modules. A place outside the workspace stays what it is.
 * @param cwd where rustc was started
 */
export function createSourceAt(view: View, root: string, cwd: string): (place: string) => string {
  const texts = new Map<string, readonly string[] | null>();
  const known = new Map<string, string>();
  const linesOf = (file: string): readonly string[] | null => {
    const path = relative(root, resolve(cwd, file)).split(sep).join('/');
    return view.file(path)?.state === 'text'
      ? view
          .text(path)
          .replace(/^\uFEFF/, '')
          .split(/\r?\n/)
      : null;
  };
  return (place) => {
    const found = known.get(place);
    if (found !== undefined) return found;
    const [, file, ...numbers] = /^(.*):(\d+):(\d+): (\d+):(\d+)$/.exec(place)!;
    if (!texts.has(file!)) texts.set(file!, linesOf(file!));
    const lines = texts.get(file!) ?? null;
    const text = lines ? cutOut(lines, numbers.map(Number)) : place;
    known.set(place, text);
    return text;
  };
}

function cutOut(lines: readonly string[], [fromLine, fromChar, toLine, toChar]: readonly number[]): string {
  const picked = lines.slice(fromLine! - 1, toLine).map((line, i) => {
    const chars = [...line];
    const end = fromLine! + i === toLine ? toChar! - 1 : chars.length;
    return chars.slice(i === 0 ? fromChar! - 1 : 0, end).join('');
  });
  return picked
    .join(' ')
    .replace(/\/\*.*?\*\//g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\b(?:\w+::)+/g, '')
    .trim();
}
