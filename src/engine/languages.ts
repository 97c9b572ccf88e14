import { javascriptJoinModule } from '../../codemods/javascript/join-module/index.ts';
import { partsIn as javascriptParts } from '../../codemods/javascript/join-module/read-family.ts';
import { javascriptSplitModule } from '../../codemods/javascript/split-module/index.ts';
import { pythonJoinModule } from '../../codemods/python/join-module/index.ts';
import { partsIn as pythonParts } from '../../codemods/python/join-module/read-family.ts';
import { pythonSplitModule } from '../../codemods/python/split-module/index.ts';
import { rustJoinModule } from '../../codemods/rust/join-module/index.ts';
import { partsIn as rustParts } from '../../codemods/rust/join-module/read-family.ts';
import { rustSplitModule } from '../../codemods/rust/split-module/index.ts';
import { thisNames } from '../languages/javascript/this-names.ts';
import { selfNames } from '../languages/python/self-names.ts';
import type { Language } from './language.ts';
import { LANGUAGE_TRAITS } from './language-traits.ts';
import { parsed } from './parsed-language.ts';
import { planJavascript } from './plan/javascript.ts';
import { PYTHON_LAYOUTS, planPython, pythonLayoutReason } from './plan/python.ts';
import { planRust } from './plan/rust.ts';
import { PLANNING } from './planning-of.ts';

/** Every language: the one place that lists them. A further one is its folders and its entry here. */
export const LANGUAGES: readonly Language[] = [
  {
    ...LANGUAGE_TRAITS.rust,
    ...parsed('rust', 'R60'),
    title: 'Rust',
    planning: PLANNING.rust,
    plan: planRust,
    layouts: [],
    layoutReason: () => null,
    ownNames: null,
    split: rustSplitModule,
    join: { codemod: rustJoinModule, partsIn: rustParts, hoistsFunctions: true },
    prover: async () => (await import('./prove/rust/rust-prover.ts')).rustProver,
    toolchain: async () => (await import('./toolchains/rust.ts')).rustToolchain,
  },
  {
    ...LANGUAGE_TRAITS.python,
    ...parsed('python', 'H37'),
    title: 'Python',
    planning: PLANNING.python,
    plan: planPython,
    layouts: PYTHON_LAYOUTS,
    layoutReason: pythonLayoutReason,
    ownNames: selfNames,
    split: pythonSplitModule,
    join: { codemod: pythonJoinModule, partsIn: pythonParts, hoistsFunctions: false },
    prover: async () => (await import('./prove/python/python-prover.ts')).pythonProver,
    toolchain: async () => (await import('./toolchains/python.ts')).pythonToolchain,
  },
  {
    ...LANGUAGE_TRAITS.javascript,
    ...parsed('javascript', 'J13'),
    title: 'JavaScript',
    planning: PLANNING.javascript,
    plan: planJavascript,
    layouts: [],
    layoutReason: () => null,
    ownNames: thisNames,
    split: javascriptSplitModule,
    join: { codemod: javascriptJoinModule, partsIn: javascriptParts, hoistsFunctions: true },
    prover: async () => (await import('./prove/javascript/javascript-prover.ts')).javascriptProver,
    toolchain: async () => (await import('./toolchains/javascript.ts')).javascriptToolchain,
  },
];
