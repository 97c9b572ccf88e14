import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cacheFolder, folderStore, keepNewest } from '../../src/workspace/cache-folder.ts';
import { tempFolder } from '../helpers/temp-workspace.ts';

test.each([
  [{ OMNI_REFACTOR_CACHE: '/c', XDG_CACHE_HOME: '/x' }, /^\/c$/],
  [{ XDG_CACHE_HOME: '/x' }, /^\/x\/omni-refactor$/],
  [{ XDG_CACHE_HOME: 'relative' }, /^\/.*\/\.cache\/omni-refactor$/],
])('%o', (env, folder) => {
  expect(cacheFolder(env)).toMatch(folder);
});

test('gives back what was written, and nothing once it is damaged', () => {
  const dir = join(tempFolder(), 'new');
  const store = folderStore(dir);
  expect(store.read('a')).toBe(null);
  store.write('a', Buffer.from('text'));
  expect(store.read('a')?.toString()).toBe('text');
  const bytes = readFileSync(join(dir, 'a'));
  bytes[5]! ^= 1;
  writeFileSync(join(dir, 'a'), bytes);
  expect(store.read('a')).toBe(null);
  expect(readdirSync(dir)).toEqual(['a']);
});

test('a folder that cannot be written is no error', () => {
  const root = tempFolder();
  writeFileSync(join(root, 'file'), '');
  expect(() => folderStore(join(root, 'file')).write('a', Buffer.from('x'))).not.toThrow();
});

test('keeps the newest files only', () => {
  const dir = tempFolder();
  const store = folderStore(dir);
  for (let i = 0; i < 20; i++) store.write(`history-${i}`, Buffer.from('x'));
  expect(readdirSync(dir)).toHaveLength(12);
  keepNewest(dir, 'other', 0);
  expect(readdirSync(dir)).toHaveLength(12);
});
