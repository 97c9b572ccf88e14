import { expect, it } from 'vitest';
import { rustSplitModule } from '../../../../../codemods/rust/split-module/index.ts';
import { changedPaths } from '../../../../../src/core/change-set.ts';
import { readManifests } from '../../../../../src/workspace/read-manifests.ts';
import { readCase } from '../../../../codemods/rust/split-cases.ts';
import { memoryView } from '../../../../helpers/memory-view.ts';
import { proveRustSyntax } from '../../../../helpers/prove-rust-syntax.ts';

/** What S says of the case `macro-call-part` when a file of the split is spoiled. */
function saidOf(path: string, from: string, to: string): string[] {
  const { view, path: facade, plan } = readCase('macro-call-part');
  const result = rustSplitModule.run(view, { path: facade, plan, notes: false });
  if (result.status !== 'changed') throw new Error('refused');
  const split = view.overlay(result.changeSet);
  const paths = changedPaths(result.changeSet);
  const texts = Object.fromEntries(split.files.map((file) => [file.path, split.text(file.path)]));
  expect(texts[path]).toContain(from);
  const after = memoryView({ ...texts, [path]: texts[path]!.replace(from, to) }, { readManifests });
  return proveRustSyntax(view, after, null, paths).flatMap(({ verdict, why }) => (verdict === 'failed' ? [why] : []));
}

it.each([
  [
    'names of a call are not re-exported',
    'src/lib.rs',
    'pub use nodes::*;',
    'pub use nodes::show;',
    'does not re-export',
  ],
  [
    'they are given on to this crate alone',
    'src/lib.rs',
    'pub use nodes::*;',
    'pub(crate) use nodes::*;',
    'does not re-export',
  ],
  ['the part does not see its parent', 'src/nodes.rs', 'use super::*;', 'use super::{node, Debug};', '`Leaf`'],
])('S rejects that %s', (_, path, from, to, says) => {
  expect(saidOf(path, from, to).join()).toContain(says);
});
