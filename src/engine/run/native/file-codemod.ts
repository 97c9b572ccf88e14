import type { NapiConfig, SgNode } from '@ast-grep/napi';
import { TREE_LANGUAGES, type TreeLanguage } from '../trees.ts';
import type { Import } from './imports/import.ts';

/** A codemod of one file at a time, written by a user and run by `omni-refactor run FILE`. */
export interface FileCodemod {
  /** What it reads; files of other languages are not handed to it. */
  readonly languages: readonly TreeLanguage[];
  /** Says what changes, by the file's methods. A call that throws fails the file, and nothing of it is changed. */
  readonly change: (file: CodemodFile, params: Readonly<Record<string, unknown>>) => void | Promise<void>;
}

/** One file and its tree. Offsets are UTF-16 units; edits are collected, and are applied once `change` has returned. */
export interface CodemodFile {
  /** From the workspace's root. */
  readonly path: string;
  readonly text: string;
  readonly language: TreeLanguage;
  /** The root of the tree that all codemods of a run share; nodes are those of ast-grep. */
  readonly root: SgNode;
  /** Nodes that match a pattern (`$A.unwrap()`) or a rule of ast-grep. */
  readonly findAll: (rule: string | NapiConfig) => SgNode[];
  /** What a variable of a pattern matched, as text; null where it matched nothing. Of `$$$A`: with what stands between. Its lines stand at depth 0. */
  readonly matched: (node: SgNode, name: string) => string | null;
  /** Text of several lines is moved to the depth at which the node begins. */
  readonly replace: (node: SgNode, text: string) => void;
  /** With its line, where nothing else stands on it. */
  readonly remove: (node: SgNode) => void;
  /** New lines in front of or behind the line of a node, at its depth. */
  readonly insertBefore: (node: SgNode, text: string) => void;
  readonly insertAfter: (node: SgNode, text: string) => void;
  /** An import at the top of the file, joined to one of the same module; nothing where it is there. */
  readonly addImport: (wanted: Import) => void;
  readonly report: (message: string) => void;
  /** Adds to a count that the report sums. */
  readonly count: (name: string, quantity?: number) => void;
}

/** Gives the types of a file codemod. */
export const defineFileCodemod = (codemod: FileCodemod): FileCodemod => codemod;

/** Throws where an object that says `languages` names one that is not read. */
export function isFileCodemod(value: unknown): value is FileCodemod {
  if (typeof value !== 'object' || value === null) return false;
  const { languages, change } = value as Partial<FileCodemod>;
  if (!Array.isArray(languages) || typeof change !== 'function') return false;
  const strange = languages.find((one) => !TREE_LANGUAGES.includes(one));
  if (strange !== undefined)
    throw new Error(`it reads ${String(strange)}, which is none of ${TREE_LANGUAGES.join(', ')}`);
  return true;
}
