import { expect, test } from 'vitest';
import { runChecks } from '../../../analyzers/gate/run-checks.ts';
import { readmes } from '../../../analyzers/readmes/index.ts';
import { crateReadme, distributionReadme } from '../../../analyzers/readmes/readme-of.ts';
import { scaffoldReadme } from '../../../codemods/workspace/scaffold-readme/index.ts';
import { parseConfig } from '../../../src/config/parse-config.ts';
import { readManifests } from '../../../src/workspace/read-manifests.ts';
import type { View } from '../../../src/workspace/view.ts';
import { memoryView } from '../../helpers/memory-view.ts';

const viewOf = (files: Readonly<Record<string, string>>, config = ''): View =>
  memoryView(files, { config: parseConfig(config, 'omni-refactor.toml'), readManifests });
const cargo = (more = '', name = 'press'): string =>
  `[package]\nname = "${name}"\nversion = "0.1.0"\nedition = "2021"\n${more}`;
const WHOLE = '# press\n\n## Purpose\n\nx\n\n## API surface\n\nx\n\n## Test commands\n\nx\n\n## Owner notes\n\nx\n';
const rulesOf = (files: Readonly<Record<string, string>>, config = ''): string[] =>
  readmes.run(viewOf(files, config)).findings.map(({ rule, symbol }) => `${rule} ${symbol}`);

test.each<[string, Record<string, string>, string, string]>([
  [
    'the first of the names that cargo tries',
    { 'Cargo.toml': cargo(), README: '', 'README.txt': '' },
    'file',
    'README.txt',
  ],
  ['not readme.md: cargo looks case by case', { 'Cargo.toml': cargo(), 'readme.md': '' }, 'none', ''],
  ['false: none', { 'Cargo.toml': cargo('readme = false\n'), 'README.md': '' }, 'none', ''],
  ['true: README.md, there or not', { 'Cargo.toml': cargo('readme = true\n') }, 'lost', 'README.md'],
  ['a path', { 'Cargo.toml': cargo('readme = "docs/a.md"\n'), 'docs/a.md': '' }, 'file', 'docs/a.md'],
])('a crate resolves %s', (_, files, kind, path) => {
  const view = viewOf({ 'src/lib.rs': '', ...files });
  const found = crateReadme(view, view.manifests.crates[0]!);
  expect([found.kind, 'path' in found ? found.path : '']).toEqual([kind, path]);
});

test('readme.workspace = true takes the README beside the root, even where no key names it', () => {
  const view = viewOf({
    'Cargo.toml': '[workspace]\nmembers = ["a"]\n',
    'README.md': '',
    'a/Cargo.toml': cargo('readme.workspace = true\n', 'a'),
    'a/src/lib.rs': '',
  });
  expect(crateReadme(view, view.manifests.crates[0]!)).toEqual({ kind: 'file', path: 'README.md' });
});

test.each<[string, Record<string, string>, string]>([
  ['[project] readme', { 'pyproject.toml': '[project]\nname = "x"\nreadme = "R.md"\n', 'R.md': '' }, 'file'],
  [
    'a table with a file',
    {
      'pyproject.toml': '[project]\nname = "x"\nreadme = { file = "R.md", content-type = "text/markdown" }\n',
      'R.md': '',
    },
    'file',
  ],
  [
    'text in the manifest',
    { 'pyproject.toml': '[project]\nname = "x"\nreadme = { text = "hi", content-type = "text/plain" }\n' },
    'inline',
  ],
  ['nothing, though a README stands there', { 'pyproject.toml': '[project]\nname = "x"\n', 'README.md': '' }, 'none'],
  ['poetry', { 'pyproject.toml': '[tool.poetry]\nname = "x"\nreadme = ["R.md", "C.md"]\n', 'R.md': '' }, 'file'],
  ['setup.cfg', { 'setup.cfg': '[metadata]\nname = x\nlong_description = file: R.md\n', 'R.md': '' }, 'file'],
  ['setup.py', { 'setup.py': 'setup(name="x", long_description=open("README.md").read())\n', 'README.md': '' }, 'file'],
])('a distribution resolves %s', (_, files, kind) => {
  const view = viewOf(files);
  expect(distributionReadme(view, view.manifests.distributions[0]!).kind).toBe(kind);
});

const CRATE = {
  'Cargo.toml': cargo('[features]\nfast = []\n'),
  'src/lib.rs': '/// Presses fruit.\npub fn press() {}\nfn inner() {}\n',
};

