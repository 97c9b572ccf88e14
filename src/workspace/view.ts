import type { Config } from '../config/config.ts';
import type { ChangeSet } from '../core/change-set.ts';
import type { History } from '../git/history.ts';
import type { Tag } from '../git/read-tags.ts';
import type { Fact, FactResult } from '../languages/fact.ts';
import type { Grammar } from '../languages/language.ts';
import type { Syntax } from '../languages/syntax.ts';
import type { Manifests } from './manifests.ts';

export interface FileEntry {
  /** Relative to the workspace, with `/`. */
  readonly path: string;
  readonly grammar: Grammar | null;
  readonly bytes: number;
  /** Permission bits. */
  readonly mode: number;
  /** Only `text` files can be read; the rest are listed and counted, never changed. */
  readonly state: 'text' | 'symlink' | 'binary' | 'not-utf8' | 'too-large' | 'unreadable';
  /** SHA-256 of the bytes, or `git:<blob id>` where git vouches for them; '' if unreadable. */
  readonly key: string;
}

/** A synchronous, read-only snapshot of a workspace, bound to the bytes it was opened on. */
export interface View {
  /** Sorted by path in code-unit order. */
  readonly files: readonly FileEntry[];
  file(path: string): FileEntry | undefined;
  /** What stands at a path, also where git or the configuration leaves it out: an ignored `node_modules`. Nothing of it can be read. */
  stands(path: string): 'file' | 'folder' | null;
  /** The file's text; a BOM stays as its first character. Throws RefactorError for a file that is not text, unknown, or changed since. */
  text(path: string): string;
  /** The same for who reads a file once and keeps nothing: the texts of all files may be more than fits into memory. */
  textOnce(path: string): string;
  /** Parsed at each call that is not the last file again; `grammar` reads a fragment such as `parts.inc` as Rust. */
  syntax(path: string, grammar?: Grammar): Syntax;
  facts<Value, State>(path: string, fact: Fact<Value, State>, grammar?: Grammar): FactResult<Value>;
  readonly manifests: Manifests;
  /** The files whose text the manifests were read from; with the list of files all that they depend on. */
  readonly manifestFiles: readonly string[];
  readonly history: History;
  /** All that the history depends on, so that it can be compared without being read; null where that is not known. */
  readonly historyMark: string | null;
  /** Tags in the history of HEAD; null where nobody asked, or where they cannot be told. */
  readonly tags: readonly Tag[] | null;
  readonly config: Config;
  /** ISO day, UTC; read once by the face. */
  readonly today: string;
  /**
   * What `make` makes of this view alone, as plain data: taken from an earlier run where all that it read is the same.
   * @param name unique among all that are remembered
   */
  remembered<Result>(name: string, make: (view: View) => Result): Result;
  /** What is remembered by a name and still holds; null where it has to be made. Not within what is remembered itself. */
  recalled<Result>(name: string): Result | null;
  /** The same workspace as if the change set had been applied. */
  overlay(changeSet: ChangeSet): View;
}
