import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { expect, test } from 'vitest';
import type { PageData } from '../../src/report/html/page/data.ts';
import { PROJECT } from '../helpers/read-imports.ts';
import { tempRepository } from '../helpers/temp-repository.ts';
import { tempFolder, tempWorkspace } from '../helpers/temp-workspace.ts';

const MAIN = join(PROJECT, 'dist/src/cli/main.js');

function report(files: Readonly<Record<string, string>>): string {
  const out = join(tempFolder(), 'page.html');
  execFileSync(process.execPath, [MAIN, 'report', '-o', out], { cwd: tempWorkspace(files), stdio: 'pipe' });
  return readFileSync(out, 'utf8');
}

const dataOf = (html: string): PageData =>
  JSON.parse(/<script type="application\/json" id="data">(.*?)<\/script>/s.exec(html)![1]!);

test('one file with everything in it: a program that parses, data that cannot end its element, nothing from outside', () => {
  const html = report({
    'Cargo.toml': '[package]\nname = "press"\nversion = "0.1.0"\n',
    'src/lib.rs': 'include!("parts.rs");\npub fn squeeze(a: u32) -> u32 { if a > 1 { 2 } else { 3 } }\n',
    'src/parts.rs': 'pub fn part() {}\n',
    'src/</script><b>.py': 'def evil():\n    pass\n',
    'omni-refactor.toml': '[budget]\nfile-lines = 1\n',
  });
  const [, program] = /<script>(.*?)<\/script>/s.exec(html)!;
  expect(() => new Script(program!)).not.toThrow();
  expect(program).not.toMatch(/^(import|export) /m);
  expect(html.match(/<script/g)).toHaveLength(2);
  expect(html).not.toMatch(/(?:src|href)="?(?:https?:)?\/\//);
  const data = dataOf(html);
  expect(data.files.map(({ path }) => path)).toEqual(['src/</script><b>.py', 'src/lib.rs', 'src/parts.rs']);
  expect(data.files[1]).toMatchObject({ crate: 'press', over: true, functions: [['squeeze', 2, 1, 2, -1]] });
  expect(data.modules).toEqual([
    {
      id: 'press',
      files: [
        { path: 'src/lib.rs', lines: 2 },
        { path: 'src/parts.rs', lines: 1 },
      ],
    },
  ]);
  expect(data.budget.findings.map(({ rule, place }) => `${rule} ${place}`)).toContain('file-lines src/lib.rs');
});

test('a square, a row and a file where it can be read hold together', () => {
  const out = join(tempFolder(), 'page.html');
  const root = tempWorkspace({ 'src/a.py': 'def f():\n    pass\n', 'tests/test_a.py': 'X = 1\n' });
  const url = 'https://example.org/x/{path}#L{line}';
  execFileSync(process.execPath, [MAIN, 'report', '-o', out, '--url', url], { cwd: root, stdio: 'pipe' });
  const data = dataOf(readFileSync(out, 'utf8'));
  expect(data.url).toBe(url);
  expect(data.files.map(({ isTest, language }) => [isTest, language])).toEqual([
    [false, 'python'],
    [true, 'python'],
  ]);
  expect(data.files[0]!.command).toBe('omni-refactor hotspots --explain src/a.py');
  const wrong = ['report', '-o', out, '--url', 'javascript:{path}'];
  expect(() => execFileSync(process.execPath, [MAIN, ...wrong], { cwd: root, stdio: 'pipe' })).toThrow();
});

test('an empty workspace has a page too', () => {
  expect(dataOf(report({ 'README.md': 'nothing' })).files).toEqual([]);
});

test('the graph is drawn of what `map` prints: each unit and each edge between two', () => {
  const files = {
    'Cargo.toml':
      '[package]\nname = "core"\nversion = "0.1.0"\nedition = "2021"\n\n[lib]\ncrate-type = ["cdylib", "rlib"]\n\n[dependencies]\npyo3 = "0.30"\nwire = { path = "wire" }\n',
    'src/lib.rs':
      "use pyo3::prelude::*;\nuse wire::Frame;\n#[pymodule]\nfn _core(m: &Bound<'_, PyModule>) -> PyResult<()> { Ok(()) }\n",
    'wire/Cargo.toml': '[package]\nname = "wire"\nversion = "0.1.0"\nedition = "2021"\n',
    'wire/src/lib.rs': 'pub struct Frame;\n',
    'pyproject.toml':
      '[build-system]\nrequires = ["maturin"]\nbuild-backend = "maturin"\n\n[project]\nname = "app"\nversion = "0.1.0"\n\n[tool.maturin]\nmodule-name = "app._core"\npython-source = "python"\n',
    'python/app/__init__.py': 'from app import _core\n',
  };
  const html = report(files);
  const [, graph = ''] = /<section id="graph">(.*?)<\/section>/s.exec(html) ?? [];
  const shown = [...graph.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
  const map = JSON.parse(
    execFileSync(process.execPath, [MAIN, 'map', '--json'], { cwd: tempWorkspace(files), encoding: 'utf8' }),
  ) as { nodes: { id: string; unit: string | null; kind: string }[]; edges: { from: string; to: string }[] };
  const units = map.nodes.filter(({ unit, kind }) => unit === null && !kind.endsWith('-module')).map(({ id }) => id);
  expect(shown).toEqual(units);
  expect(units).toEqual(['crate:core', 'crate:wire', 'dist:app', 'native:app._core']);
  // core uses wire, app imports the native module, and that is built of core.
  expect(graph.match(/marker-end/g)).toHaveLength(3);
  // The page's style draws it: in the colour of its text, and wide graphs scroll in their own frame.
  expect(html).toMatch(/\.units[^{]*\{[^}]*stroke/);
  expect(html).toMatch(/\.wide[^{]*\{[^}]*overflow/);
});

test('one unit alone is not drawn', () => {
  expect(report({ 'Cargo.toml': '[package]\nname = "one"\nversion = "0.1.0"\n', 'src/lib.rs': '' })).not.toContain(
    'id="graph"',
  );
});

test('the page shows what applies made of their files, and how many files were over the ceiling month by month', () => {
  const repo = tempRepository();
  const env = { ...process.env, OMNI_REFACTOR_STATE: tempFolder(), OMNI_REFACTOR_CACHE: tempFolder() };
  const omni = (...args: string[]) =>
    execFileSync(process.execPath, [MAIN, ...args], { cwd: repo.root, env, stdio: 'pipe' });
  const functions = (name: string) =>
    Array.from({ length: 30 }, (_, i) =>
      `def ${name}_${i}(a):\n    return ${name}_${i - 1}(a)\n\n\n`.replace(/\w+_-1\(a\)/, 'a'),
    );
  repo.commit({
    'yard.py': [...functions('press'), ...functions('ship')].join(''),
    'omni-refactor.toml': '[budget]\nfile-lines = 100\n',
  });
  repo.commit({ 'later.py': 'A = 1\n' }, { day: 40 });
  omni('split', 'yard.py', '--evidence', 'S', '--limit', '130', '--anyway');
  const out = join(tempFolder(), 'page.html');
  omni('report', '-o', out);
  const data = dataOf(readFileSync(out, 'utf8'));
  expect(data.over).toMatchObject({ ceiling: 100 });
  expect(data.over!.months.map(({ files, lines }) => [files, lines])).toEqual([
    [1, 140],
    [1, 140],
  ]);
  expect(data.receipts).toMatchObject([{ outcome: 'proven by S' }]);
  const divided = data.receipts[0]!.files.find(({ path }) => path === 'yard.py');
  expect(divided?.before).toBe(240);
  expect(data.receipts[0]!.files.length).toBeGreaterThan(1);
});