test.each<[string, string, string[]]>([
  ['the whole template', WHOLE, []],
  ['no owners', WHOLE.replace('## Owner notes', '## Thanks'), ['readme-section owners']],
  [
    'a command for a crate that is not there',
    `${WHOLE}\n\`\`\`sh\n$ cargo test -p juice\n\`\`\`\n`,
    ['readme-command cargo test -p juice'],
  ],
  [
    'a feature that is not there',
    `${WHOLE}\n\`\`\`sh\ncargo run --features slow\n\`\`\`\n`,
    ['readme-command cargo run --features slow'],
  ],
  [
    'commands that work',
    `${WHOLE}\n\`\`\`sh\ncargo test -p press --features fast -- --nocapture\ncargo install other\n\`\`\`\n`,
    [],
  ],
  [
    'a dead link',
    `${WHOLE}[x](docs/none.md) [y](src/lib.rs) [z](#purpose) [w](https://example.org/none)\n`,
    ['readme-link docs/none.md'],
  ],
  ['a dead anchor', `${WHOLE}[x](#nowhere)\n`, ['readme-link #nowhere']],
  ['a link in code is none', `${WHOLE}\n    [x](docs/none.md)\n`, []],
  [
    'a name that is not there',
    `${WHOLE}Call \`press::squeeze\` or \`press::press\`.\n`,
    ['readme-name press::squeeze'.replace('press::', '')],
  ],
])('a README with %s', (_, readme, rules) => {
  expect(rulesOf({ ...CRATE, 'README.md': readme })).toEqual(rules);
});

test('a declared template is a rule, with the words of the team; the built-in one is advice', () => {
  const severities = (config: string): string[] =>
    readmes
      .run(viewOf({ ...CRATE, 'README.md': '# press\n\n## Zweck\n' }, config))
      .findings.map(({ severity }) => severity);
  expect(new Set(severities(''))).toEqual(new Set(['warning']));
  expect(severities('[readmes]\nsections = ["purpose", "tests"]\n[readmes.headings]\npurpose = ["Zweck"]\n')).toEqual([
    'error',
  ]);
});

test('one README for a whole workspace counts for its own package alone', () => {
  const files = {
    'Cargo.toml': '[workspace]\nmembers = ["a", "b"]\n',
    'README.md': WHOLE,
    'a/Cargo.toml': cargo('readme = "../README.md"\n', 'a'),
    'a/src/lib.rs': '',
    'b/Cargo.toml': cargo('readme.workspace = true\n', 'b'),
    'b/src/lib.rs': '',
  };
  expect(rulesOf(files)).toEqual(['readme-shared a', 'readme-shared b']);
  expect(readmes.run(viewOf(files)).details[0]!.values).toMatchObject({ covered: [], total: 2, percent: 0 });
});

test('the scaffold holds facts, is clean, and writes nothing the second time; prose stays', () => {
  const files = { ...CRATE, CODEOWNERS: '* @ada\n' };
  const mended = (view: View): View => {
    const places = readmes
      .run(view)
      .findings.map(({ rule, place, symbol }) => ({ rule, path: place.path, symbol: symbol ?? null }));
    const made = scaffoldReadme.run(view, { places });
    if (made.status !== 'changed') throw new Error('refused');
    return view.overlay(made.changeSet);
  };
  const after = mended(viewOf(files));
  expect(after.text('README.md')).toBe(
    '# press\n\n## Purpose\n\nTo be written: what this package is for.\n\n## API surface\n\n<!-- omni-refactor:api -->\n' +
      '- `fn press`: Presses fruit.\n<!-- /omni-refactor:api -->\n\n## Test commands\n\n```sh\ncargo test -p press\n```\n\n' +
      '## Owner notes\n\nOwned by @ada (CODEOWNERS).\n',
  );
  expect(readmes.run(after).findings).toEqual([]);
  expect(mended(after).text('README.md')).toBe(after.text('README.md'));
  const drifted = viewOf({
    ...files,
    'README.md': `My words.\n${after.text('README.md')}`,
    'src/lib.rs': 'pub struct Press;\n',
  });
  expect(readmes.run(drifted).findings.map(({ rule }) => rule)).toEqual(['readme-stale-api']);
  const again = mended(drifted).text('README.md');
  expect(again).toContain('My words.\n');
  expect(again).toContain('- `struct Press`\n<!-- /');
});

test('nothing to look at: off', () => {
  expect(runChecks(viewOf({ 'a.py': '' }), [readmes]).checks[0]!.verdict).toBe('off');
});
