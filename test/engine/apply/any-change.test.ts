import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ChangeSet, EMPTY_CHANGE_SET } from '../../../src/core/change-set.ts';
import { hashOf } from '../../../src/core/hash.ts';
import { SILENT } from '../../../src/core/progress.ts';
import { renderChangeSet } from '../../../src/core/render-change-set.ts';
import { applyChangeSets } from '../../../src/engine/apply/apply-change-sets.ts';
import { undoLast } from '../../../src/engine/apply/undo-last.ts';
import { editsOf, sourceText } from '../../helpers/arbitrary-edits.ts';
import { readTree } from '../../helpers/disk-tree.ts';
import { applyOptions, lockedWorkspace } from '../../helpers/locked-workspace.ts';

const MODES = [0o644, 0o600, 0o755, 0o444, 0o664];

const anyFile = sourceText.chain((text) =>
  fc.record({
    text: fc.constant(text),
    mode: fc.constantFrom(...MODES),
    edits: editsOf(text),
    fate: fc.constantFrom('stay', 'edit', 'edit', 'delete', 'move', 'edit and move'),
  }),
);

/** A tree of up to six files in folders, and a change set that edits, deletes and moves some and creates others. */
const anyChange = fc
  .tuple(
    fc.array(anyFile, { minLength: 1, maxLength: 6 }),
    fc.array(fc.tuple(sourceText, fc.constantFrom(...MODES)), { maxLength: 3 }),
  )
  .map(([files, created]) => {
    const named = files.map((file, index) => ({ ...file, path: `${'d/'.repeat(index % 3)}f${index}.py` }));
    const set: ChangeSet = {
      ...EMPTY_CHANGE_SET,
      base: named.map(({ path, text, mode }) => ({ path, hash: hashOf(text), mode })),
      edit: named
        .filter(({ fate }) => fate.startsWith('edit'))
        .map(({ path, edits }) => ({ path, edits: edits.map((edit) => ({ ...edit, reason: 'free' as const })) })),
      create: created.map(([text, mode], index) => ({
        path: `new/${'e/'.repeat(index)}c${index}.py`,
        mode,
        parts: [
          { text, reason: 'free' as const },
          { from: { path: named[0]!.path, start: 0, end: named[0]!.text.length } },
        ],
      })),
      move: named.filter(({ fate }) => fate.endsWith('move')).map(({ path }) => ({ from: path, to: `moved/${path}` })),
      delete: named.filter(({ fate }) => fate === 'delete').map(({ path }) => ({ path })),
    };
    return { named, set };
  });

test('the tree after an apply is the rendered change set; after the undo it is what it was', async () => {
  await fc.assert(
    fc.asyncProperty(anyChange, async ({ named, set }) => {
      const tree = Object.fromEntries(named.map(({ path, text, mode }) => [path, { bytes: text, mode }]));
      const { root, lock } = await lockedWorkspace({ ...tree, link: '-> f0.py' });
      const before = readTree(root);
      const receipt = await applyChangeSets(applyOptions(lock, set));

      const expected = { ...before };
      const modeOf = (path: string): number => named.find((file) => file.path === path)!.mode;
      for (const file of renderChangeSet(set, (path) => named.find((each) => each.path === path)!.text)) {
        const base = set.move.find(({ to }) => to === file.path)?.from ?? file.path;
        if (file.kind === 'deleted') delete expected[file.path];
        else if (file.kind === 'moved') expected[file.path] = before[file.from]!;
        else {
          const text = Buffer.from(file.text).toString('latin1');
          expected[file.path] = `${(file.mode ?? modeOf(base)).toString(8)} ${text}`;
        }
      }
      const files = (all: Record<string, string>) =>
        Object.fromEntries(Object.entries(all).filter(([path]) => !path.endsWith('/')));
      expect(files(readTree(root))).toEqual(files(expected));

      if (receipt === null) return;
      await undoLast({ lock, onProgress: SILENT });
      expect(readTree(root)).toEqual(before);
    }),
    { numRuns: 60 },
  );
});
