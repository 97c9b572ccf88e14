import type { ChangeSet } from './change-set.ts';

/** What a run of codemods made of one file. */
export interface RunFile {
  readonly path: string;
  readonly status: 'changed' | 'unchanged' | 'skipped' | 'failed';
  /** Of a file that was skipped or failed. */
  readonly why: string | null;
  /** Steps whose print was taken as it is, because it could not be led back to the places that changed. */
  readonly whole: readonly { readonly step: string; readonly why: string }[];
  /** Steps that would change the file again. */
  readonly unstable: readonly string[];
  /** Where it stands afterwards, from the workspace's root; null: where it was. */
  readonly movedTo: string | null;
}

/** A run before anything is written. Every file that was found stands in `files` once. */
export interface RunResult {
  readonly codemods: readonly string[];
  readonly files: readonly RunFile[];
  readonly changeSet: ChangeSet;
  /** What transforms count (`api.stats`), summed. */
  readonly stats: Readonly<Record<string, number>>;
  /** What transforms report of a file (`api.report`). */
  readonly reports: readonly { readonly path: string; readonly text: string }[];
  /** Trees that were made for codemods that read trees; those of one file share them. */
  readonly parses: number;
  /** False: it stopped at the first failure, and the files behind it are skipped. */
  readonly isWhole: boolean;
}

export const countOf = ({ files }: RunResult, status: RunFile['status']): number =>
  files.reduce((sum, file) => sum + (file.status === status ? 1 : 0), 0);
