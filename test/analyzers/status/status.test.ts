import { expect, test } from 'vitest';
import type { StatusReport } from '../../../analyzers/status/guardrail.ts';
import { status } from '../../../analyzers/status/index.ts';
import { parseConfig } from '../../../src/config/parse-config.ts';
import type { Crate } from '../../../src/workspace/manifests.ts';
import { memoryView } from '../../helpers/memory-view.ts';
import { plainComposition } from '../../helpers/plain-composition.ts';

const CEILINGS = '[budget]\nfile-lines = 3\nfunction-cognitive = 5\nmodule-lines = 90\n';
const exception = (path: string, expires: string): string =>
  `\n[[budget.exception]]\nrule = "file-lines"\npath = "${path}"\nvalue = 5\nowner = "@ada"\nreason = "r"\nissue = "X-1"\nexpires = "${expires}"\nexit = "the tables are gone"\n`;
const BASE = { 'a.rs': '//\n//\n//\n//\n//\n', 'b.rs': '//\n//\n//\n//\n', 'c.rs': 'fn c() {}\n' };

const crate = (name: string): Crate => ({
  name,
  dir: name,
  manifest: `${name}/Cargo.toml`,
  edition: '2021',
  cargoRoot: '',
  targets: [],
  features: [],
});

function statusOf(files: Readonly<Record<string, string>>, config = CEILINGS, crates: readonly Crate[] = []) {
  const view = memoryView(files, {
    config: parseConfig(config, 'omni-refactor.toml'),
    readManifests: () => ({ crates, distributions: [], packages: [], problems: [] }),
  });
  return status.run(view, { composition: plainComposition(view) });
}
const stateOf = ({ guardrails }: StatusReport, id: string): string | undefined =>
  guardrails.find((each) => each.id === id)?.state;

test('each thing over a ceiling is told with what holds it, owner and day', () => {
  const files = {
    ...BASE,
    'omni-refactor.baseline': 'file-lines b.rs 4 4 -\n',
    CODEOWNERS: 'b.rs @bob\n',
    'd.rs': '//\n//\n//\n//\n',
  };
  const { over } = statusOf(files, CEILINGS + exception('a.rs', '2026-06-30'));
  expect(over.map(({ path, held, owner, expires, expired }) => [path, held, owner, expires, expired])).toEqual([
    ['a.rs', 'exception', '@ada', '2026-06-30', false],
    ['b.rs', 'baseline', '@bob', null, false],
    ['d.rs', 'nothing', null, null, false],
  ]);
  const [late] = statusOf(files, CEILINGS + exception('a.rs', '2025-12-31')).over;
  expect(late).toMatchObject({ held: 'nothing', expired: true });
});

test.each<[id: string, state: string, files: Record<string, string>, config?: string]>([
  ['file-lines', 'partial', BASE],
  ['file-lines', 'enforced', { 'c.rs': 'fn c() {}\n' }],
  ['file-lines', 'missing', BASE, ''],
  ['function-cognitive', 'unknown', { 'a.rs': '//\n' }],
  ['exceptions', 'enforced', BASE],
  ['exceptions', 'partial', BASE, CEILINGS + exception('a.rs', '2025-12-31')],
  ['baseline', 'missing', BASE],
  ['baseline', 'enforced', { 'c.rs': 'fn c() {}\n' }],
  ['baseline', 'partial', { ...BASE, 'omni-refactor.baseline': 'file-lines a.rs 9 9 -\n' }],
  ['baseline-merge', 'missing', { ...BASE, 'omni-refactor.baseline': '' }],
  [
    'baseline-merge',
    'enforced',
    { ...BASE, 'omni-refactor.baseline': '', '.gitattributes': 'omni-refactor.baseline merge=union\n' },
  ],
  ['ci', 'unknown', BASE],
  ['ci', 'missing', { ...BASE, '.github/workflows/ci.yml': 'run: cargo test\n' }],
  ['ci', 'partial', { ...BASE, Makefile: 'gate:\n\tomni-refactor check\n' }],
  ['ci', 'enforced', { ...BASE, '.gitlab-ci.yml': 'script: npx omni-refactor@0.1.0 check\n' }],
  ['owners', 'missing', BASE],
  ['owners', 'partial', { ...BASE, CODEOWNERS: 'a.rs @ada\n' }],
  ['owners', 'enforced', { ...BASE, CODEOWNERS: '* @ada\n' }],
  ['history', 'unknown', BASE],
])('%s is %s', (id, state, files, config) => {
  expect(stateOf(statusOf(files, config), id)).toBe(state);
});

test.each([
  ['missing', '', ''],
  ['partial', '[lints]\nworkspace = true\n', ''],
  ['missing', '[lints]\n', 'lints.workspace = true\n'],
  ['enforced', '[lints]\nworkspace = true\n', '[lints.clippy]\nall = "warn"\n'],
])('lints of crates are %s', (state, a, b) => {
  const root = '[workspace]\nmembers = ["a", "b"]\n[workspace.lints.rust]\nunsafe_code = "forbid"\n';
  const files = { 'Cargo.toml': root, 'a/Cargo.toml': `[package]\n${a}`, 'b/Cargo.toml': `[package]\n${b}` };
  expect(stateOf(statusOf(files, '', [crate('a'), crate('b')]), 'rust-lints')).toBe(state);
});
