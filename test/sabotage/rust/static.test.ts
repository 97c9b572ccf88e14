import { describe, expect, it } from 'vitest';
import { readManifests } from '../../../src/workspace/read-manifests.ts';
import { memoryView } from '../../helpers/memory-view.ts';
import { proveRustSyntax } from '../../helpers/prove-rust-syntax.ts';
import { STATIC_HIDDEN } from './static-hidden.ts';
import { STATIC_MACROS } from './static-macros.ts';
import { STATIC_RENAMES } from './static-renames.ts';
import { type Division, STATIC_BASICS } from './static-sabotages.ts';
import { STATIC_SHADOWS } from './static-shadows.ts';
import { STATIC_TOKENS } from './static-tokens.ts';

const MANIFEST = '[package]\nname = "demo"\nversion = "0.1.0"\nedition = "2021"\n\n[features]\nnames = []\nx = []\n';

/** Files in which S fails, and what it says. */
function failed({ base, head }: Division): Map<string, string> {
  const before = memoryView({ 'Cargo.toml': MANIFEST, ...base }, { readManifests });
  const after = memoryView({ 'Cargo.toml': MANIFEST, ...head }, { readManifests });
  const paths = after.files
    .filter(({ path, grammar }) => grammar === 'rust' && (!before.file(path) || before.text(path) !== after.text(path)))
    .map(({ path }) => path);
  const proofs = proveRustSyntax(before, after, null, paths).filter(({ verdict }) => verdict !== 'proven');
  return new Map(proofs.map(({ path, why }) => [path, why]));
}

const ALL = [
  ...STATIC_BASICS,
  ...STATIC_TOKENS,
  ...STATIC_MACROS,
  ...STATIC_RENAMES,
  ...STATIC_HIDDEN,
  ...STATIC_SHADOWS,
];

describe('divisions that are right', () => {
  const right = ALL.filter(({ fails }) => fails === null);
  it.each(right.map((one) => [`${one.kind}: ${one.name}`, one] as const))('%s: proven by S', (_, one) => {
    expect([...failed(one)]).toEqual([]);
  });
});

describe('divisions that are wrong', () => {
  const wrong = ALL.filter(({ fails }) => fails !== null);
  it.each(wrong.map((one) => [`${one.kind}: ${one.name}`, one] as const))('%s: rejected by S', (_, one) => {
    expect([...failed(one).keys()]).toContain(one.fails);
  });
});

it('no name stands twice in a kind', () => {
  const names = ALL.map(({ kind, name }) => `${kind}: ${name}`);
  expect(new Set(names).size).toBe(names.length);
});
