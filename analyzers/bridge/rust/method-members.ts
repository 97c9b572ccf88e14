import { stringValue } from '../../../src/languages/rust/composition/path-value.ts';
import type { ClassMember } from '../native.ts';
import type { Signature } from '../signature.ts';
import { conditionOf, type ModelContext } from './model-context.ts';
import { attributeNamed, optionsOf, optionText, type PythonAttribute, stringOption } from './python-attributes.ts';
import { implicitSignature, isToken, pythonName, type RustParameter, readSignature } from './read-signature.ts';
import { resolvePath, segmentsOf } from './resolve-path.ts';
import type { RustClass, RustMethod, RustMethods } from './rust-file.ts';
import { type Placed, rootOf } from './rust-index.ts';

/** What the blocks of `#[pymethods]` of a class give it. */
interface Methods {
  readonly methods: readonly ClassMember[];
  readonly creation: ClassMember | null;
  /** Why there may be more. */
  readonly strange: readonly string[];
}

export function methodMembers(context: ModelContext, item: Placed<RustClass>): Methods {
  const methods = new Map<string, ClassMember>();
  const strange: string[] = [];
  let creation: ClassMember | null = null;
  for (const block of blocksOf(context, item)) {
    strange.push(...block.strange.map((call) => `\`${call}\` stands among its methods`));
    for (const { method, condition } of compiledIn(context, block)) {
      const made = memberOf(context, block, method, condition);
      if (isConstructor(method)) creation = creation === null ? made : alternatives(creation, made);
      else methods.set(made.name, methods.has(made.name) ? alternatives(methods.get(made.name)!, made) : made);
    }
  }
  return { methods: [...methods.values()], creation, strange };
}

/** The methods that some build has, with what they wait for. */
const compiledIn = (
  context: ModelContext,
  { scope, cfg, methods }: Placed<RustMethods>,
): { readonly method: RustMethod; readonly condition: string | null }[] =>
  methods.flatMap((method) => {
    const condition = conditionOf(context, scope, [...cfg, ...method.cfg]);
    return condition === false ? [] : [{ method, condition }];
  });

/** A getter and its setter are one attribute; of methods that wait for different builds only the name is sure. */
function alternatives(known: ClassMember, made: ClassMember): ClassMember {
  if (made.kind === 'attribute') return { ...known, writable: known.writable || made.writable };
  const isSure = known.conditional === null && made.conditional === null;
  return isSure ? made : { ...made, signature: null, shown: null, conditional: null };
}

/** Blocks whose type is the class, wherever in its crate they stand. */
function blocksOf({ index }: ModelContext, item: Placed<RustClass>): Placed<RustMethods>[] {
  const root = rootOf(item.scope);
  return index.methods.filter((block) => {
    if (rootOf(block.scope) !== root) return false;
    if (segmentsOf(block.type).at(-1) !== item.name && !/^[A-Z]/.test(block.type)) return false;
    const found = resolvePath(index, block.scope, segmentsOf(block.type));
    if (found.length === 0) return block.type === item.name;
    return found.some((one) => one.kind === 'class' && one.item.path === item.path && one.item.line === item.line);
  });
}

const isConstructor = ({ name, attributes }: RustMethod): boolean =>
  attributeNamed(attributes, 'new') !== null || name === '__new__';

function memberOf(
  context: ModelContext,
  block: Placed<RustMethods>,
  method: RustMethod,
  conditional: string | null,
): ClassMember {
  const { attributes } = method;
  const place = { path: block.path, line: method.line };
  const options = optionsOf(attributes, 'pyo3');
  const base = { place, conditional, signature: null, shown: null, writable: false, rustType: method.returns };
  const getter = attributeNamed(attributes, 'getter');
  const setter = attributeNamed(attributes, 'setter') ?? attributeNamed(attributes, 'deleter');
  const own = stringOption(options, 'name');
  if (getter || setter) {
    const name = own ?? accessorName(method.name, getter ?? setter!);
    return { ...base, name, kind: 'attribute', writable: attributeNamed(attributes, 'setter') !== null };
  }
  if (attributeNamed(attributes, 'classattr') || method.isConst)
    return { ...base, name: own ?? pythonName(method.name), kind: 'constant' };
  const isClass = attributeNamed(attributes, 'classmethod') !== null;
  const isStatic = attributeNamed(attributes, 'staticmethod') !== null;
  return {
    ...base,
    name: own ?? pythonName(method.name),
    kind: isClass ? 'class-method' : isStatic ? 'static' : 'method',
    signature: signatureOf(attributes, argumentsOf(method), context.optionalTail),
    shown: shownSignature(attributes),
  };
}

/** `#[getter(x)]`, `#[getter] fn get_x`, `#[getter] fn x`. */
function accessorName(name: string, attribute: PythonAttribute): string {
  const own = attribute.text.trim();
  if (own !== '') return stringValue(own) ?? pythonName(own);
  const prefix = attribute.name === 'getter' ? 'get_' : attribute.name === 'setter' ? 'set_' : 'delete_';
  return pythonName(name.startsWith(prefix) ? name.slice(prefix.length) : name);
}

/** Without the receiver, whatever its type: `&self`, `slf: PyRef<Self>`, `cls: &Bound<PyType>`. */
function argumentsOf({ name, attributes, parameters, hasSelf }: RustMethod): RustParameter[] {
  const given = parameters.filter((one) => !isToken(one) && !/\bCancelHandle$/.test(one.type));
  const isNew = attributeNamed(attributes, 'new') !== null || name === '__new__';
  const isClass = attributeNamed(attributes, 'classmethod') !== null;
  const isStatic = attributeNamed(attributes, 'staticmethod') !== null;
  const takesReceiver = isClass || (!isNew && !isStatic && !hasSelf);
  return takesReceiver ? given.slice(1) : given;
}

/** By its `signature`, else by its parameters. Null where the signature cannot be read. */
export function signatureOf(
  attributes: readonly PythonAttribute[],
  parameters: readonly RustParameter[],
  optionalTail: boolean,
): Signature | null {
  const written = optionText({ ...optionsOf(attributes, 'pyfunction'), ...optionsOf(attributes, 'pyo3') }, 'signature');
  const found = written === null ? implicitSignature(parameters, optionalTail) : readSignature(written);
  const types = new Map(parameters.map(({ name, type }) => [pythonName(name), type]));
  return found?.map((one) => ({ ...one, type: types.get(one.name) ?? '' })) ?? null;
}

/** By `text_signature`: what `inspect` shows. The receiver (`$self`) is left out. */
export function shownSignature(attributes: readonly PythonAttribute[]): Signature | null {
  const text = stringOption(
    { ...optionsOf(attributes, 'pyfunction'), ...optionsOf(attributes, 'pyo3') },
    'text_signature',
  );
  return text === null ? null : readSignature(text.replace(/^\(\s*(?:\$\w+|self|cls)\s*(?:,\s*\/)?\s*,?\s*/, '('));
}
