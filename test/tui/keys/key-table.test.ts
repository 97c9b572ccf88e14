import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { keyTables } from '../../../src/tui/keys/key-table.ts';

test('the documentation lists the keys as they are', () => {
  const text = readFileSync(new URL('../../../docs/tui.md', import.meta.url), 'utf8');
  expect(text.slice(text.indexOf('## Keys\n\n') + '## Keys\n\n'.length).trimEnd()).toBe(keyTables());
});
