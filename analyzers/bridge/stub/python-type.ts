/** Rust's own types as PyO3 turns them. */
const PLAIN: Readonly<Record<string, string>> = {
  bool: 'bool',
  char: 'str',
  String: 'str',
  str: 'str',
  f32: 'float',
  f64: 'float',
  PathBuf: 'str | PathLike[str]',
  Path: 'str | PathLike[str]',
  PyString: 'str',
  PyBytes: 'bytes',
  PyByteArray: 'bytearray',
  PyBool: 'bool',
  PyInt: 'int',
  PyFloat: 'float',
  PyDict: 'dict[Any, Any]',
  PyList: 'list[Any]',
  PyTuple: 'tuple[Any, ...]',
  PySet: 'set[Any]',
};

const GENERIC: Readonly<Record<string, string>> = {
  Vec: 'list',
  VecDeque: 'list',
  HashSet: 'set',
  BTreeSet: 'set',
  HashMap: 'dict',
  BTreeMap: 'dict',
};

/** Types that only hold another. */
const HOLDERS = new Set([
  'PyResult',
  'Bound',
  'Py',
  'PyRef',
  'PyRefMut',
  'Box',
  'Arc',
  'Rc',
  'Cow',
  'Result',
  'Borrowed',
]);

/**
 * The type that Python sees for one of Rust, as far as it can be told without a compiler; `Any` for the rest.
 * @param classes Rust names of classes that the same module exports -> what they are called there
 */
export function pythonType(rust: string, classes: ReadonlyMap<string, string>): string {
  const text = rust
    .replace(/&(?:'\w+ )?(?:mut )?/g, '')
    .replace(/'\w+,?/g, '')
    .trim();
  if (text === '' || text === '()') return 'None';
  const all = (parts: readonly string[]): string => parts.map((one) => pythonType(one, classes)).join(', ');
  if (/^\(.*\)$/s.test(text)) return `tuple[${all(argumentsIn(text.slice(1, -1)).filter((one) => one !== ''))}]`;
  if (/^\[u8(?:;.*)?\]$/.test(text)) return 'bytes';
  const [, path = '', inner] = /^([\w:]+)(?:<(.*)>)?$/s.exec(text) ?? [];
  const name = path.slice(path.lastIndexOf(':') + 1);
  const given = inner === undefined ? [] : argumentsIn(inner).filter((one) => one !== '_' && one !== '');
  return genericType(name, given, all) ?? plainType(name, classes);
}

function genericType(name: string, given: readonly string[], all: (parts: readonly string[]) => string): string | null {
  const first = given.slice(0, 1);
  if (name === 'Option') return `${all(first)} | None`;
  if (HOLDERS.has(name)) return given.length === 0 ? 'Any' : all(first);
  if (name === 'Vec' && given[0] === 'u8') return 'bytes';
  if (!Object.hasOwn(GENERIC, name)) return null;
  return `${GENERIC[name]}[${all(given.slice(0, GENERIC[name] === 'dict' ? 2 : 1))}]`;
}

function plainType(name: string, classes: ReadonlyMap<string, string>): string {
  if (/^[iu](?:8|16|32|64|128|size)$/.test(name)) return 'int';
  return Object.hasOwn(PLAIN, name) ? PLAIN[name]! : (classes.get(name) ?? 'Any');
}

/** The parts of `K, Vec<(A, B)>` between commas that stand in no bracket. */
function argumentsIn(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if ('<([{'.includes(text[at]!)) depth += 1;
    else if ('>)]}'.includes(text[at]!)) depth -= 1;
    else if (text[at] === ',' && depth === 0) {
      parts.push(text.slice(from, at).trim());
      from = at + 1;
    }
  }
  return [...parts, text.slice(from).trim()];
}
