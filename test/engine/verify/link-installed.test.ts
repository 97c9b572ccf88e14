import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { linkInstalled } from '../../../src/engine/verify/link-installed.ts';
import { memoryView } from '../../helpers/memory-view.ts';

let home: string;
beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'omni-refactor-installed-')));
  for (const file of ['work/node_modules/dep/index.js', 'work/node_modules/@scope/dep/index.js', 'work/own/index.js'])
    put(file);
  symlinkSync('../own', join(home, 'work/node_modules/own'));
  put('laid/own/index.js');
});
afterEach(() => rmSync(home, { recursive: true }));

function put(path: string): void {
  mkdirSync(dirname(join(home, path)), { recursive: true });
  writeFileSync(join(home, path), '');
}

const view = memoryView({ 'package.json': '{}', 'own/package.json': '{}' });
const link = (revision: string | null): Promise<void> =>
  linkInstalled(join(home, 'work'), { root: join(home, 'laid'), revision }, view);

test('a revision gets what is installed, and its own packages', async () => {
  await link('abc');
  const leads = (path: string): string => readlinkSync(join(home, 'laid/node_modules', path));
  expect(leads('dep')).toBe(join(home, 'work/node_modules/dep'));
  expect(leads('@scope/dep')).toBe(join(home, 'work/node_modules/@scope/dep'));
  expect(leads('own')).toBe(join(home, 'laid/own'));
  expect(existsSync(join(home, 'laid/own/node_modules'))).toBe(false);
});

test('a folder of the user and packages that git knows stay as they are', async () => {
  await link(null);
  expect(existsSync(join(home, 'laid/node_modules'))).toBe(false);
  put('laid/node_modules/dep/index.js');
  put('work/own/node_modules/dep/index.js');
  symlinkSync('nowhere', join(home, 'laid/own/node_modules'));
  await link('abc');
  expect(existsSync(join(home, 'laid/node_modules/@scope'))).toBe(false);
  expect(readlinkSync(join(home, 'laid/own/node_modules'))).toBe('nowhere');
});
