import { expect, test } from 'vitest';
import { runOmni } from '../helpers/run-omni.ts';
import { tempRepository } from '../helpers/temp-repository.ts';

const fn = (name: string, ifs: number): string => `fn ${name}(x: i32) {\n${'    if x > 1 { go(); }\n'.repeat(ifs)}}\n`;
const CONFIG = '[budget]\nfile-lines = 20\nfunction-cognitive = 5\n';

interface Told {
  readonly findings: readonly { rule: string; symbol: string | null; place: { path: string }; limit: number | null }[];
  readonly compared: { unchanged: number } | null;
}

test('says what a branch made worse against the merge base, and only that', async () => {
  const repo = tempRepository();
  const check = async (...args: string[]) => {
    const { exitCode, stdout } = await runOmni(repo.root, ['check', '--json', ...args]);
    const { findings, compared } = JSON.parse(stdout) as Told;
    return {
      exitCode,
      found: findings.map(({ rule, place, symbol, limit }) => `${rule} ${symbol ?? place.path} ${limit}`),
      compared,
    };
  };
  repo.commit({ 'omni-refactor.toml': CONFIG, 'a.rs': fn('a', 30), 'b.rs': fn('b', 8), 'd.rs': fn('d', 12) });
  repo.git('checkout', '-q', '-b', 'work');
  expect((await check()).exitCode).toBe(1);
  expect(await check('--affected', 'main')).toMatchObject({ exitCode: 0, found: [], compared: { unchanged: 4 } });

  repo.commit({ 'b.rs': fn('b', 9), 'new.rs': fn('fresh', 6), 'd.rs': null, 'moved.rs': fn('d', 12) });
  const worse = await check('--affected', 'main');
  expect(worse).toMatchObject({ exitCode: 1, found: ['function-cognitive b 8', 'function-cognitive fresh 5'] });

  // What happens on main in the meantime is not this branch's doing.
  repo.git('checkout', '-q', 'main');
  repo.commit({ 'c.rs': fn('c', 40), 'a.rs': fn('a', 2) });
  repo.git('checkout', '-q', 'work');
  expect(await check('--affected', 'main')).toEqual(worse);

  repo.commit({ 'b.rs': fn('b', 7), 'new.rs': fn('fresh', 5) });
  expect((await check('--affected', 'main')).exitCode).toBe(0);
  expect((await runOmni(repo.root, ['check', '--affected', 'nowhere'])).exitCode).toBe(2);
});
