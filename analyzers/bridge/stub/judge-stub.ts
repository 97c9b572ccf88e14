import type { Finding, Rule } from '../../../src/core/finding.ts';
import {
  type ClassMember,
  membersOf,
  type NativeClass,
  type NativeMember,
  type NativeModule,
  type Spot,
} from '../native.ts';
import { KIND, STUB_DEFAULT, STUB_EXTRA, STUB_MISSING, STUB_SIGNATURE } from '../rules.ts';
import type { Signature } from '../signature.ts';
import { compareSignatures } from './compare-signatures.ts';
import type { StubFile, StubMember, StubName } from './stub-file.ts';

export interface StubJudge {
  readonly stubPath: string;
  /** Dotted. */
  readonly module: string;
  readonly native: NativeModule;
  readonly stub: StubFile;
}

const isPrivate = (name: string): boolean => name.startsWith('_');
const at = ({ path, line }: Spot): string => `${path}:${line}`;

type Put = (rule: Rule, line: number, symbol: string, what: string) => void;

/** A stub against what the module exports: names, kinds, parameters, and the members of classes. */
export function judgeStub({ stubPath, module, native, stub }: StubJudge): Finding[] {
  const findings: Finding[] = [];
  const put: Put = (rule, line, symbol, what) => {
    const { id, severity, why, whatToDo = '' } = rule;
    findings.push({
      rule: id,
      severity,
      place: { path: stubPath, line },
      symbol: `${module}.${symbol}`,
      what,
      why,
      whatToDo,
    });
  };
  const declared = new Map(stub.names.map((one) => [one.name, one]));
  for (const [name, member] of native.members) {
    const stubbed = declared.get(name);
    if (stubbed) judgeName(member, stubbed, declared, put);
    else if (!stub.open && !isPrivate(name) && member.conditional === null && member.kind !== 'module')
      put(STUB_MISSING, 1, name, `The stub of ${module} lacks \`${name}\` (${at(member.place)})`);
  }
  if (native.open.length === 0)
    for (const { name, kind, line } of stub.names)
      if (kind !== 'type' && kind !== 'import' && !isPrivate(name) && !native.members.has(name))
        put(STUB_EXTRA, line, name, `The stub declares \`${name}\`, which ${module} does not export`);
  return findings;
}

function judgeName(member: NativeMember, stubbed: StubName, declared: ReadonlyMap<string, StubName>, put: Put): void {
  const wrong = wrongKind(member, stubbed);
  if (wrong !== null)
    put(
      KIND,
      stubbed.line,
      member.name,
      `The stub calls \`${member.name}\` a ${stubbed.kind}, and it is ${wrong} (${at(member.place)})`,
    );
  else if (member.kind === 'function' && stubbed.kind === 'function')
    judgeSignature(member, stubbed, { symbol: member.name, line: stubbed.line }, put);
  else if (member.type && stubbed.kind === 'class') judgeClass(member.type, stubbed, declared, put);
}

/** What a name is where the stub says another thing; null where both may be meant. */
function wrongKind({ kind }: NativeMember, stubbed: StubName): string | null {
  if (
    kind === 'value' ||
    kind === 'module' ||
    stubbed.kind === 'type' ||
    stubbed.kind === 'import' ||
    stubbed.kind === 'value'
  )
    return null;
  const own = kind === 'exception' ? 'class' : kind;
  return own === stubbed.kind ? null : `a ${kind}`;
}

interface About {
  readonly symbol: string;
  readonly line: number;
}

function judgeSignature(
  { signature, place }: Pick<ClassMember, 'signature' | 'place'>,
  { signatures }: Pick<StubMember, 'signatures'>,
  { symbol, line }: About,
  put: Put,
): void {
  if (!signature || signatures.length === 0) return;
  const [only, ...more] = signatures;
  const found = more.length === 0 ? compareSignatures(signature, only!) : strangerIn(signature, signatures);
  if (found)
    put(
      found.about === 'default' ? STUB_DEFAULT : STUB_SIGNATURE,
      line,
      symbol,
      `\`${symbol}\`: ${found.why} (${at(place)})`,
    );
}

/** Overloads say more than one signature can: only a name that none of Rust's parameters has is wrong. */
function strangerIn(native: Signature, overloads: readonly Signature[]): ReturnType<typeof compareSignatures> {
  if (native.some(({ kind }) => kind === 'rest' || kind === 'keywords')) return null;
  const known = new Set(native.map(({ name }) => name));
  const stranger = overloads
    .flat()
    .find(({ name, kind }) => (kind === 'positional' || kind === 'keyword-only') && !known.has(name));
  return stranger === undefined ? null : { about: 'signature', why: `Rust has no parameter \`${stranger.name}\`` };
}

