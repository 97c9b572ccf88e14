import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { CHECKS } from '../../../analyzers/checks.ts';
import { runChecks } from '../../../analyzers/gate/run-checks.ts';
import { judgeLanes } from '../../../analyzers/quality-gates/judge-lanes.ts';
import { initCi } from '../../../codemods/workspace/init-ci/index.ts';
import { initRelease } from '../../../codemods/workspace/init-release/index.ts';
import { initSecurity } from '../../../codemods/workspace/init-security/index.ts';
import { DEFAULT_CONFIG } from '../../../src/config/default-config.ts';
import { changedPaths, isEmptyChangeSet } from '../../../src/core/change-set.ts';
import { readManifests } from '../../../src/workspace/read-manifests.ts';
import type { View } from '../../../src/workspace/view.ts';
import { memoryView } from '../../helpers/memory-view.ts';

const MANIFEST = (name: string, more = ''): string =>
  `[package]\nname = "${name}"\nversion = "1.2.0"\nedition = "2021"\ndescription = "d"\nlicense = "MPL-2.0"\n${more}`;
const FILES: Readonly<Record<string, string>> = {
  'Cargo.toml': '[workspace]\nmembers = ["crates/*"]\n',
  'crates/press/Cargo.toml': MANIFEST('press', '[dependencies]\nink = { path = "../ink", version = "1.2.0" }\n'),
  'crates/press/src/main.rs': 'fn main() {}\n',
  'crates/ink/Cargo.toml': MANIFEST('ink'),
  'crates/ink/src/lib.rs': '//! Ink.\n',
  'Cargo.lock':
    'version = 4\n\n[[package]]\nname = "dye"\nversion = "0.1.0"\nsource = "git+https://example.org/dye?rev=1#2"\n',
};

type Init = typeof initCi | typeof initSecurity | typeof initRelease;

/** The workspace after a codemod, which then has nothing more to do. */
function written(codemod: Init, view: View): { readonly view: View; readonly notes: readonly string[] } {
  const result = codemod.run(view, {});
  if (result.status !== 'changed') throw new Error('refused');
  const now = view.overlay(result.changeSet);
  const again = codemod.run(now, {});
  expect(again.status === 'changed' && isEmptyChangeSet(again.changeSet)).toBe(true);
  return { view: now, notes: result.notes };
}

const viewOf = (files: Readonly<Record<string, string>>): View => memoryView({ ...FILES, ...files }, { readManifests });

const verdictsOf = (view: View): Record<string, string> =>
  Object.fromEntries(judgeLanes(view)!.lanes.map(({ lane, verdict }) => [lane, verdict]));

const ALL = {
  clippy: 'enforced',
  fmt: 'enforced',
  nextest: 'enforced',
  test: 'enforced',
  doctest: 'enforced',
  deny: 'enforced',
  audit: 'enforced',
};

