import { SONAR_JAVASCRIPT, SONAR_JAVASCRIPT_COGNITIVE } from './javascript-tables.ts';
import { LIZARD_PYTHON, MCCABE, RADON, RCA_PYTHON, RUFF, SONAR_PYTHON } from './python-tables.ts';
import { CLIPPY, LIZARD_RUST, RCA_RUST, RCA_RUST_COGNITIVE, SONAR_RUST } from './rust-tables.ts';
import { SONAR_PYTHON_COGNITIVE, SONAR_RUST_COGNITIVE } from './sonar-rules.ts';
import type { Dialect, DialectId } from './table.ts';

/** Metrics as other tools count them. */
export const DIALECTS: Readonly<Record<DialectId, Dialect>> = {
  radon: { peer: 'radon 6.0', languages: { python: { cyclomatic: RADON } } },
  mccabe: { peer: 'mccabe 0.7', languages: { python: { cyclomatic: MCCABE } } },
  ruff: { peer: 'ruff 0.17 (C901)', languages: { python: { cyclomatic: RUFF } } },
  lizard: {
    peer: 'lizard 1.24.0',
    languages: { rust: { cyclomatic: LIZARD_RUST }, python: { cyclomatic: LIZARD_PYTHON } },
  },
  clippy: { peer: 'clippy 1.95 (cognitive_complexity)', languages: { rust: { cognitive: CLIPPY } } },
  'rust-code-analysis': {
    peer: 'rust-code-analysis 0.0.25',
    languages: { rust: { cyclomatic: RCA_RUST, cognitive: RCA_RUST_COGNITIVE }, python: { cyclomatic: RCA_PYTHON } },
  },
  sonar: {
    peer: 'SonarQube (2026-08; JavaScript: eslint-plugin-sonarjs 4.2)',
    note: 'Rust and Python checked on golden cases only',
    languages: {
      rust: { cyclomatic: SONAR_RUST, cognitive: SONAR_RUST_COGNITIVE },
      python: { cyclomatic: SONAR_PYTHON, cognitive: SONAR_PYTHON_COGNITIVE },
      javascript: { cyclomatic: SONAR_JAVASCRIPT, cognitive: SONAR_JAVASCRIPT_COGNITIVE },
    },
  },
};
