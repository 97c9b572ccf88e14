import { ANSWER, CRATES, type Files, ID } from './healthy.ts';

export interface Seed {
  readonly pick: <T>(from: readonly T[]) => T;
  readonly files: Files;
}

/** What is changed of the healthy workspace: files (null: taken away), or its tags. */
export interface Change {
  readonly files?: Readonly<Record<string, string | null>>;
  readonly tags?: readonly string[];
}

/** A fault and the rule that has to find it. */
export interface Fault {
  readonly rule: string;
  readonly make: (seed: Seed) => Change;
}

const CI = '.github/workflows/ci.yml';
const RELEASE = '.github/workflows/release.yml';

/** One file with a piece replaced; a piece that is not there is a fault of the fault. */
function replaced({ files }: Seed, path: string, from: string, to: string): Change {
  const text = files[path]!;
  if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
  return { files: { [path]: text.replace(from, () => to) } };
}

const some = ({ pick }: Seed): string => pick(CRATES);
const manifest = (name: string): string => `crates/${name}/Cargo.toml`;
const readme = (name: string): string => `crates/${name}/README.md`;
const appended = ({ files }: Seed, path: string, more: string): Change => ({
  files: { [path]: `${files[path] ?? ''}${more}` },
});

const LINTS: readonly Fault[] = [
  {
    rule: 'lints-not-inherited',
    make: (seed) =>
      replaced(
        seed,
        manifest(some(seed)),
        '[lints]\nworkspace = true\n',
        seed.pick(['', '[lints]\n', '[lints.rust]\nunused = "allow"\n']),
      ),
  },
  {
    rule: 'lints-not-inherited',
    make: (seed) =>
      replaced(
        seed,
        manifest(some(seed)),
        'license = "MIT"\n\n[lints]\nworkspace = true\n',
        'license = "MIT"\nlints.workspace = true\n',
      ),
  },
  {
    rule: 'lints-not-inherited',
    make: ({ pick }) => {
      const name = pick(['hue', 'tint']);
      return {
        files: {
          [manifest(name)]: `[package]\nname = "${name}"\nversion = "1.2.0"\n`,
          [`crates/${name}/src/lib.rs`]: '',
        },
      };
    },
  },
  {
    rule: 'lints-invalid',
    make: (seed) =>
      replaced(
        seed,
        manifest(some(seed)),
        'workspace = true\n',
        seed.pick(['workspace = false\n', 'workspace = true\n\n[lints.rust]\nunused = "allow"\n']),
      ),
  },
  {
    rule: 'lints-bypassed',
    make: (seed) => ({
      files: {
        [`crates/${some(seed)}/src/lib.rs`]: `#![allow(${seed.pick(['warnings', 'clippy::pedantic', 'unsafe_code'])})]\n`,
      },
    }),
  },
  {
    rule: 'lints-capped',
    make: ({ pick }) => ({
      files: {
        '.cargo/config.toml': `[build]\nrustflags = [${pick(['"--cap-lints=allow"', '"--cap-lints", "warn"'])}]\n`,
      },
    }),
  },
  {
    rule: 'lints-not-shared',
    make: (seed) => ({
      files: {
        'Cargo.toml': '[workspace]\nmembers = ["crates/*"]\n',
        ...Object.fromEntries(
          CRATES.map((name) => [
            manifest(name),
            seed.files[manifest(name)]!.replace('[lints]\nworkspace = true\n', ''),
          ]),
        ),
      },
    }),
  },
];

const READMES: readonly Fault[] = [
  { rule: 'readme-missing', make: (seed) => ({ files: { [readme(seed.pick(['ink', 'dye']))]: null } }) },
  {
    rule: 'readme-lost',
    make: (seed) =>
      replaced(
        seed,
        manifest(seed.pick(['ink', 'dye'])),
        'license = "MIT"\n',
        `license = "MIT"\nreadme = "${seed.pick(['READ.md', 'docs/README.md'])}"\n`,
      ),
  },
  {
    rule: 'readme-shared',
    make: ({ files }) => ({
      files: Object.fromEntries(
        ['ink', 'dye'].map((name) => [
          manifest(name),
          files[manifest(name)]!.replace('license = "MIT"\n', 'license = "MIT"\nreadme = "../../README.md"\n'),
        ]),
      ),
    }),
  },
  {
    rule: 'readme-section',
    make: (seed) =>
      replaced(
        seed,
        readme(some(seed)),
        seed.pick(['## Purpose', '## Owner notes', '## Test commands']),
        '## Something',
      ),
  },
  {
    rule: 'readme-stale-api',
    make: (seed) => {
      const name = some(seed);
      return seed.pick([true, false])
        ? { files: { [`crates/${name}/src/lib.rs`]: `pub fn ${name}_it() {}\n\npub struct Added;\n` } }
        : replaced(seed, readme(name), `fn ${name}_it`, 'fn gone');
    },
  },
  {
    rule: 'readme-command',
    make: (seed) =>
      replaced(
        seed,
        readme(some(seed)),
        'cargo test -p ',
        seed.pick(['cargo test -p no-', 'cargo run --bin no-', 'just no-']),
      ),
  },
  {
    rule: 'readme-name',
    make: (seed) => {
      const name = some(seed);
      return appended(seed, readme(name), `\nCall \`${name}::${seed.pick(['gone', 'Gone'])}\`.\n`);
    },
  },
  {
    rule: 'readme-link',
    make: (seed) =>
      appended(seed, readme(some(seed)), `\n[more](${seed.pick(['docs/gone.md', '#gone', '../../GONE.md'])})\n`),
  },
];

