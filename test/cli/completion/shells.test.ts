import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { shellHome, TYPED, typeInShell } from '../../helpers/type-in-shell.ts';

const home = shellHome();
afterAll(home.remove);

test.each(TYPED)('bash: %s', async (line, wanted) => {
  const setup = `source ${join(home.folder, 'bash')}`;
  const command = ['bash', '--norc', '--noprofile', '-i'] as const;
  expect(await typeInShell(home, { command: [...command], setup, line, wanted })).toContain(wanted);
});
