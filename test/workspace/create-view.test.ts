import { expect, test } from 'vitest';
import { createView, textEntry, type ViewSource } from '../../src/workspace/create-view.ts';
import { memoryView } from '../helpers/memory-view.ts';

/** A view of one file that counts how often its text is read. */
function counted() {
  const base = memoryView({});
  const reads: string[] = [];
  const source: ViewSource = {
    ...{ files: [textEntry('a.ts', 'a;\n')], history: base.history, config: base.config, today: base.today },
    read: ({ path }) => {
      reads.push(path);
      return 'a;\n';
    },
    known: () => null,
    readManifests: () => base.manifests,
  };
  return { view: createView(source), reads };
}

test('a text is kept once it was read, but for who asks for it once', () => {
  const { view, reads } = counted();
  expect([view.textOnce('a.ts'), view.textOnce('a.ts')]).toEqual(['a;\n', 'a;\n']);
  expect(reads).toHaveLength(2);
  view.text('a.ts');
  view.text('a.ts');
  view.textOnce('a.ts');
  expect(reads).toHaveLength(3);
});

test('what is no text has none, kept or not', () => {
  const { view } = counted();
  expect(() => view.textOnce('b.ts')).toThrow('b.ts is not a file of this workspace');
});
