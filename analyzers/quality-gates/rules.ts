import type { Rule } from '../../src/core/finding.ts';

export const NOT_ENFORCED: Rule = {
  id: 'gate-not-enforced',
  severity: 'error',
  what: 'CI does not hold every pull request to a gate that the repository declares.',
  why: 'What fails nobody is not kept: the first warning stays, and the second has company.',
  whatToDo: 'Run the command in a workflow that pull requests start, for the whole workspace, so that it can fail.',
  example: {
    before: '- run: cargo clippy -p press',
    after: '- run: cargo clippy --workspace --all-targets -- -D warnings',
  },
};

export const WEAK: Rule = {
  id: 'gate-weak',
  severity: 'warning',
  what: 'CI runs a gate so that it stops nobody, or leaves crates out.',
  why: 'A green check is read as more than it is.',
  whatToDo: 'Take away what swallows the failure or narrows the command; or take the step away.',
  example: {
    before: '- run: cargo clippy --workspace || true',
    after: '- run: cargo clippy --workspace -- -D warnings',
  },
};

export const NARROWED: Rule = {
  id: 'gate-narrowed',
  severity: 'error',
  what: 'A branch takes a gate away, narrows it or makes it advisory.',
  why: 'It stood at the merge base: what it kept out may come in from now on.',
  whatToDo: 'Keep the lane as it was, or decide on it in a change of its own.',
  example: { before: '- run: cargo test --workspace --exclude press', after: '- run: cargo test --workspace' },
};

export const LOCAL_DIFFERS: Rule = {
  id: 'gate-local-differs',
  severity: 'warning',
  what: 'A task of the repository runs a gate otherwise than CI does.',
  why: 'What passes here fails there: the task is run to know what CI will say.',
  whatToDo: 'Let CI call the task, or write the same command in both.',
  example: {
    before: 'lint:\n    cargo clippy',
    after: 'lint:\n    cargo clippy --workspace --all-targets -- -D warnings',
  },
};

export const GATE_RULES: readonly Rule[] = [NOT_ENFORCED, WEAK, NARROWED, LOCAL_DIFFERS];