/** Members of a stub's class with those of bases that the same stub declares; null where a base is elsewhere. */
function stubMembers(
  stubbed: StubName,
  declared: ReadonlyMap<string, StubName>,
  depth = 0,
): Map<string, StubMember> | null {
  const members = new Map<string, StubMember>();
  let isWhole = true;
  for (const base of depth > 20 ? [] : stubbed.bases) {
    const found = declared.get(base.replace(/\[.*$/s, ''));
    const inner = found?.kind === 'class' && found !== stubbed ? stubMembers(found, declared, depth + 1) : null;
    if (inner) for (const [name, one] of inner) members.set(name, one);
    else if (!/^(?:object|(?:typing\.)?Generic\[.*|(?:final|metaclass=.*))$/s.test(base)) isWhole = false;
  }
  for (const one of stubbed.members) members.set(one.name, one);
  return isWhole ? members : null;
}

function judgeClass(type: NativeClass, stubbed: StubName, declared: ReadonlyMap<string, StubName>, put: Put): void {
  const { members, open } = membersOf(type);
  const whole = stubMembers(stubbed, declared);
  const own = new Map(stubbed.members.map((one) => [one.name, one]));
  for (const [name, member] of members) {
    // Python calls these itself, by place.
    if (/^__(?!call|new|init)\w+__$/.test(name)) continue;
    const one = own.get(name);
    const symbol = `${stubbed.name}.${name}`;
    if (one) judgeMember(member, one, symbol, put);
    else if (whole && !whole.has(name) && !isPrivate(name) && member.conditional === null && !whole.has('__getattr__'))
      put(
        STUB_MISSING,
        stubbed.line,
        symbol,
        `The stub of \`${stubbed.name}\` lacks \`${name}\` (${at(member.place)})`,
      );
  }
  if (!open)
    for (const { name, line } of stubbed.members)
      if (!isPrivate(name) && !members.has(name) && !type.members.has(name) && !members.has('__getattr__'))
        put(
          STUB_EXTRA,
          line,
          `${stubbed.name}.${name}`,
          `The stub gives \`${stubbed.name}\` a \`${name}\`, which it does not have`,
        );
  judgeConstructor(type, stubbed, own, whole, put);
}

function judgeMember(member: ClassMember, stubbed: StubMember, symbol: string, put: Put): void {
  const isField = member.kind === 'attribute' || member.kind === 'constant';
  const isFunction = stubbed.kind === 'method' || stubbed.kind === 'static' || stubbed.kind === 'class-method';
  if (member.kind === 'variant') return;
  if (isField && isFunction) {
    put(
      KIND,
      stubbed.line,
      symbol,
      `The stub calls \`${symbol}\` a method, and it is an attribute (${at(member.place)})`,
    );
    return;
  }
  if (isField || !isFunction) {
    // An attribute may hold a callable.
    return;
  }
  if (member.kind === 'static' && stubbed.kind === 'method' && stubbed.signatures.length > 0) {
    put(KIND, stubbed.line, symbol, `The stub calls \`${symbol}\` a method, and it is static (${at(member.place)})`);
    return;
  }
  judgeSignature(member, stubbed, { symbol, line: stubbed.line }, put);
}

function judgeConstructor(
  type: NativeClass,
  stubbed: StubName,
  own: ReadonlyMap<string, StubMember>,
  whole: ReadonlyMap<string, StubMember> | null,
  put: Put,
): void {
  const { creation } = type;
  const made = own.get('__new__') ?? own.get('__init__');
  const symbol = `${stubbed.name}.${made?.name ?? '__new__'}`;
  if (creation === null) return;
  if (creation === 'none') {
    if (made && type.base === null && made.signatures.some((one) => one.length > 0))
      put(
        STUB_EXTRA,
        made.line,
        symbol,
        `The stub lets \`${stubbed.name}\` be called, and it has no constructor (${at(type.place)})`,
      );
    return;
  }
  // Type checkers hold a call against each of the two that a stub has.
  const all = ['__new__', '__init__'].flatMap((name) => own.get(name) ?? []);
  for (const one of all)
    judgeSignature(
      { signature: creation, place: type.place },
      one,
      { symbol: `${stubbed.name}.${one.name}`, line: one.line },
      put,
    );
  if (all.length > 0) return;
  if (
    whole &&
    !whole.has('__new__') &&
    !whole.has('__init__') &&
    creation.some(({ default: value, kind }) => value === null && kind !== 'rest' && kind !== 'keywords')
  )
    put(
      STUB_MISSING,
      stubbed.line,
      symbol,
      `The stub of \`${stubbed.name}\` lacks its constructor (${at(type.place)})`,
    );
}
