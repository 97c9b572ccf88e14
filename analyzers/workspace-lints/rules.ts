import type { Rule } from '../../src/core/finding.ts';

export const NOT_INHERITED: Rule = {
  id: 'lints-not-inherited',
  severity: 'error',
  what: 'A member of a Cargo workspace does not inherit the lints of the workspace.',
  why: 'Cargo inherits them only where the crate itself says `[lints] workspace = true`: everywhere else the shared levels do not hold, and nothing tells.',
  mend: 'workspace/inherit-lints',
  whatToDo:
    'Write `[lints]` with `workspace = true` into the manifest of the crate; `check workspace-lints --fix` does.',
  example: {
    before: '[package]\nname = "press"\nlints.workspace = true     # cargo warns and ignores it',
    after: '[package]\nname = "press"\n\n[lints]\nworkspace = true',
  },
};

export const INVALID: Rule = {
  id: 'lints-invalid',
  severity: 'error',
  what: 'Cargo refuses the lints of a crate.',
  why: 'A crate either inherits the lints of the workspace or has levels of its own; cargo stops at both, and at `workspace = false`.',
  whatToDo: "Keep either `workspace = true` or levels of the crate's own.",
  example: {
    before: '[lints]\nworkspace = true\n\n[lints.rust]\nunused = "allow"',
    after: '[lints]\nworkspace = true',
  },
};

export const BYPASSED: Rule = {
  id: 'lints-bypassed',
  severity: 'error',
  what: 'A crate switches off a lint or a whole group that the workspace sets.',
  why: 'An attribute of the crate root comes after the levels of the workspace and wins: the crate inherits on paper alone.',
  whatToDo: 'Remove the attribute, or put `#[expect(…, reason = "…")]` on the items that need it.',
  example: {
    before: '#![allow(clippy::all)]',
    after: '#[expect(clippy::too_many_arguments, reason = "mirrors the C interface")]\nfn open(…) {}',
  },
};

export const CAPPED: Rule = {
  id: 'lints-capped',
  severity: 'error',
  what: 'A configuration of cargo caps or allows what the workspace denies.',
  why: '`--cap-lints` and `-A` in rustflags hold for every crate, and no manifest shows it.',
  whatToDo: 'Remove the flag from the configuration; where one build needs it, give it on that command line.',
  example: { before: '[build]\nrustflags = ["--cap-lints", "allow"]', after: '[build]\nrustflags = []' },
};

export const NO_SHARED_LINTS: Rule = {
  id: 'lints-not-shared',
  severity: 'warning',
  what: 'A Cargo workspace of several crates has no `[workspace.lints]`.',
  why: 'Levels that stand in each crate alone drift apart, and a new crate begins with none.',
  whatToDo: 'Write `[workspace.lints]` once, then let `check workspace-lints --fix` make every crate inherit it.',
  example: {
    before: '[workspace]\nmembers = ["crates/*"]',
    after: '[workspace]\nmembers = ["crates/*"]\n\n[workspace.lints.clippy]\nall = { level = "warn", priority = -1 }',
  },
};

export const LINT_RULES: readonly Rule[] = [NOT_INHERITED, INVALID, BYPASSED, CAPPED, NO_SHARED_LINTS];
