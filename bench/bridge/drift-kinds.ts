import type { Mixed } from './generate-mixed.ts';

/** The texts of a workspace with its stub. */
export interface Drifting extends Mixed {
  readonly stub: string;
}

/** One way in which the two sides come apart, and the rules that may tell of it. */
export interface Drift {
  readonly id: string;
  readonly rules: readonly string[];
  /** Null where this workspace has nothing to be changed so. */
  readonly apply: (files: Drifting, name: string) => Drifting | null;
}

const MISSING = ['bridge-missing', 'bridge-hidden', 'bridge-stub-extra'];
const CALL = ['bridge-arity', 'bridge-keyword', 'bridge-stub-signature', 'bridge-stub-default'];

const changed = (text: string, from: string | RegExp, to: string): string | null => {
  const made = text.replace(from, to);
  return made === text ? null : made;
};

const inRust =
  (from: (name: string) => string | RegExp, to: (name: string) => string): Drift['apply'] =>
  (files, name) => {
    const rust = changed(files.rust, from(name), to(name));
    return rust === null ? null : { ...files, rust };
  };

const inPython =
  (path: string, from: (name: string) => string | RegExp, to: (name: string) => string): Drift['apply'] =>
  (files, name) => {
    const text = changed(files.python[path]!, from(name), to(name));
    return text === null ? null : { ...files, python: { ...files.python, [path]: text } };
  };

const inStub =
  (from: (name: string) => string | RegExp, to: (name: string) => string): Drift['apply'] =>
  (files, name) => {
    const stub = changed(files.stub, from(name), to(name));
    return stub === null ? null : { ...files, stub };
  };

const registered = (name: string): string => `    m.add_function(wrap_pyfunction!(${name}, m)?)?;\n`;

