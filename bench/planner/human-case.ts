import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outline, Unit } from '../../src/core/unit.ts';
import { extractFacts } from '../../src/languages/extract-facts.ts';
import type { Fact } from '../../src/languages/fact.ts';
import { javascriptOutline } from '../../src/languages/javascript/outline.ts';
import { pythonOutline } from '../../src/languages/python/outline.ts';
import { rustOutline } from '../../src/languages/rust/outline.ts';

/** A split that a maintainer made: names only. */
export interface HumanCase {
  readonly repo: string;
  readonly parent: string;
  readonly language: 'rust' | 'python' | 'typescript';
  readonly oldPath: string;
  readonly oldLines: number;
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly stay: readonly string[];
}

/** A list of cases, or what the miner writes. */
export function readCases(path: string): readonly HumanCase[] {
  const read = JSON.parse(readFileSync(path, 'utf8')) as
    | readonly HumanCase[]
    | { readonly cases: readonly HumanCase[] };
  return 'cases' in read ? read.cases : read;
}

/** The old file, or why it cannot be had. */
export function readOldFile(one: HumanCase, repositories: string): { text: string } | { missing: string } {
  const folder = join(repositories, one.repo.replace('/', '+'));
  const repository = [join(folder, 'repo'), folder].find((path) => existsSync(path));
  if (!repository) return { missing: `no folder ${one.repo.replace('/', '+')}` };
  try {
    const args = ['-C', repository, 'show', `${one.parent}:${one.oldPath}`];
    return {
      text: execFileSync('git', args, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] }),
    };
  } catch (error) {
    return { missing: String((error as { stderr?: string }).stderr ?? error).trim() };
  }
}

const OUTLINES = { rust: rustOutline, python: pythonOutline, typescript: javascriptOutline } as const;

export function outlineOf(text: string, language: HumanCase['language']): Outline {
  const fact = OUTLINES[language] as Fact;
  const result = extractFacts(text, language, [fact]).get(fact.id);
  if (!result || result.status === 'failed') throw new Error(result?.reason ?? 'no outline');
  return result.value as Outline;
}

export interface Item {
  /** The maintainer's file, or `stays`. */
  readonly group: string;
  /** A top-level unit, or the member of an impl that the maintainer divided. */
  readonly unit: Unit;
  /** The top-level unit that holds it. */
  readonly holder: Unit;
}

/** The maintainer's units found in the outline; a name that occurs twice takes the next unit that is not taken. */
export function itemsOf(one: HumanCase, outline: Outline): { items: Item[]; unmatched: string[] } {
  const items: Item[] = [];
  const unmatched: string[] = [];
  const taken = new Set<Unit>();
  const groups = [...Object.entries(one.groups), ['stays', one.stay] as const];
  for (const [group, names] of groups) {
    for (const name of names) {
      const found = findUnit(name, outline, taken);
      if (!found) unmatched.push(name);
      else {
        taken.add(found.unit);
        items.push({ group, ...found });
      }
    }
  }
  return { items, unmatched };
}

const NOT_MEANT = new Set(['impl', 'use', 'import', 'type-checking']);

function findUnit(name: string, outline: Outline, taken: ReadonlySet<Unit>): Omit<Item, 'group'> | undefined {
  const impl = /^(?:mod (\w+)::)?impl (?:(.*) for )?(.*)$/.exec(name);
  const top = (matches: (unit: Unit) => boolean): Omit<Item, 'group'> | undefined => {
    const candidates = outline.units.filter(matches);
    const unit = candidates.find((candidate) => !taken.has(candidate)) ?? candidates[0];
    return unit && { unit, holder: unit };
  };
  if (!impl) {
    const bare = name.replace(/^mod /, '').replace(/!$/, '');
    const named = top((unit) => !NOT_MEANT.has(unit.kind) && unit.name === bare);
    return named ?? top((unit) => !NOT_MEANT.has(unit.kind) && unit.defines.some((one) => one.name === bare));
  }
  const [, module, trait, rest] = impl;
  if (module) return top((unit) => unit.kind === 'mod' && unit.name === module);
  if (trait) {
    const wanted = ` ${bareName(trait)} for ${bareName(rest!)}`;
    return top((unit) => unit.kind === 'impl' && bareHeader(unit.id) === wanted);
  }
  const method = /^([^<]*?)::(\w+)$/.exec(rest!);
  const type = bareName(method?.[1] ?? rest!);
  if (!method) return top((unit) => unit.kind === 'impl' && !/ for /.test(unit.id) && unit.name === type);
  const member = outline.members.find(
    (candidate) =>
      candidate.name === method[2] && outline.units.some((unit) => unit.id === candidate.parent && unit.name === type),
  );
  return member && { unit: member, holder: outline.units.find((unit) => unit.id === member.parent)! };
}

const withoutGenerics = (text: string): string => {
  let depth = 0;
  let out = '';
  for (const char of text.replace(/->/g, '')) {
    if (char === '<') depth += 1;
    else if (char === '>') depth -= 1;
    else if (depth === 0) out += char;
  }
  return out;
};

const bareName = (text: string): string =>
  withoutGenerics(text)
    .replace(/^&('\w+ )?(mut )?/, '')
    .split('::')
    .pop()!
    .trim();

function bareHeader(id: string): string | null {
  const header = /^(?:unsafe )?impl\s*(.*?) for (.*?)(?: where .*)?$/.exec(withoutGenerics(id));
  return header && ` ${bareName(header[1]!)} for ${bareName(header[2]!)}`;
}
