/** path -> text; null takes a file away. */
export type Files = Readonly<Record<string, string>>;

export const CRATES = ['press', 'ink', 'dye'] as const;
export const ID = 'RUSTSEC-2024-0001';
export const ANSWER = 'no path to it | owner=@ada | expires=2026-12-31 | exit=upstream 2.0';

const README = (name: string): string =>
  `# ${name}\n\n## Purpose\n\nPresses. See [the others](../../README.md).\n\n## API surface\n\n<!-- omni-refactor:api -->\n- \`fn ${name}_it\`\n<!-- /omni-refactor:api -->\n\n## Test commands\n\n\`\`\`sh\ncargo test -p ${name}\n\`\`\`\n\n## Owner notes\n\n@ada\n`;

const crate = (name: string, more = ''): Files => ({
  [`crates/${name}/Cargo.toml`]: `[package]\nname = "${name}"\nversion = "1.2.0"\nedition = "2021"\nrust-version = "1.80"\nlicense = "MIT"\n\n[lints]\nworkspace = true\n\n[dependencies]\n${more}`,
  [`crates/${name}/src/lib.rs`]: `pub fn ${name}_it() {}\n`,
  [`crates/${name}/README.md`]: README(name),
});

const LANES: Readonly<Record<string, string>> = {
  clippy: 'cargo clippy --workspace --all-targets -- -D warnings',
  fmt: 'cargo fmt --all -- --check',
  test: 'cargo test --workspace',
  deny: 'cargo deny check',
};

/** A workspace of three crates, one of them a wheel as well, in which every check is content. */
export const HEALTHY: Files = {
  'omni-refactor.toml': '[quality-gates]\nlanes = ["clippy", "fmt", "test", "deny"]\n',
  'Cargo.toml':
    '[workspace]\nmembers = ["crates/*"]\n\n[workspace.lints.rust]\nunsafe_code = "deny"\n\n[workspace.lints.clippy]\npedantic = { level = "warn", priority = -1 }\n',
  'Cargo.lock': `version = 4\n${CRATES.map((name) => `\n[[package]]\nname = "${name}"\nversion = "1.2.0"\n`).join('')}`,
  'README.md': '# all\n',
  ...crate(
    'press',
    'ink = { path = "../ink", version = "1.2" }\npyo3 = { version = "0.26", features = ["abi3-py39"] }\n',
  ),
  ...crate('ink'),
  ...crate('dye', 'ink = { path = "../ink", version = "1.2" }\n'),
  'crates/press/pyproject.toml':
    '[build-system]\nrequires = ["maturin"]\nbuild-backend = "maturin"\n\n[project]\nname = "press"\ndynamic = ["version"]\nlicense = "MIT"\nrequires-python = ">=3.9"\nreadme = "README.md"\n',
  'CHANGELOG.md': '# Changelog\n\n## 1.2.0\n\n## 1.1.0\n\n## 1.0.0\n',
  VERSION: '1.2.0\n',
  'deny.toml': `[advisories]\nignore = [\n    { id = "${ID}", reason = "${ANSWER}" },\n]\n`,
  'security/exceptions.toml': `[[exception]]\nid = "${ID}"\nreason = "no path to it"\nowner = "@ada"\nexpires = "2026-12-31"\nexit = "upstream 2.0"\n`,
  justfile: `lint:\n    ${LANES.clippy}\n\ntest:\n    ${LANES.test}\n`,
  '.github/workflows/ci.yml': `on: pull_request\njobs:\n${Object.entries(LANES)
    .map(([lane, command]) => `  ${lane}:\n    runs-on: ubuntu-latest\n    steps:\n      - run: ${command}\n`)
    .join('')}`,
  '.github/workflows/release.yml':
    'on: { push: { tags: [\'v*\'] } }\njobs:\n  verify:\n    runs-on: ubuntu-latest\n    steps:\n      - run: cargo test --workspace\n  out:\n    needs: verify\n    runs-on: ubuntu-latest\n    steps:\n      - run: cargo publish --workspace\n      - run: gh release create "$TAG" --prerelease="$PRE"\n',
};

export const TAGS = ['v1.0.0', 'v1.1.0', 'v1.2.0-rc.1', 'v1.2.0*'];
