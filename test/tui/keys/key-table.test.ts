import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Context, DEFAULT_KEYS } from '../../../src/config/screen/key-table.ts';
import { CONTEXT_TITLES } from '../../../src/tui/keys/context-titles.ts';
import { showKey } from '../../../src/tui/keys/keymap.ts';

test('the documentation lists the keys as they are', () => {
  const page = new URL('../../../docs/tui.md', import.meta.url);
  const text = readFileSync(page, 'utf8');
  const head = text.slice(0, text.indexOf('## Keys\n\n') + '## Keys\n\n'.length);
  if (process.env.UPDATE) writeFileSync(page, `${head}${keyTables()}\n`);
  else expect(text.slice(head.length).trimEnd()).toBe(keyTables());
});

const cell = (text: string): string => text.replaceAll('|', '\\|');

function keyTables(): string {
  return (Object.keys(CONTEXT_TITLES) as Context[])
    .map((context) => {
      const rows = DEFAULT_KEYS.filter((binding) => binding.context === context).map(
        ({ keys, action, about }) =>
          `| ${keys.map((key) => `\`${cell(showKey(key))}\``).join(' ')} | ${action === 'quit-now' ? '' : `\`${action}\``} | ${cell(about)} |`,
      );
      return [
        `### ${CONTEXT_TITLES[context]}: \`${context}\``,
        '',
        '| key | action | what it does |',
        '| --- | --- | --- |',
        ...rows,
      ].join('\n');
    })
    .join('\n\n');
}
