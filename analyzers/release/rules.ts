import type { Rule } from '../../src/core/finding.ts';

export const MISMATCH: Rule = {
  id: 'version-mismatch',
  severity: 'error',
  what: 'Two places of one package say different versions.',
  why: 'Each is published or printed by itself: users install one version and read another.',
  whatToDo: 'Read the version from the metadata, or correct the literal.',
  example: { before: '__version__ = "1.1.0"', after: '__version__ = importlib.metadata.version("press")' },
};

export const OVERRIDDEN: Rule = {
  id: 'version-overridden',
  severity: 'error',
  what: 'A static version of pyproject.toml silently replaces that of Cargo.toml.',
  why: 'maturin takes the first and says nothing: the wheel and the crate of one commit have different versions.',
  whatToDo: 'Write one version: let maturin take that of Cargo.toml.',
  example: { before: '[project]\nversion = "1.1.0"', after: '[project]\ndynamic = ["version"]' },
};

export const UNTRANSLATABLE: Rule = {
  id: 'version-untranslatable',
  severity: 'error',
  what: 'A version of Cargo.toml is none in Python.',
  why: 'maturin stops when it builds the wheel: the release fails behind the tag.',
  whatToDo: 'Use alpha, beta, rc, dev or post with a number.',
  example: { before: 'version = "1.0.0-nightly.5"', after: 'version = "1.0.0-dev.5"' },
};

export const REQUIREMENT: Rule = {
  id: 'version-requirement',
  severity: 'error',
  what: 'A dependency inside the workspace asks for a version that the crate beside it does not have.',
  why: 'With a path cargo builds it all the same only where the version fits; published, it resolves to another release or to none.',
  whatToDo: 'Raise the requirement together with the version.',
  example: {
    before: 'core = { path = "../core", version = "0.2" }   # core is 0.3.0',
    after: 'core = { path = "../core", version = "0.3" }',
  },
};

export const UNVERSIONED: Rule = {
  id: 'version-missing',
  severity: 'warning',
  what: 'A crate that is published depends on a crate of the workspace by path alone.',
  why: '`cargo publish` refuses a dependency without a version: the release stops half way through the workspace.',
  whatToDo: 'Write the version beside the path.',
  example: { before: 'core = { path = "../core" }', after: 'core = { path = "../core", version = "0.3.0" }' },
};

export const LOCK: Rule = {
  id: 'version-lock',
  severity: 'error',
  what: 'A lock file (Cargo.lock, uv.lock) has another version of a package of this workspace than its manifest.',
  why: 'Every build with `--locked` fails, in the release workflow first.',
  whatToDo: 'Run `cargo update --workspace` or `uv lock`, and commit the lock file with the version.',
};

export const CHANGELOG: Rule = {
  id: 'changelog-behind',
  severity: 'error',
  what: 'The changelog does not begin with the version of the manifests, nor with what is unreleased.',
  why: 'Release notes are taken from its top entry: they would be those of another release.',
  whatToDo: 'Write an entry for the version, or one for what is unreleased.',
  example: { before: '## 1.1.0', after: '## 1.2.0' },
};

export const LICENCE: Rule = {
  id: 'licence-mismatch',
  severity: 'error',
  what: 'The Rust and the Python half of one package name different licences.',
  why: 'Both are legal statements about the same files.',
  whatToDo: 'Write one SPDX expression in both manifests.',
};

export const PYTHON: Rule = {
  id: 'python-mismatch',
  severity: 'error',
  what: 'requires-python does not agree with the abi3 feature of the crate.',
  why: 'A wheel for a newer interpreter is offered to older ones, or older ones are promised and get no wheel.',
  whatToDo: 'Let requires-python begin where the abi3 feature does.',
  example: { before: 'requires-python = ">=3.9"      # abi3-py310', after: 'requires-python = ">=3.10"' },
};

export const PYTHON_TARGET: Rule = {
  id: 'python-target',
  severity: 'error',
  what: 'ruff or black writes code for a newer Python than requires-python promises.',
  why: 'What it rewrites may use syntax or modules that the oldest promised version does not have, and it reports no use of them.',
  whatToDo:
    'Set target-version to the oldest version of requires-python, or leave it out: both tools then read it from there.',
  example: {
    before: 'requires-python = ">=3.9"\n\n[tool.ruff]\ntarget-version = "py312"',
    after: 'requires-python = ">=3.9"\n\n[tool.ruff]\ntarget-version = "py39"',
  },
};

export const MSRV: Rule = {
  id: 'msrv-mismatch',
  severity: 'error',
  what: 'Two places say different minimum versions of Rust.',
  why: 'What one of them promises is not what the other one tests.',
  whatToDo: 'Remove `msrv` from clippy.toml: clippy reads rust-version from the manifest.',
};

export const UNGATED: Rule = {
  id: 'publish-ungated',
  severity: 'error',
  what: 'A job publishes without waiting for any other job.',
  why: 'A release goes out whose tests fail beside it.',
  whatToDo: 'Name the jobs that test under `needs`.',
  example: {
    before: 'publish:\n  steps: [{ run: cargo publish }]',
    after: 'publish:\n  needs: test\n  steps: [{ run: cargo publish }]',
  },
};

export const TAG_MISMATCH: Rule = {
  id: 'tag-mismatch',
  severity: 'error',
  what: 'A tag names another version than the manifest of its commit, or a newer one than the manifest says now.',
  why: 'What is built from the tag answers with another version than users asked for; the next release would go backwards.',
  whatToDo: 'Raise the version above the newest tag; never move a tag that somebody has.',
  example: { before: 'version = "0.8.0"   # tagged v0.9.0', after: 'version = "0.9.1"' },
};

export const TAG_MISSING: Rule = {
  id: 'tag-missing',
  severity: 'warning',
  what: 'The changelog lists a release that no tag names, though those around it have one.',
  why: 'Nobody can build or compare that release again, or it never went out.',
  whatToDo: 'Tag the commit that it was released from, or say in the changelog that it was never released.',
};

export const TAG_SPELLING: Rule = {
  id: 'tag-spelling',
  severity: 'warning',
  what: 'The newest tag is spelled otherwise than all before it.',
  why: 'Release workflows wait for tags by a pattern: this one started nothing.',
  whatToDo: 'Tag the same commit in the usual spelling too.',
  example: { before: '1.2.0', after: 'v1.2.0' },
};

export const PRERELEASE: Rule = {
  id: 'prerelease-unmarked',
  severity: 'warning',
  what: 'A workflow releases a candidate without marking it as one.',
  why: 'The host shows it as the latest release: users who ask for the newest one get a candidate.',
  whatToDo: 'Derive the mark from the tag.',
  example: {
    before: '- uses: softprops/action-gh-release@v2',
    after: "- uses: softprops/action-gh-release@v2\n  with:\n    prerelease: ${{ contains(github.ref_name, '-') }}",
  },
};

export const RELEASE_RULES: readonly Rule[] = [
  MISMATCH,
  OVERRIDDEN,
  UNTRANSLATABLE,
  REQUIREMENT,
  UNVERSIONED,
  LOCK,
  CHANGELOG,
  LICENCE,
  PYTHON,
  PYTHON_TARGET,
  MSRV,
  UNGATED,
  TAG_MISMATCH,
  TAG_MISSING,
  TAG_SPELLING,
  PRERELEASE,
];
