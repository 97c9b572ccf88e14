import { dirname, extname, relative } from 'node:path/posix';
import type { Edit } from '../../../../src/core/change-set.ts';
import { type JsonNode, stringOf } from '../../../../src/workspace/javascript/read-jsonc.ts';

/** A list of names or globs in a JSON file, and how its entries are read. */
export interface NameList {
  readonly file: string;
  readonly text: string;
  readonly node: JsonNode;
  /** Folder that the entries begin at. */
  readonly folder: string;
  /** It knows no globs. */
  readonly literal?: boolean;
  /** @param path relative to the workspace */
  readonly holds: (entry: string, path: string) => boolean;
}

/**
 * The entries that stand for the parts, behind the one that holds the file: `lib/*.js` brings `lib/m/*.js`.
 * @param parts those that no entry holds
 * @returns null where no entry holds the file by itself, or the list's form is not understood
 */
export function extendList(list: NameList, path: string, parts: readonly string[]): Edit | null {
  const { node, text, folder, holds } = list;
  if (node.kind !== 'array' || parts.length === 0) return null;
  const index = node.items.findIndex((item) => {
    const entry = stringOf(item);
    return entry !== null && !entry.startsWith('!') && holds(entry, path);
  });
  const item = node.items[index];
  if (!item) return null;
  const entry = stringOf(item)!;
  const [lead] = /^(\.?\/)?/.exec(entry)!;
  const added = entriesFor(list, entry, path, parts).map((one) => lead + relative(folder, one));
  // Where each entry has a line of its own, so has the new one.
  const before = text.slice(index === 0 ? node.start + 1 : node.items[index - 1]!.end, item.start);
  const space = /\n[ \t]*$/.exec(before)?.[0] ?? ' ';
  const written = added.map((one) => `,${space}${JSON.stringify(one)}`).join('');
  return { start: item.end, end: item.end, text: written, reason: 'manifest' };
}

/** One glob where all parts lie in a folder of their own, else each by name. */
function entriesFor(
  { folder, holds, literal }: NameList,
  entry: string,
  path: string,
  parts: readonly string[],
): string[] {
  const home = dirname(parts[0]!);
  if (literal === true || home === dirname(path)) return [...parts];
  const last = entry.slice(entry.lastIndexOf('/') + 1);
  const ending = /\.d\.[mc]?ts$/.exec(parts[0]!)?.[0] ?? extname(parts[0]!);
  const globs = [...(/[*?[{]/.test(last) ? [last] : []), `*${ending}`].map((one) => `${home}/${one}`);
  const fitting = globs.find((one) => parts.every((part) => holds(relative(folder, one), part)));
  return [fitting ?? globs[globs.length - 1]!];
}