describe('init ci', () => {
  test('holds every crate to every lane where there was no CI', () => {
    const { view } = written(initCi, viewOf({ justfile: '' }));
    expect(verdictsOf(view)).toEqual(ALL);
    expect(view.text('justfile')).toContain('gates: gates-lint gates-test gates-security');
    const { jobs } = parse(view.text('.github/workflows/quality-gates.yml')) as { jobs: Record<string, unknown> };
    expect(Object.keys(jobs)).toEqual(['clippy', 'fmt', 'nextest', 'doctest', 'deny', 'audit', 'gates']);
    expect(jobs.gates).toMatchObject({ if: 'always()' });
  });

  test('begins no justfile where nobody uses just', () => {
    expect(written(initCi, viewOf({})).view.file('justfile')).toBeUndefined();
  });

  test('says what is missing where there is nothing to hold anybody to', () => {
    const { notes } = written(initCi, memoryView({ 'a.py': '' }, { readManifests }));
    expect(notes.join()).toContain('`omni-refactor init` writes ceilings');
  });

  test('holds pull requests to the ceilings of the workspace, where no CI does, in a workspace without a crate too', () => {
    const budget = { ...DEFAULT_CONFIG.budget, fileLines: 500 };
    const python = (files: Readonly<Record<string, string>>): View =>
      memoryView({ 'a.py': '', ...files }, { readManifests, config: { ...DEFAULT_CONFIG, budget } });
    const github = written(initCi, python({}));
    expect(parse(github.view.text('.github/workflows/ceilings.yml'))).toMatchObject({ jobs: { ceilings: {} } });
    expect(github.view.text('.github/workflows/ceilings.yml')).toContain('omni-refactor check --strict');
    expect(github.notes.join()).toContain('ceilings.yml now runs');
    const gitlab = written(initCi, python({ '.gitlab-ci.yml': 'stages: [verify]\nceilings:\n  script: x\n' }));
    expect(parse(gitlab.view.text('.gitlab-ci.yml'))).toMatchObject({
      'ceilings-here': { stage: 'verify', script: ['npx --yes omni-refactor check --strict'] },
    });
    const held = python({ '.github/workflows/x.yml': 'jobs: {a: {steps: [{run: npx omni-refactor check}]}}\n' });
    expect(written(initCi, held).view.file('.github/workflows/ceilings.yml')).toBeUndefined();
  });

  test('leaves every job that stands, and writes only what is missing', () => {
    const ci =
      'on: pull_request\njobs:\n  lint:\n    runs-on: x\n    steps:\n      - run: cargo clippy --workspace -- -D warnings\n      - run: cargo fmt --all --check || true\n';
    const files = { '.github/workflows/ci.yml': ci, justfile: 'gate-fmt:\r\n    cargo fmt\r\n' };
    const { view, notes } = written(initCi, viewOf(files));
    expect(verdictsOf(view)).toEqual(ALL);
    expect(view.text('.github/workflows/ci.yml')).toBe(ci);
    expect(view.text('.github/workflows/quality-gates.yml')).not.toMatch(/^ {2}clippy:/m);
    expect(view.text('.github/workflows/quality-gates.yml')).toContain(
      '| lint | clippy | in .github/workflows/ci.yml |',
    );
    expect(notes).toContain('clippy is enforced already by .github/workflows/ci.yml:6');
    expect(view.text('justfile').startsWith(files.justfile)).toBe(true);
    expect(view.text('justfile').match(/^gate-fmt:/gm)).toHaveLength(1);
    expect(view.text('justfile').replaceAll('\r\n', '')).not.toContain('\n');
  });

  test('of a repository of GitLab adds jobs behind those that stand, at a stage that there is', () => {
    const ci =
      "stages: [build, checks]\r\ngates:\r\n  stage: build\r\n  script: ['true']\r\nlint:\r\n  stage: checks\r\n  script: [cargo fmt --all -- --check]\r\n";
    const { view, notes } = written(initCi, viewOf({ '.gitlab-ci.yml': ci }));
    expect(verdictsOf(view)).toEqual(ALL);
    const text = view.text('.gitlab-ci.yml');
    expect(text.startsWith(ci)).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    const jobs = parse(text) as Record<string, { stage?: string; needs?: { job: string }[] }>;
    expect(jobs['gate-clippy']!.stage).toBe('checks');
    expect(jobs).not.toHaveProperty('gate-fmt');
    expect(jobs['gates-here']!.needs!.map(({ job }) => job)).toEqual(
      Object.keys(jobs).filter((one) => /^gate-/.test(one)),
    );
    expect(notes).toContain('fmt is enforced already by .gitlab-ci.yml:5');
    expect(view.files.some(({ path }) => path.startsWith('.github/'))).toBe(false);
  });

  test('of a repository of GitLab without a pipeline begins one', () => {
    const { view } = written(initCi, viewOf({ '.gitlab/merge_request_templates/Default.md': '' }));
    expect(verdictsOf(view)).toEqual(ALL);
    expect(Object.keys(parse(view.text('.gitlab-ci.yml')) as object)).toContain('gate-deny');
  });

  test.each([
    ['is broken', 'a: [\n'],
    ['ends its document', 'a:\n  script: [x]\n...\n'],
  ])('a pipeline that %s is left as it is', (_name, ci) => {
    const { view, notes } = written(initCi, viewOf({ '.gitlab-ci.yml': ci }));
    expect(view.text('.gitlab-ci.yml')).toBe(ci);
    expect(notes.join(' ')).toContain('.gitlab-ci.yml is left as it is');
  });

  test('a workspace in a folder runs there; without a library there are no doctests', () => {
    const view = memoryView(
      { 'rust/Cargo.toml': MANIFEST('solo'), 'rust/src/main.rs': 'fn main() {}\n', justfile: '' },
      { readManifests },
    );
    const { view: now } = written(initCi, view);
    expect(verdictsOf(now)).toEqual({ ...ALL, doctest: 'missing' });
    expect(now.text('.github/workflows/quality-gates.yml')).toContain('working-directory: "rust"');
    expect(now.text('justfile')).toContain("    cd 'rust' && cargo audit\n");
  });

  test('fuzz targets get no gate, and what is computed gets no second job', () => {
    const steps = '    runs-on: x\n    steps:\n      - run: cargo clippy --workspace -- -D warnings\n';
    const files = {
      'fuzz/Cargo.toml': `${MANIFEST('press-fuzz')}[workspace]\n`,
      'fuzz/src/main.rs': '',
      '.github/workflows/ci.yml': `on: pull_request\njobs:\n  lint:\n    if: needs.plan.outputs.rust == 'true'\n${steps}`,
    };
    const { view, notes } = written(initCi, viewOf(files));
    expect(view.text('.github/workflows/quality-gates.yml')).not.toMatch(/fuzz|^ {2}clippy:/m);
    expect(notes.join('\n')).toMatch(/clippy is left as it is at .github\/workflows\/ci.yml:7/);
  });

  test('without Rust there is nothing to write', () => {
    const result = initCi.run(memoryView({ 'a.py': '' }, { readManifests }), {});
    expect(result.status === 'changed' && isEmptyChangeSet(result.changeSet)).toBe(true);
  });
});

