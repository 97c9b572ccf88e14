import type { Rule } from '../../src/core/finding.ts';

export const MISSING: Rule = {
  id: 'bridge-missing',
  severity: 'error',
  what: 'Python uses a name that the native module does not export.',
  why: 'It fails when that line runs: no compiler sees both sides.',
  whatToDo: 'Export it in Rust, or correct the name in Python.',
  example: { before: 'from acme._core import old_name', after: 'from acme._core import new_name' },
};

export const HIDDEN: Rule = {
  id: 'bridge-hidden',
  severity: 'error',
  what: 'A fallback hides that the native module does not export a name.',
  why: 'The fallback runs in every installation: the fast path is dead, and no test fails.',
  whatToDo: 'Export the name in Rust, or remove the branch that never runs.',
  example: {
    before: 'try:\n    from acme._core import gone\nexcept ImportError:\n    gone = slow_one',
    after: 'from acme._core import fast_one',
  },
};

export const ARITY: Rule = {
  id: 'bridge-arity',
  severity: 'error',
  what: 'A call gives a native function too many or too few arguments.',
  why: 'It raises a TypeError when that line runs.',
  whatToDo: 'Give the arguments that the signature in Rust asks for.',
  example: { before: '_core.add(1)            # fn add(a, b)', after: '_core.add(1, 2)' },
};

export const KEYWORD: Rule = {
  id: 'bridge-keyword',
  severity: 'error',
  what: 'A call gives a native function a keyword that it does not take.',
  why: 'It raises a TypeError when that line runs.',
  whatToDo: 'Use the name of the parameter in Rust, or its `signature`.',
  example: { before: '_core.find(q, max=3)    # signature = (q, limit=10)', after: '_core.find(q, limit=3)' },
};

export const KIND: Rule = {
  id: 'bridge-kind',
  severity: 'error',
  what: 'Python or a stub takes a native name for what it is not.',
  why: 'A constant cannot be called, and only a class with `subclass` can be derived from.',
  whatToDo: 'Use it as what Rust exports, or change the export.',
  example: { before: 'class Mine(_core.Point): ...   # #[pyclass]', after: '#[pyclass(subclass)]' },
};

export const TWICE: Rule = {
  id: 'bridge-twice',
  severity: 'error',
  what: 'A native module gets one name twice.',
  why: 'The last one silently wins, whichever was meant.',
  whatToDo: 'Remove one of the two, or rename it.',
  example: { before: 'm.add_class::<a::Point>()?;\nm.add_class::<b::Point>()?;', after: 'm.add_class::<a::Point>()?;' },
};

export const BYPASS: Rule = {
  id: 'bridge-bypass',
  severity: 'warning',
  what: 'A module imports the native module past the package that wraps it.',
  why: 'What the wrapping package adds (checks, names, fallbacks) does not hold there.',
  whatToDo: 'Import it from the package, or allow the importer in `[[bridge]] importers`.',
  example: { before: 'from acme._core import run', after: 'from acme import run' },
};

export const STUB_MISSING: Rule = {
  id: 'bridge-stub-missing',
  severity: 'error',
  what: 'A stub lacks a name that the native module exports.',
  why: 'Type checkers call its use an error, and editors do not offer it.',
  mend: 'workspace/write-bridge-stub',
  whatToDo: 'Bring the stub up to date: `check bridge --fix`.',
  example: { before: '# fastmod.pyi without `solve`', after: 'def solve(a, b): ...' },
};

export const STUB_EXTRA: Rule = {
  id: 'bridge-stub-extra',
  severity: 'error',
  what: 'A stub declares a name that the native module does not export.',
  why: 'Type checkers pass code that fails when it runs.',
  mend: 'workspace/write-bridge-stub',
  whatToDo: 'Remove it from the stub, or export it in Rust.',
  example: { before: 'def gone() -> None: ...', after: '' },
};

export const STUB_SIGNATURE: Rule = {
  id: 'bridge-stub-signature',
  severity: 'error',
  what: 'A stub gives a native function other parameters than it has.',
  why: 'Type checkers pass calls that fail, and refuse calls that work.',
  mend: 'workspace/write-bridge-stub',
  whatToDo: 'Write the parameters as Rust has them.',
  example: { before: 'def add(a: int) -> int: ...', after: 'def add(a: int, b: int) -> int: ...' },
};

export const STUB_DEFAULT: Rule = {
  id: 'bridge-stub-default',
  severity: 'error',
  what: 'A stub gives a parameter another default than Rust does.',
  why: 'Readers and type checkers trust a default that does not hold.',
  mend: 'workspace/write-bridge-stub',
  whatToDo: 'Write the default as Rust has it, or `...`.',
  example: { before: 'def find(q: str, limit: int = 5): ...', after: 'def find(q: str, limit: int = 10): ...' },
};

export const STUB_ABSENT: Rule = {
  id: 'bridge-stub-absent',
  severity: 'info',
  what: 'A native module has no stub.',
  why: 'Type checkers and editors know nothing of what it exports.',
  mend: 'workspace/write-bridge-stub',
  whatToDo: 'Write one from what Rust exports: `check bridge --fix`.',
};

export const CONFIG: Rule = {
  id: 'bridge-config',
  severity: 'error',
  what: 'A `[[bridge]]` table names a crate or importers that are not there.',
  why: 'What it was to hold is not looked at.',
  whatToDo: 'Name a crate by its name or folder, and importers as `pkg.module` or `pkg.*`.',
  example: { before: 'crate = "bindings/pyton"', after: 'crate = "bindings/python"' },
};

export const BRIDGE_RULES: readonly Rule[] = [
  MISSING,
  HIDDEN,
  ARITY,
  KEYWORD,
  KIND,
  TWICE,
  BYPASS,
  STUB_MISSING,
  STUB_EXTRA,
  STUB_SIGNATURE,
  STUB_DEFAULT,
  STUB_ABSENT,
  CONFIG,
];
