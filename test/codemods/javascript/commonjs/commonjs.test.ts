import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { javascriptSplitModule } from '../../../../codemods/javascript/split-module/index.ts';
import { proveSyntax } from '../../../../src/engine/prove/javascript/prove-syntax.ts';
import type { View } from '../../../../src/workspace/view.ts';
import { memoryView } from '../../../helpers/memory-view.ts';
import { planOf } from '../read-cases.ts';
import { type CommonRow, REFUSED, WRITTEN } from './forms.ts';

const home = mkdtempSync(join(tmpdir(), 'omni-commonjs-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

function split({ files, modules }: CommonRow) {
  const view = memoryView(files);
  const plan = planOf('src/m.js', files['src/m.js']!, modules);
  return { view, result: javascriptSplitModule.run(view, { path: 'src/m.js', plan, notes: false }) };
}

/** Keys in order, what each is, and what the functions without parameters say. */
const PROBE = `
const m = require('./src/m.js');
const say = (value) => typeof value === 'function' ? [value.name, value.length, value.prototype && /^class/.test(value) ? Object.getPrototypeOf(value).name : ''] : value;
console.log(JSON.stringify([typeof m, Object.keys(m).map((key) => [key, say(m[key])]), Object.getOwnPropertyDescriptor(m, 'b')?.get !== undefined]));
for (const [key, f] of Object.entries(m)) if (typeof f === 'function' && !/^class/.test(f)) { try { console.log(key, JSON.stringify(f.call(undefined, 3))); } catch (error) { console.log(key, error.message); } }
console.log(JSON.stringify(require('./src/log.js').lines));
`;

function said(view: View, name: string): string {
  const root = join(home, name);
  for (const { path } of view.files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), view.text(path));
  }
  const ran = spawnSync(process.execPath, ['-e', PROBE], { cwd: root, encoding: 'utf8' });
  return ran.stdout + ran.stderr;
}

test.each(WRITTEN.map((row, at) => ({ ...row, at })))('$name: written, proven, and says the same', (row) => {
  const { view, result } = split(row);
  if (result.status === 'refused') throw new Error(JSON.stringify(result.refusals));
  const after = view.overlay(result.changeSet);
  const paths = after.files.map(({ path }) => path).filter((path) => !view.file(path) || path === 'src/m.js');
  expect(paths.length).toBeGreaterThan(1);
  for (const changeSet of [result.changeSet, null])
    expect(proveSyntax(view, after, paths, changeSet).filter(({ verdict }) => verdict !== 'proven')).toEqual([]);
  expect(said(after, `${row.at}-after`)).toBe(said(view, `${row.at}-before`));
});

test.each(REFUSED)('$refused $name', (row) => {
  const { result } = split(row);
  expect(result.status === 'refused' ? result.refusals[0]!.hazard : JSON.stringify(result)).toBe(row.refused);
});
