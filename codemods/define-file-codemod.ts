import type { NapiConfig, SgNode } from '@ast-grep/napi';
import type { TreeLanguage } from '../src/languages/tree-language.ts';

/** A codemod of one file at a time, shipped or written by a user, and run by `omni-refactor run`. */
export interface FileCodemod {
  /** What it reads; files of other languages are not handed to it. */
  readonly languages: readonly TreeLanguage[];
  /** Says what changes, by the file's methods. A call that throws fails the file, and nothing of it is changed. */
  readonly change: (file: CodemodFile, params: Readonly<Record<string, unknown>>) => void | Promise<void>;
}

/** One that is shipped and run by its name. */
export interface ShippedCodemod extends FileCodemod {
  /** `<language>/<name>`; the folder has the same name. */
  readonly id: string;
  /** One line of the help: what it does. */
  readonly title: string;
  /** What `--param` takes, each with one line. */
  readonly params: Readonly<Record<string, string>>;
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
  /** The text between two offsets is written anew, as it is given. */
  readonly edit: (start: number, end: number, text: string) => void;
  /** The file gets another path, from the workspace's root. Where something stands already, the file fails. */
  readonly moveTo: (path: string) => void;
  /** What stands at a path from the workspace's root, also where git ignores it. */
  readonly exists: (path: string) => 'file' | 'folder' | null;
  /** The text of another file; null where there is none. If it changes before the run writes, nothing is written. */
  readonly read: (path: string) => string | null;
  /** The tree of another file; null where there is none, or where its language is not read. */
  readonly tree: (path: string) => SgNode | null;
  /** Says in the report why a place stays as it is. */
  readonly leave: (node: SgNode, why: string) => void;
  /** The whole file stays as it is, and is counted under that reason. Throws. */
  readonly refuse: (why: string) => never;
  readonly report: (message: string) => void;
  /** Adds to a count that the report sums. */
  readonly count: (name: string, quantity?: number) => void;
}

/** A name that a file is to import. */
export interface Import {
  /** `typing`, `./a.js`, `std::collections`. */
  readonly module: string;
  /** None: the module itself (Python), or for its effects (JavaScript). `default` is JavaScript's default export. */
  readonly name?: string;
  /** The name that it has in the file. */
  readonly as?: string;
  /** TypeScript's `import type`. */
  readonly typeOnly?: boolean;
}

/** Gives the types of a file codemod. */
export const defineFileCodemod = <Given extends FileCodemod>(codemod: Given): Given => codemod;