describe('init security', () => {
  test('writes the policy from the manifests, the lock file and what is ignored', () => {
    const audit = '[advisories]\nignore = ["RUSTSEC-2024-0001"] # no input from outside | owner=@ada | exit=ink 2\n';
    const { view } = written(initSecurity, viewOf({ '.cargo/audit.toml': audit }));
    expect(view.text('deny.toml')).toContain('"MPL-2.0"');
    expect(view.text('deny.toml')).toContain('allow-git = ["https://example.org/dye"]');
    expect(view.text('security/exceptions.toml')).toContain(
      'id = "RUSTSEC-2024-0001"\nreason = "no input from outside"\nowner = "@ada"\nexit = "ink 2"\ntools = ["cargo-audit"]\n',
    );
    const rules = runChecks(
      view,
      CHECKS.filter(({ id }) => id === 'dependency-policy'),
    ).findings.map(({ rule }) => rule);
    // Nobody said until when: that stays a finding, and nothing else is one.
    expect([...new Set(rules)]).toEqual(['advisory-unanswered']);
  });

  test.each(['.github/SECURITY.md', 'security.md'])('leaves %s alone', (path) => {
    const view = viewOf({ [path]: 'ours\n', 'deny.toml': '' });
    const result = initSecurity.run(view, {});
    expect(result.status === 'changed' && changedPaths(result.changeSet)).toEqual(['security/exceptions.toml']);
  });
});

describe('init release', () => {
  test('gates every publish, dependencies first, and names them in the runbook', () => {
    const { view } = written(initRelease, viewOf({}));
    const release = view.text('.github/workflows/release.yml');
    expect(release).toContain('cargo publish --locked -p ink -p press');
    expect(view.text('RELEASING.md')).toContain('`cargo yank press@1.2.0`'.replace('1.2.0', '1.2.3'));
    const { jobs } = parse(release) as { jobs: Record<string, { needs?: unknown }> };
    expect(Object.entries(jobs).map(([name, { needs }]) => [name, needs])).toEqual([
      ['verify', undefined],
      ['build', 'verify'],
      ['draft', ['verify', 'build']],
      ['publish', ['verify', 'draft']],
    ]);
    const found = runChecks(
      view,
      CHECKS.filter(({ id }) => id === 'release'),
    ).findings.map(({ rule }) => rule);
    expect(found).not.toContain('publish-ungated');
  });

  test('a workflow that publishes already stays the only one', () => {
    const ci = 'on: push\njobs:\n  out:\n    needs: t\n    steps:\n      - uses: pypa/gh-action-pypi-publish@v1\n';
    const { view, notes } = written(initRelease, viewOf({ '.github/workflows/ci.yml': ci }));
    expect(view.file('.github/workflows/release.yml')).toBeUndefined();
    expect(view.text('RELEASING.md')).toContain('`.github/workflows/ci.yml` brings it out.');
    expect(notes).toEqual(['kept .github/workflows/ci.yml as it is']);
  });

  test('a crate without description or licence, or with `publish = false`, is not published', () => {
    const { view } = written(
      initRelease,
      viewOf({
        'crates/ink/Cargo.toml': MANIFEST('ink', 'publish = false\n'),
        'crates/press/Cargo.toml': '[package]\nname = "press"\nversion = "1.0.0"\n',
      }),
    );
    expect(view.text('.github/workflows/release.yml')).not.toContain('cargo publish');
    expect(view.text('.github/workflows/release-verify.yml')).not.toContain('cargo package');
  });
});
