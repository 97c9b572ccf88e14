import fc from 'fast-check';
import type { Config } from '../../src/config/config.ts';
import { textEntry } from '../../src/workspace/create-view.ts';
import { readManifests } from '../../src/workspace/read-manifests.ts';
import type { View } from '../../src/workspace/view.ts';
import { memoryView } from './memory-view.ts';

/** A function of a generated crate. Its id stays with it through every move and rename. */
export interface Fn {
  readonly id: number;
  readonly name: string;
  /** Cognitive complexity: that many ifs beside one another. */
  readonly value: number;
  /** Changed by an edit that changes no number. */
  readonly salt: number;
  readonly doc: boolean;
}

export interface Part {
  /** Without folder and extension. */
  readonly stem: string;
  readonly how: 'mod' | 'include';
  readonly fns: readonly Fn[];
  /** A part of a split: `pub(super)` and `use super::*`. */
  readonly split: boolean;
}

/** One crate: `src/lib.rs` and the parts that it mounts or splices. */
export interface Crate {
  readonly parts: readonly Part[];
  readonly next: number;
}

export const partPath = ({ stem, how }: Part): string => `src/${stem}.${how === 'mod' ? 'rs' : 'inc'}`;

export function crateFiles({ parts }: Crate): Record<string, string> {
  const files: Record<string, string> = { 'Cargo.toml': '[package]\nname = "demo"\nedition = "2021"\n' };
  const lines = parts.map((part) => (part.how === 'mod' ? `mod ${part.stem};` : `include!("${part.stem}.inc");`));
  files['src/lib.rs'] = `${lines.join('\n')}\n`;
  for (const part of parts) files[partPath(part)] = partText(part);
  return files;
}

function partText({ how, split, fns }: Part): string {
  const head = how === 'mod' ? 'use super::*;\n\n' : '';
  const visibility = how === 'mod' ? (split ? 'pub(super) ' : 'pub ') : '';
  const path = split ? 'super::super::' : 'crate::';
  return head + fns.map((fn) => fnText(fn, visibility, path)).join('\n');
}

const fnText = ({ name, value, salt, doc }: Fn, visibility: string, path: string): string =>
  `${doc ? '/// What it does.\n' : ''}${visibility}fn ${name}(x: i32) {\n    ${path}log(${salt});\n${'    if x > 1 { go(); }\n'.repeat(value)}}\n`;

export const crateView = (crate: Crate, config: Config, baseline: string): View => {
  const files: Record<string, string> = { ...crateFiles(crate), 'omni-refactor.baseline': baseline };
  return memoryView(files, {
    files: Object.entries(files).map(([path, text]) => textEntry(path, text)),
    readManifests,
    config,
  });
};

export const fnsOf = ({ parts }: Crate): readonly Fn[] => parts.flatMap(({ fns }) => fns);

export const OPS = [
  'edit',
  'grow',
  'shrink',
  'rename-fn',
  'rename-and-edit',
  'add-fn',
  'move-fn',
  'move-and-edit',
  'move-file',
  'split',
  'to-mod',
  'to-include',
] as const;
export interface Op {
  readonly kind: (typeof OPS)[number];
  readonly a: number;
  readonly b: number;
  readonly by: number;
}

export const arbitraryOp: fc.Arbitrary<Op> = fc.record({
  kind: fc.constantFrom(...OPS),
  a: fc.nat(1000),
  b: fc.nat(1000),
  by: fc.integer({ min: 1, max: 4 }),
});

export const arbitraryCrate: fc.Arbitrary<Crate> = fc
  .array(
    fc.record({
      how: fc.constantFrom('mod' as const, 'include' as const),
      fns: fc.array(fc.record({ value: fc.nat(9), doc: fc.boolean() }), { minLength: 1, maxLength: 6 }),
    }),
    { minLength: 2, maxLength: 4 },
  )
  .map((parts) => {
    let id = 0;
    const built = parts.map(({ how, fns }, p) => ({
      stem: `part_${p}`,
      how,
      split: false,
      fns: fns.map(({ value, doc }) => ({ id: id++, name: `fn_${id}`, value, salt: id, doc })),
    }));
    return { parts: built, next: id + 1 };
  });

/** The crate after one commit, or null where the operation does not apply. */
export function applyOp(crate: Crate, { kind, a, b, by }: Op): Crate | null {
  const { parts, next } = crate;
  const p = a % parts.length;
  const part = parts[p]!;
  const f = b % Math.max(1, part.fns.length);
  const fn = part.fns[f];
  const withParts = (changed: readonly Part[]): Crate => ({ parts: changed, next: next + 1 });
  const put = (now: Part): Crate => withParts(parts.map((each, i) => (i === p ? now : each)));
  const putFn = (now: Fn): Crate => put({ ...part, fns: part.fns.map((each, i) => (i === f ? now : each)) });
  const moveFn = (now: Fn): Crate | null => {
    const to = (p + by) % parts.length;
    if (to === p) return null;
    return withParts(
      parts.map((each, i) =>
        i === p
          ? { ...each, fns: each.fns.filter((one) => one !== fn) }
          : i === to
            ? { ...each, fns: [...each.fns, now] }
            : each,
      ),
    );
  };
  if (kind === 'add-fn')
    return put({
      ...part,
      fns: [...part.fns, { id: next, name: `fn_${next}`, value: by * 2, salt: next, doc: false }],
    });
  if (kind === 'move-file') return put({ ...part, stem: `file_${next}` });
  if (kind === 'to-mod') return part.how === 'mod' ? null : put({ ...part, how: 'mod' });
  if (kind === 'to-include') return part.how === 'include' ? null : put({ ...part, how: 'include', split: false });
  if (!fn) return null;
  if (kind === 'edit') return putFn({ ...fn, salt: next + 1000 });
  if (kind === 'grow') return putFn({ ...fn, value: fn.value + by });
  if (kind === 'shrink') return fn.value < by ? null : putFn({ ...fn, value: fn.value - by });
  if (kind === 'rename-fn') return putFn({ ...fn, name: `new_${next}` });
  if (kind === 'rename-and-edit') return putFn({ ...fn, id: next, name: `new_${next}`, salt: next + 1000 });
  if (kind === 'move-fn') return moveFn(fn);
  if (kind === 'move-and-edit') return moveFn({ ...fn, salt: next + 1000 });
  if (part.fns.length < 2) return null;
  const cut = 1 + (b % (part.fns.length - 1));
  return withParts([
    ...parts.map((each, i) => (i === p ? { ...each, fns: each.fns.slice(0, cut) } : each)),
    { stem: `split_${next}`, how: 'mod', split: true, fns: part.fns.slice(cut) },
  ]);
}
