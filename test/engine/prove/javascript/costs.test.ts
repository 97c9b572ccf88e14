import { expect, test } from 'vitest';
import { type Files, proveProject } from '../../../helpers/javascript-project.ts';

const before: Files = {
  'package.json': '{ "type": "module", "scripts": { "lint": "tsc --noEmit", "build": "tsc" } }',
  'tsconfig.json': '{ "compilerOptions": { "strict": true, "module": "nodenext", "types": [], "declaration": true } }',
  'm.ts': 'export const a = 1;\nexport const b = 2;\n',
};
const after: Files = {
  ...before,
  'm.ts': "export const a = 1;\nexport { b } from './m/b.js';\n",
  'm/b.ts': 'export const b = 2;\n',
};

const compilations = async (old: Files, now: Files): Promise<string[]> => {
  const { proofs, commands } = await proveProject(old, now, ['B', 'A', 'M']);
  expect([...new Set(proofs.map(({ rung, verdict }) => `${rung} ${verdict}`))]).toEqual([
    'B proven',
    'A proven',
    'M proven',
  ]);
  return commands
    .filter(({ command }) => command.some((word) => word.endsWith('tsc')))
    .map(({ command }) => (command.includes('--listFiles') ? 'checked' : 'written'));
};

test('what compiles clean after the change is checked once, and each state is written once for A and M', async () => {
  expect(await compilations(before, after)).toEqual(['checked', 'written', 'written']);
}, 60_000);

test('where something is reported, the state before is asked whether it is new', async () => {
  const wrong = { 'other.ts': 'export const x: string = 1;\n' };
  expect(await compilations({ ...before, ...wrong }, { ...after, ...wrong })).toEqual([
    ...['checked', 'checked', 'checked', 'checked'],
    ...['written', 'written'],
  ]);
}, 60_000);

test('projects that differ by --noEmit alone are loaded once a state', async () => {
  const { commands } = await proveProject(before, after, ['B', 'A', 'M']);
  expect(commands.filter(({ command }) => command.includes('--input-type=module')).length).toBe(2);
}, 60_000);