export const DRIFTS: readonly Drift[] = [
  { id: 'a function is no longer registered', rules: MISSING, apply: inRust(registered, () => '') },
  {
    id: 'a function gets another name in Python',
    rules: MISSING,
    apply: inRust(
      (name) => `pub fn ${name}(`,
      (name) => `#[pyo3(name = "${name}_new")]\npub fn ${name}(`,
    ),
  },
  {
    id: 'a class is no longer registered',
    rules: MISSING,
    apply: inRust(
      () => '    m.add_class::<Point>()?;\n',
      () => '',
    ),
  },
  {
    id: 'a class is renamed',
    rules: MISSING,
    apply: inRust(
      () => 'get_all, subclass',
      () => 'get_all, subclass, name = "Spot"',
    ),
  },
  {
    id: 'a constant is renamed',
    rules: MISSING,
    apply: inRust(
      () => '"LIMIT"',
      () => '"MOST"',
    ),
  },
  {
    id: 'an exception is renamed',
    rules: MISSING,
    apply: inRust(
      () => 'm.add("Broken"',
      () => 'm.add("Failed"',
    ),
  },
  {
    id: 'a helper of another crate registers nothing',
    rules: MISSING,
    apply: inRust(
      () => '    helper::register(m)?;\n',
      () => '',
    ),
  },
  {
    id: 'a submodule loses a function',
    rules: MISSING,
    apply: inRust(
      (name) => `    inner.add_function(wrap_pyfunction!(${name}, inner)?)?;\n`,
      () => '',
    ),
  },
  {
    id: 'a submodule is renamed',
    rules: MISSING,
    apply: inRust(
      () => 'PyModule::new(m.py(), "inner")',
      () => 'PyModule::new(m.py(), "nested")',
    ),
  },
  {
    id: 'a variant goes',
    rules: MISSING,
    apply: inRust(
      () => 'Red, Green',
      () => 'Red',
    ),
  },
  {
    id: 'a method goes',
    rules: MISSING,
    apply: inRust(
      () => / {4}fn moved.*\n/,
      () => '',
    ),
  },
  {
    id: 'a static method goes',
    rules: MISSING,
    apply: inRust(
      () => / {4}#\[staticmethod\]\n.*\n/,
      () => '',
    ),
  },
  {
    id: 'a field is no longer read',
    rules: MISSING,
    apply: inRust(
      () => 'get_all, ',
      () => '',
    ),
  },
  {
    id: 'a parameter is added',
    rules: CALL,
    apply: inRust(
      (name) => `(first_${name}, second`,
      (name) => `(first_${name}, zeroth, second`,
    ),
  },
  {
    id: 'a parameter goes',
    rules: CALL,
    apply: inRust(
      (name) => new RegExp(`, \\*, deep_${name}=None`),
      () => '',
    ),
  },
  {
    id: 'a keyword is renamed',
    rules: CALL,
    apply: inRust(
      (name) => `deep_${name}=None))]`,
      (name) => `deeper_${name}=None))]`,
    ),
  },
  {
    id: 'a default goes',
    rules: CALL,
    apply: inRust(
      (name) => new RegExp(`(first_${name}, second)=\\d+`),
      () => '$1',
    ),
  },
  {
    id: 'a default changes',
    rules: CALL,
    apply: inRust(
      (name) => new RegExp(`(first_${name}, second)=\\d+`),
      () => '$1=1234',
    ),
  },
  {
    id: 'a parameter is by keyword alone',
    rules: CALL,
    apply: inRust(
      (name) => new RegExp(`(first_${name}), (second=\\d+), \\*`),
      () => '$1, *, $2',
    ),
  },
  {
    id: 'a parameter is by place alone',
    rules: CALL,
    apply: inRust(
      (name) => `(first_${name}, second`,
      (name) => `(first_${name}, /, second`,
    ),
  },
  {
    id: 'a constructor asks for more',
    rules: CALL,
    apply: inRust(
      () => 'fn new(x: i32)',
      () => 'fn new(x: i32, y: i32)',
    ),
  },
  {
    id: 'a constructor goes',
    rules: [...CALL, 'bridge-kind', 'bridge-stub-extra'],
    apply: inRust(
      () => / {4}#\[new\]\n.*\n/,
      () => '',
    ),
  },
  {
    id: 'a method asks for more',
    rules: CALL,
    apply: inRust(
      () => 'fn moved(&self, by: i32',
      () => 'fn moved(&self, by: i32, again: i32',
    ),
  },
  {
    id: 'a class can no longer be derived from',
    rules: ['bridge-kind'],
    apply: inRust(
      () => 'get_all, subclass',
      () => 'get_all',
    ),
  },
  {
    id: 'a getter becomes a method',
    rules: ['bridge-kind'],
    apply: (files, name) =>
      inStub(
        () => '@property\n    def length',
        () => 'def length',
      )(files, name),
  },
  {
    id: 'a name is given twice',
    rules: ['bridge-twice'],
    apply: inRust(registered, (name) => registered(name) + registered(name)),
  },
  {
    id: 'two classes get one name',
    rules: ['bridge-twice'],
    apply: inRust(
      () => 'pyclass(eq, eq_int)',
      () => 'pyclass(eq, eq_int, name = "Point")',
    ),
  },
  {
    id: 'Python misspells an import',
    rules: MISSING,
    apply: inPython(
      'python/acme/direct.py',
      (name) => new RegExp(`(import.*)\\b${name}\\b`),
      (name) => `$1${name}s`,
    ),
  },
  {
    id: 'Python misspells an attribute',
    rules: MISSING,
    apply: inPython(
      'python/acme/module.py',
      (name) => `native.${name}(value)`,
      (name) => `native.${name}x(value)`,
    ),
  },
  {
    id: 'Python misspells a name of the package',
    rules: MISSING,
    apply: inPython(
      'tests/test_it.py',
      (name) => `acme.${name}(`,
      (name) => `acme.${name}ed(`,
    ),
  },
  {
    id: 'Python misspells a string',
    rules: MISSING,
    apply: inPython(
      'python/acme/module.py',
      () => /getattr\(native, "(\w+)"\)/,
      () => 'getattr(native, "$1_old")',
    ),
  },
  {
    id: 'Python misspells behind a fallback',
    rules: ['bridge-hidden'],
    apply: inPython(
      'python/acme/guarded.py',
      () => /import (\w+) as fast/,
      () => 'import $1_old as fast',
    ),
  },
  {
    id: 'Python calls a constant',
    rules: ['bridge-kind'],
    apply: inPython(
      'python/acme/direct.py',
      () => 'shared(LIMIT)',
      () => 'shared(LIMIT())',
    ),
  },
  {
    id: 'Python gives too much',
    rules: CALL,
    apply: inPython(
      'python/acme/direct.py',
      (name) => `${name}(1, 2)`,
      (name) => `${name}(1, 2, 3)`,
    ),
  },
  {
    id: 'Python gives too little',
    rules: CALL,
    apply: inPython(
      'python/acme/direct.py',
      (name) => `${name}(1)\n`,
      (name) => `${name}()\n`,
    ),
  },
  {
    id: 'Python gives a strange keyword',
    rules: CALL,
    apply: inPython(
      'tests/test_it.py',
      () => 'second=2',
      () => 'secund=2',
    ),
  },
  {
    id: 'the stub lacks a function',
    rules: ['bridge-stub-missing'],
    apply: inStub(
      (name) => new RegExp(`^def ${name}\\(.*\\n`, 'm'),
      () => '',
    ),
  },
  {
    id: 'the stub lacks a member',
    rules: ['bridge-stub-missing'],
    apply: inStub(
      () => / {4}@property\n {4}def length.*\n/,
      () => '',
    ),
  },
  {
    id: 'the stub has a function too many',
    rules: ['bridge-stub-extra'],
    apply: inStub(
      () => /$/,
      () => 'def gone() -> None: ...\n',
    ),
  },
  {
    id: 'the stub names a parameter otherwise',
    rules: ['bridge-stub-signature'],
    apply: inStub(
      (name) => `(first_${name}: int`,
      (name) => `(one_${name}: int`,
    ),
  },
  {
    id: 'the stub has another default',
    rules: ['bridge-stub-default'],
    apply: inStub(
      () => /second: int = \d+/,
      () => 'second: int = 4321',
    ),
  },
  {
    id: 'the stub takes a function for a class',
    rules: ['bridge-kind'],
    apply: inStub(
      (name) => new RegExp(`^def ${name}\\(.*\\n`, 'm'),
      (name) => `class ${name}: ...\n`,
    ),
  },
];
