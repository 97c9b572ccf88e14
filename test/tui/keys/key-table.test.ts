import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CONTEXT_TITLES } from '../../../src/tui/keys/context-titles.ts';
import { type Context, KEYMAP, showKey } from '../../../src/tui/keys/keymap.ts';

test('the documentation lists the keys as they are', () => {
  const text = readFileSync(new URL('../../../docs/tui.md', import.meta.url), 'utf8');
  expect(text.slice(text.indexOf('## Keys\n\n') + '## Keys\n\n'.length).trimEnd()).toBe(keyTables());
});

const cell = (text: string): string => text.replaceAll('|', '\\|');

function keyTables(): string {
  return (Object.keys(CONTEXT_TITLES) as Context[])
    .map((context) => {
      const rows = KEYMAP.filter((binding) => binding.context === context).map(
        ({ keys, about }) => `| ${keys.map((key) => `\`${cell(showKey(key))}\``).join(' ')} | ${cell(about)} |`,
      );
      return [`### ${CONTEXT_TITLES[context]}`, '', '| key | what it does |', '| --- | --- |', ...rows].join('\n');
    })
    .join('\n\n');
}
