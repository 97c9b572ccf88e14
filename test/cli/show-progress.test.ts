import { expect, test } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { showProgress } from '../../src/cli/show-progress.ts';

test('where stderr is not a terminal, each step that takes long gets a line', () => {
  let said = '';
  const stderr = { write: (text: string) => (said += text), isTTY: false, columns: 100 };
  const { onProgress } = showProgress({ env: {}, stderr } as unknown as Io);
  onProgress({ type: 'phase', phase: 'facts', total: 4 });
  onProgress({ type: 'step', phase: 'facts', done: 1, total: 4 });
  onProgress({ type: 'phase', phase: 'stage' });
  onProgress({ type: 'command', command: ['cargo', 'check', '\u001b[2J'], cwd: 'crates/a' });
  onProgress({ type: 'output', text: 'noise' });
  expect(said.split('\n')).toEqual(['Copying to the staging area …', '$ cargo check \\u{1b}[2J  (in crates/a)', '']);
});