const GATES: readonly Fault[] = [
  { rule: 'gate-not-enforced', make: (seed) => replaced(seed, CI, '-- -D warnings', '') },
  {
    rule: 'gate-not-enforced',
    make: (seed) =>
      replaced(
        seed,
        CI,
        'cargo test --workspace',
        seed.pick([
          'cargo test -p press',
          'cargo test --workspace --exclude dye',
          'cargo test --workspace || true',
          'cargo test --workspace --no-run',
        ]),
      ),
  },
  { rule: 'gate-not-enforced', make: (seed) => replaced(seed, CI, '--all -- --check', '--all') },
  {
    rule: 'gate-not-enforced',
    make: (seed) =>
      replaced(
        seed,
        CI,
        '  deny:\n',
        seed.pick([
          '  deny:\n    continue-on-error: true\n',
          '  deny:\n    if: false\n',
          "  deny:\n    if: github.event_name == 'push'\n",
        ]),
      ),
  },
  {
    rule: 'gate-not-enforced',
    make: (seed) =>
      replaced(
        seed,
        CI,
        'on: pull_request',
        seed.pick([
          'on: push',
          'on: { pull_request: { paths: ["docs/**"] } }',
          'on: { schedule: [{ cron: "0 0 * * 1" }] }',
        ]),
      ),
  },
  {
    rule: 'gate-weak',
    make: (seed) =>
      appended(
        seed,
        CI,
        `  more:\n    steps:\n      - run: ${seed.pick(['cargo audit || true', 'cargo audit --file x || echo no', 'set +e; cargo audit'])}\n`,
      ),
  },
  {
    rule: 'gate-local-differs',
    make: (seed) => replaced(seed, 'justfile', seed.pick([' -- -D warnings', ' --all-targets']), ''),
  },
  {
    rule: 'gate-local-differs',
    make: (seed) =>
      replaced(
        seed,
        'justfile',
        'cargo test --workspace',
        seed.pick(['cargo test -p ink', 'cargo test --workspace --lib', '-cargo test --workspace']),
      ),
  },
  {
    rule: 'gate-narrowed',
    make: (seed) =>
      replaced(
        seed,
        CI,
        'cargo test --workspace',
        seed.pick(['cargo test -p press', 'echo none', 'cargo test --workspace || true']),
      ),
  },
];

const entry = (answer: string): Change => ({
  files: {
    'deny.toml': `[advisories]\nignore = [\n    { id = "${ID}", reason = "${answer}" },\n]\n`,
    'security/exceptions.toml': null,
  },
});

const POLICY: readonly Fault[] = [
  {
    rule: 'advisory-unanswered',
    make: ({ pick }) =>
      entry(pick(['fine', ANSWER.replace(' | owner=@ada', ''), ANSWER.replace(' | exit=upstream 2.0', '')])),
  },
  {
    rule: 'advisory-expired',
    make: ({ pick }) => entry(ANSWER.replace('2026-12-31', pick(['2026-05-31', '2025-01-01']))),
  },
  {
    rule: 'advisory-expiring',
    make: ({ pick }) => entry(ANSWER.replace('2026-12-31', pick(['2026-06-02', '2026-06-10']))),
  },
  {
    rule: 'advisory-day',
    make: ({ pick }) => entry(ANSWER.replace('2026-12-31', pick(['soon', '2026-02-30', '31.12.2026']))),
  },
  {
    rule: 'advisory-unsynced',
    make: (seed) => replaced(seed, 'deny.toml', 'no path to it', seed.pick(['old words', 'why not'])),
  },
  {
    rule: 'advisory-unsynced',
    make: ({ pick }) => ({
      files: pick<Record<string, string>>([
        { '.cargo/audit.toml': '[advisories]\nignore = []\n' },
        { 'osv-scanner.toml': '' },
      ]),
    }),
  },
  {
    rule: 'advisory-unused',
    make: (seed) =>
      appended(
        seed,
        'security/exceptions.toml',
        '\n[[exception]]\nid = "GHSA-aaaa-bbbb-cccc"\nreason = "x"\nowner = "@ada"\nexpires = "2026-12-31"\nexit = "y"\n',
      ),
  },
  {
    rule: 'advisory-contradiction',
    make: () => ({
      files: {
        '.cargo/audit.toml': `[advisories]\nignore = [\n    "${ID}", # ${ANSWER.replace('2026-12-31', '2026-11-30')}\n]\n`,
        'security/exceptions.toml': null,
      },
    }),
  },
];

