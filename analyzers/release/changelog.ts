import type { View } from '../../src/workspace/view.ts';

export interface Changelog {
  readonly path: string;
  /** It begins with what is unreleased. */
  readonly isOpen: boolean;
  /** Versions in the order of the file. */
  readonly entries: readonly { readonly version: string /** 1-based. */; readonly line: number }[];
}

const HEADING = /^#{1,3}\s+\[?(?:[\w@/-]+[ @-])?v?(\d+\.\d+[^\s\])(]*)\]?/;
const UNRELEASED = /^#{1,3}\s+\[?(?:unreleased|next|main|master|upcoming|tbd)\b/i;

export const changelogPaths = (view: View): string[] =>
  view.files
    .filter(({ path, state }) => state === 'text' && /(?:^|\/)CHANGELOG\.md$/i.test(path))
    .map(({ path }) => path);

export function readChangelog(view: View, path: string): Changelog {
  const lines = view.text(path).split(/\r?\n/);
  const first = lines.find((line) => HEADING.test(line) || UNRELEASED.test(line));
  return {
    path,
    isOpen: first !== undefined && UNRELEASED.test(first),
    entries: lines.flatMap((line, i) => {
      const version = HEADING.exec(line)?.[1];
      return version === undefined ? [] : [{ version, line: i + 1 }];
    }),
  };
}

/** The changelog of a folder. */
export function changelogOf(view: View, dir: string): Changelog | null {
  const path = changelogPaths(view).find((one) => one.slice(0, Math.max(0, one.lastIndexOf('/'))) === dir);
  return path === undefined ? null : readChangelog(view, path);
}
