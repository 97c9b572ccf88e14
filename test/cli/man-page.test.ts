import { expect, test } from 'vitest';
import { manPage } from '../../src/cli/man-page.ts';
import { commandTable } from '../../src/cli/write-command-table.ts';

test('the manual page holds every command and option, and no line is a request by accident', async () => {
  const rows = await commandTable();
  const page = manPage(rows, '1.2.3');
  const plain = page.replaceAll('\\-', '-');
  for (const { name, options } of rows) {
    expect(plain).toMatch(new RegExp(`^\\.SS ${name}(?: |$)`, 'm'));
    for (const { flags } of options) expect(plain).toContain(`.B ${flags}`);
  }
  const requests = page.split('\n').filter((line) => /^[.']/.test(line));
  expect([...new Set(requests.map((line) => line.split(' ')[0]))].sort()).toEqual(
    ['.B', '.I', '.PP', '.RI', '.SH', '.SS', '.TH', '.TP', '.fi', '.nf'].sort(),
  );
  expect(page).not.toMatch(/\\(?![-e&])/);
});

test('what the texts hold is printed as it stands', () => {
  const after = '\nExamples:\n  $ a\\b\n.hidden\n';
  const row = { name: 'x', description: "'quoted'", arguments: [], options: [], after, commands: [] };
  expect(manPage([row], '1')).toContain(".SS x\n\\&'quoted'\n.PP\n.nf\nExamples:\n  $ a\\eb\n\\&.hidden\n.fi\n");
});
