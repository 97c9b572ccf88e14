import { posix } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { View } from '../../workspace/view.ts';
import { namedFiles } from './named-files.ts';
import { type Entries, onlyAdds } from './only-adds.ts';
import { parseData } from './parse-data.ts';

/**
 * True for a manifest or settings file that differs only by entries for files that the change adds. Judged by both texts, whoever wrote them
 * and for whatever reason: comments and layout aside, all else must be equal. A file of equal data is none: it adds nothing.
 */
export function isListEdit(before: View, after: View, path: string): boolean {
  if (before.file(path)?.state !== 'text' || after.file(path)?.state !== 'text') return false;
  try {
    return addsEntries(before, after, path);
  } catch (error) {
    // Nested so deeply that it cannot be compared.
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function addsEntries(before: View, after: View, path: string): boolean {
  const name = posix.basename(path);
  if (name === 'setup.py') return onlyAddsInCalls(before.text(path), after.text(path), namedFiles(before, after, path));
  if (name === 'meson.build')
    return onlyAddsStrings(before.text(path), after.text(path), namedFiles(before, after, path));
  if (after.file(path)!.grammar !== null) return false;
  const [old, now] = [parseData(path, before.text(path)), parseData(path, after.text(path))];
  if (old === null || now === null || isDeepStrictEqual(old, now)) return false;
  return onlyAdds(old, now, namedFiles(before, after, path));
}

const LIST = /\b(packages|py_modules)(\s*=\s*)\[([^[\]]*)\]/g;
const PLAIN = /^\s*(?:(["'])[\w.]+\1\s*(?:,\s*|$))*$/;

/** `setup(packages=["shop"])`: the lists of a script that is code, where they hold nothing but names. */
function onlyAddsInCalls(before: string, after: string, entries: Entries): boolean {
  const bare = (text: string): string => text.replace(LIST, '$1$2[]');
  if (before === after || bare(before) !== bare(after)) return false;
  const lists = (text: string): (readonly string[])[] | null => {
    const found = [...text.matchAll(LIST)].map(([, , , inner]) => inner!);
    if (!found.every((inner) => PLAIN.test(inner))) return null;
    return found.map((inner) => [...inner.matchAll(/["']([\w.]+)["']/g)].map(([, one]) => one!));
  };
  const [old, now] = [lists(before), lists(after)];
  const shipped: Entries = { ...entries, isShipped: () => true };
  return (
    old !== null && now !== null && old.length === now.length && old.every((one, i) => onlyAdds(one, now[i], shipped))
  );
}

/** `'core.py'` of a `meson.build` becomes `'core.py', '_core_a.py'`: without the strings that name added files the text is what it was. */
const onlyAddsStrings = (before: string, after: string, entries: Entries): boolean =>
  before !== after &&
  before === after.replace(/,\s*'([^'\\\n]+)'/g, (text, entry: string) => (entries.isAdded(entry, []) ? '' : text));
