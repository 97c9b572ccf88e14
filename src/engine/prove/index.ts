import { javascriptProver } from './javascript/javascript-prover.ts';
import type { Prover } from './prover.ts';
import { pythonProver } from './python/python-prover.ts';
import { rustProver } from './rust/rust-prover.ts';

/** Every prover, one a language. */
export const PROVERS: readonly Prover[] = [rustProver, pythonProver, javascriptProver];
