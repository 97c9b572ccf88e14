import { expect, test } from 'vitest';
import { planJsonSchema } from '../../src/report/plan/schema.ts';
import { fileOfSubjects } from '../analyzers/modules/outline-text.ts';
import { runOmni } from '../helpers/run-omni.ts';
import { tempRepository } from '../helpers/temp-repository.ts';

const TEXT = fileOfSubjects('python', 3, 6, 20);

test('plan --history records what changed together; without it, and without history, the plan is the same otherwise', async () => {
  const { root, commit } = tempRepository();
  commit({ 'omni-refactor.toml': '', 'a.py': TEXT });
  expect((await runOmni(root, ['plan', 'a.py', '--limit', '150', '--history'])).stderr).toContain(
    'history takes no part',
  );
  const names = [...TEXT.matchAll(/^def (\w+)\(.*$/gm)].map(([line]) => line);
  const [a, b] = [names[0]!, names[1]!];
  let text = TEXT;
  for (let i = 0; i < 20; i++) {
    for (const line of [a, b]) text = text.replace(line, `${line}  # ${i}`).replace(`  # ${i}  # ${i - 1}`, `  # ${i}`);
    commit({ 'a.py': text, 'other.py': `x = ${i}\n` });
  }
  const planned = async (...more: string[]) => {
    const run = await runOmni(root, ['plan', 'a.py', '--limit', '150', '--json', ...more]);
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    return planJsonSchema.parse(JSON.parse(run.stdout));
  };
  const plain = await planned();
  expect(plain.coChange).toBeUndefined();
  const { coChange, ...recorded } = await planned('--history');
  expect(coChange!.pairs).toEqual([
    { units: [a, b].map((line) => line.replace(/\(.*/, '')), commits: expect.any(Number) },
  ]);
  expect(coChange!.pairs[0]!.commits).toBeGreaterThanOrEqual(20);
  const bare = recorded.modules.map(
    ({ evidence: { changes: _, ...evidence } = { inside: 0, crossing: 0, headings: [] }, ...rest }) => ({
      ...rest,
      evidence,
    }),
  );
  expect({ ...recorded, modules: bare }).toEqual(plain);
});
