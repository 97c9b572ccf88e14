import { expect, test } from 'vitest';
import { readSource } from '../../../analyzers/readings/python/source.ts';
import { memoryView } from '../../helpers/memory-view.ts';

const SHORT = 'x = 1\n';
const LONG = `x = "${'a'.repeat(80)}"\n`;
const BLACK = '[tool.black]\nline-length = 120\n';

const widthOf = (path: string, files: Readonly<Record<string, string>>): number =>
  readSource(memoryView({ 'pkg/m.py': SHORT, ...files }), path).width;

test('new lines are as wide as the nearest formatter is set to', () => {
  expect(widthOf('pkg/m.py', { 'pyproject.toml': BLACK })).toBe(120);
  expect(
    widthOf('pkg/m.py', { 'pyproject.toml': '[tool.ruff]\nline-length = 100\n[tool.black]\nline-length = 120\n' }),
  ).toBe(100);
  expect(widthOf('pkg/m.py', { 'pyproject.toml': BLACK, 'pkg/ruff.toml': 'line-length = 60\n' })).toBe(60);
  expect(
    widthOf('pkg/m.py', { 'pkg/pyproject.toml': '[project]\nname = "pkg"\n', '.ruff.toml': 'line-length = 90\n' }),
  ).toBe(90);
});

test('where nobody says it, as wide as the file shows', () => {
  expect(widthOf('pkg/m.py', {})).toBe(79);
  expect(widthOf('pkg/m.py', { 'pkg/m.py': LONG })).toBe(88);
  expect(widthOf('pkg/m.py', { 'pyproject.toml': '[tool.black\n' })).toBe(79);
  expect(widthOf('pkg/m.py', { 'pyproject.toml': '[tool.black]\nline-length = "wide"\n' })).toBe(79);
});
