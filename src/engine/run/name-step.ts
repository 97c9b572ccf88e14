import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join, resolve } from 'node:path';
import { CODEMODS, FILE_CODEMODS, SPLIT_CODEMODS } from '../../../codemods/index.ts';
import { MENDING_CODEMODS } from '../../../codemods/mending.ts';
import { SHIPPED } from '../../../codemods/shipped.ts';
import { RefactorError } from '../../core/errors.ts';
import type { Step } from './messages.ts';
import { readRules } from './rules/read-rules.ts';

export interface Typed {
  readonly name: string;
  readonly cwd: string;
  readonly params: Step['params'];
  readonly parser: string | null;
}

const RULES = new Set(['.yml', '.yaml']);

/**
 * What a typed name means: a codemod that is shipped, a file, or what a package exports. Being typed is the consent to execute it; nothing else is.
 * Throws RefactorError `codemod-not-found` | `codemod-has-command` | `rule-not-read`.
 */
export function nameStep({ name, cwd, params, parser }: Typed): Step {
  const command = commandOf(name);
  if (command !== null)
    throw new RefactorError({
      code: 'codemod-has-command',
      what: `${name} cannot be run on its own`,
      why: 'it needs more than files: a plan, a finding or a host',
      whatToDo: `Run: omni-refactor ${command}`,
    });
  if (SHIPPED.some(({ id }) => id === name)) return { kind: 'shipped', name, path: '', params, parser };
  const path = fileOf(name, cwd);
  if (path === null) throw isFolder(resolve(cwd, name)) ? noCodemod(name) : notFound(name);
  const isRules = RULES.has(extname(path));
  if (isRules) readRules(name, readFileSync(path, 'utf8'));
  return { kind: isRules ? 'rules' : 'module', name, path, params, parser };
}

function commandOf(name: string): string | null {
  const isOne = (list: readonly { readonly id: string }[]): boolean => list.some(({ id }) => id === name);
  if (isOne(SPLIT_CODEMODS)) return 'split FILE';
  if (isOne(FILE_CODEMODS)) return 'include-to-mod FILE';
  if (isOne(MENDING_CODEMODS)) return 'check --fix';
  return isOne(CODEMODS) ? 'notes FILE' : null;
}

/** A file from where it was typed, or what the packages that are installed there give by that name. */
function fileOf(name: string, cwd: string): string | null {
  const near = resolve(cwd, name);
  if (existsSync(near) && statSync(near).isFile()) return near;
  if (/^[./]/.test(name)) return null;
  try {
    return createRequire(join(cwd, 'none.js')).resolve(name);
  } catch {
    return null;
  }
}

/** Throws RefactorError `usage` where all codemods are shipped, and none of them takes an option that was typed. */
export function requireParams(steps: readonly Step[], params: Step['params']): void {
  if (steps.some(({ kind }) => kind !== 'shipped')) return;
  const taken = new Set(
    SHIPPED.filter(({ id }) => steps.some(({ name }) => name === id)).flatMap((one) => Object.keys(one.params)),
  );
  const unknown = Object.keys(params).find((name) => !taken.has(name));
  if (unknown === undefined) return;
  throw new RefactorError({
    code: 'usage',
    what: `--param ${unknown} means nothing here`,
    why: taken.size === 0 ? 'the codemods of this run take no options' : `they take ${[...taken].join(', ')}`,
    whatToDo: 'Leave it out, or see docs/codemods.md.',
  });
}

/** Letters to add, to leave out or to change between two names (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (let j = 0; j < other.length; j++)
      next.push(Math.min(row[j + 1]! + 1, next[j]! + 1, row[j]! + (letter === other[j] ? 0 : 1)));
    row = next;
  }
  return row.at(-1)!;
}

/** The shipped one that differs in two letters at most, as a question. */
function meant(name: string): string {
  const near = SHIPPED.map(({ id }) => ({ id, distance: distance(id, name) })).sort((a, b) => a.distance - b.distance);
  return near[0]!.distance <= 2 ? `Did you mean ${near[0]!.id}? ` : '';
}

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

const noCodemod = (name: string): RefactorError =>
  new RefactorError({
    code: 'codemod-not-found',
    what: `${name} is a folder, and no codemod`,
    why: 'the codemod is named first, and behind it the files and folders that it is run over',
    whatToDo: `Name the codemod: omni-refactor run CODEMOD ${name}. The shipped ones are listed by: omni-refactor run --help`,
  });

const notFound = (name: string): RefactorError =>
  new RefactorError({
    code: 'codemod-not-found',
    what: `${name} names no codemod`,
    why: 'there is no such file, none is shipped under that name, and no installed package exports it',
    whatToDo: `${meant(name)}Name a file such as ./codemods/rename.ts, one of a package (react-codemod/transforms/class), or one that is shipped: ${SHIPPED.map(({ id }) => id).join(', ')}.`,
  });
