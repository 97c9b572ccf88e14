import { expect, test } from 'vitest';
import { type Files, proveProject, verdictsOf } from '../../../helpers/javascript-project.ts';

const BEFORE = {
  'package.json': '{"name":"x","version":"1.0.0","type":"module","files":["lib/*.js","README.md"]}',
  'lib/m.js': 'export const a = 1;\nexport const b = 2;\n',
};
const PARTS = {
  'lib/m.js': "export const a = 1;\nexport { b } from './m/b.js';\n",
  'lib/m/b.js': 'export const b = 2;\n',
};

test('npm packs the parts where it packs the file, and nothing else', async () => {
  const npm = async (files: Readonly<Record<string, string>>): Promise<string[]> => {
    const { proofs } = await proveProject(BEFORE, { ...BEFORE, ...PARTS, ...files }, ['B'], []);
    return verdictsOf(proofs.filter(({ configuration }) => configuration === 'npm pack'));
  };
  const say = (verdict: string): string[] => ['lib/m.js', 'lib/m/b.js'].map((path) => `B ${path} npm pack: ${verdict}`);
  expect(await npm({})).toEqual(say('failed'));
  const grown = BEFORE['package.json'].replace('"lib/*.js"', '"lib/*.js","lib/m/*.js"');
  expect(await npm({ 'package.json': grown })).toEqual(say('proven'));
  expect(await npm({ 'package.json': grown, 'README.md': 'new\n' })).toEqual(say('failed'));
  expect(await npm({ 'package.json': grown.replace('"files"', '"other"') })).toEqual(say('proven'));
}, 60_000);

test('npm is asked once where nothing but sources changed, and says the same', async () => {
  const packs = async (before: Files, after: Files): Promise<string[]> => {
    const { proofs, commands } = await proveProject(before, after, ['B'], []);
    const of = proofs.filter(({ configuration }) => configuration === 'npm pack');
    return [
      `asked ${commands.filter(({ command }) => command.includes('pack')).length}`,
      ...new Set(of.map(({ verdict, why }) => `${verdict}: ${why}`)),
    ];
  };
  const all = { ...BEFORE, 'package.json': BEFORE['package.json'].replace('"lib/*.js"', '"lib"') };
  expect(await packs(all, { ...all, ...PARTS })).toEqual([
    'asked 1',
    'proven: 3 files are packed, the parts where the file is',
  ]);
  expect(await packs(BEFORE, { ...BEFORE, ...PARTS })).toEqual([
    'asked 1',
    'failed: lib/m.js is packed, and lib/m/b.js is not',
  ]);
  const without = { ...all, 'README.md': 'old\n' };
  expect(await packs(without, { ...all, ...PARTS })).toEqual(['asked 2', 'failed: README.md is no longer packed']);
}, 60_000);