const VERSIONS: readonly Fault[] = [
  { rule: 'version-mismatch', make: ({ pick }) => ({ files: { VERSION: pick(['1.1.0\n', '1.3.0\n']) } }) },
  {
    rule: 'version-mismatch',
    make: ({ pick }) => ({
      files: {
        'crates/press/src/lib.rs': `pub fn press_it() {}\nfn init(m: &M) {\n    m.add("${pick(['__version__', 'VERSION'])}", "1.1.0")?;\n}\n`,
      },
    }),
  },
  {
    rule: 'version-overridden',
    make: (seed) =>
      replaced(
        seed,
        'crates/press/pyproject.toml',
        'dynamic = ["version"]',
        `version = "${seed.pick(['1.1.0', '2.0'])}"`,
      ),
  },
  {
    rule: 'version-untranslatable',
    make: (seed) =>
      replaced(
        seed,
        manifest('press'),
        'version = "1.2.0"',
        `version = "1.2.0-${seed.pick(['nightly.1', 'alpha.beta'])}"`,
      ),
  },
  {
    rule: 'version-requirement',
    make: (seed) =>
      replaced(
        seed,
        manifest(seed.pick(['press', 'dye'])),
        'version = "1.2" }',
        `version = "${seed.pick(['1.3', '0.9', '=1.1.0'])}" }`,
      ),
  },
  {
    rule: 'version-missing',
    make: (seed) => replaced(seed, manifest(seed.pick(['press', 'dye'])), ', version = "1.2" }', ' }'),
  },
  {
    rule: 'version-lock',
    make: (seed) => {
      const name = some(seed);
      return replaced(seed, 'Cargo.lock', `name = "${name}"\nversion = "1.2.0"`, `name = "${name}"\nversion = "1.1.0"`);
    },
  },
  { rule: 'changelog-behind', make: (seed) => replaced(seed, 'CHANGELOG.md', '## 1.2.0\n\n', '') },
  {
    rule: 'licence-mismatch',
    make: (seed) =>
      replaced(
        seed,
        'crates/press/pyproject.toml',
        'license = "MIT"',
        `license = "${seed.pick(['Apache-2.0', 'MIT AND Apache-2.0'])}"`,
      ),
  },
  {
    rule: 'python-mismatch',
    make: (seed) => replaced(seed, 'crates/press/pyproject.toml', '>=3.9', seed.pick(['>=3.8', '>=3.7'])),
  },
  {
    rule: 'msrv-mismatch',
    make: ({ pick }) => ({ files: { [pick(['clippy.toml', '.clippy.toml'])]: 'msrv = "1.70.0"\n' } }),
  },
  { rule: 'publish-ungated', make: (seed) => replaced(seed, RELEASE, '    needs: verify\n', '') },
  {
    rule: 'tag-mismatch',
    make: ({ pick }) => ({ tags: ['v1.0.0', 'v1.1.0', pick(['v1.3.0*', 'v1.3.0', 'v0.9.0*'])] }),
  },
  { rule: 'tag-missing', make: () => ({ tags: ['v1.0.0', 'v1.2.0*'] }) },
  {
    rule: 'tag-spelling',
    make: ({ pick }) => ({ tags: ['v1.0.0', 'v1.1.0', 'v1.1.1', pick(['1.2.0*', 'release-1.2.0*'])] }),
  },
  { rule: 'prerelease-unmarked', make: (seed) => replaced(seed, RELEASE, ' --prerelease="$PRE"', '') },
];

export const FAULTS: readonly Fault[] = [...LINTS, ...READMES, ...GATES, ...POLICY, ...VERSIONS];
