/** Why a byte changed. Closed for splits: the S rung checks that every base range is used exactly once. */
export const EDIT_REASONS = [
  'visibility',
  'path-prefix',
  'attribute-path',
  'macro-path',
  'file-literal',
  'doc-link',
  'impl-header',
  'import',
  'mod-line',
  'dots',
  'facade',
  'manifest',
  'format',
  'moved', // a cut whose bytes return in a `from`
  'header', // licence, cookie, linter line copied to a part
  'identity', // the __name__ or globals device
  'notes',
  'cycle-break',
  'free', // codemods that are not splits: S is not run
] as const;
export type EditReason = (typeof EDIT_REASONS)[number];

export interface Edit {
  /** UTF-16 offsets, always into the base file. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly reason: EditReason;
}

/** Bytes of a created file: a range of a base file (with edits whose offsets are into that base file), or new text. */
export type Part =
  | {
      readonly from: { readonly path: string; readonly start: number; readonly end: number };
      readonly edits?: readonly Edit[];
    }
  | { readonly text: string; readonly reason: EditReason };

export interface BaseFile {
  readonly path: string;
  /** SHA-256 of the bytes, hex. */
  readonly hash: string;
  /** Permission bits: 0o644, 0o755. */
  readonly mode: number;
}

/** The only thing that a codemod returns and the only thing that can be applied. Paths are relative to the workspace, with `/`. */
export interface ChangeSet {
  /** Every file that is read by offset or changed. */
  readonly base: readonly BaseFile[];
  readonly edit: readonly { readonly path: string; readonly edits: readonly Edit[] }[];
  readonly create: readonly { readonly path: string; readonly mode: number; readonly parts: readonly Part[] }[];
  readonly move: readonly { readonly from: string; readonly to: string }[];
  readonly delete: readonly { readonly path: string }[];
}

export const EMPTY_CHANGE_SET: ChangeSet = { base: [], edit: [], create: [], move: [], delete: [] };

export const isEmptyChangeSet = (set: ChangeSet): boolean =>
  set.edit.length + set.create.length + set.move.length + set.delete.length === 0;

/** The paths whose bytes differ after the change set: created, edited, moved to; sorted, without those that are gone then. */
export const changedPaths = (set: ChangeSet): string[] => {
  const moved = new Map(set.move.map(({ from, to }) => [from, to]));
  const edited = set.edit.map(({ path }) => moved.get(path) ?? path);
  return [...new Set([...edited, ...set.create.map(({ path }) => path), ...moved.values()])].sort();
};
