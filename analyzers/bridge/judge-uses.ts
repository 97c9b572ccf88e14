import type { Finding, Rule } from '../../src/core/finding.ts';
import { callFits } from './call-fits.ts';
import { type Bridge, type ClassMember, membersOf, type NativeClass, type NativeMember, type Spot } from './native.ts';
import type { CallShape, PythonImport, PythonUse } from './python/python-file.ts';
import { absoluteName, type PythonModule } from './python/python-index.ts';
import { type Names, nativeAt, type Resolved, resolveImport, resolveName } from './python/resolve-name.ts';
import { ARITY, HIDDEN, KEYWORD, KIND, MISSING } from './rules.ts';
import { printSignature, type Signature } from './signature.ts';

/** A native name that Python takes, and where. */
export interface Taken {
  readonly bridge: Bridge;
  /** `pkg._core.add`, by the bridge's own name. */
  readonly name: string;
  readonly at: Spot;
}

export interface UseVerdicts {
  readonly findings: readonly Finding[];
  readonly taken: readonly Taken[];
  /** Native modules that somebody imports by a star. */
  readonly starred: ReadonlySet<string>;
  /** How many uses were looked at. */
  readonly sites: number;
}

interface Judge {
  readonly names: Names;
  readonly module: PythonModule;
  readonly declared: (module: string, name: string) => boolean;
  readonly findings: Finding[];
  readonly taken: Taken[];
  readonly starred: Set<string>;
  /** Names that the file looks up by `hasattr` or `getattr`. */
  readonly asked: Set<string>;
  sites: number;
}

/**
 * Every use of a native name against what is exported.
 * @param declared whether a stub declares a name: for code that only type checkers see
 */
export function judgeUses(names: Names, declared: (module: string, name: string) => boolean): UseVerdicts {
  const findings: Finding[] = [];
  const taken: Taken[] = [];
  const starred = new Set<string>();
  let sites = 0;
  for (const module of names.python.modules) {
    const judge: Judge = { names, module, declared, findings, taken, starred, asked: new Set(), sites: 0 };
    for (const one of module.file.imports) judgeImport(judge, one);
    for (const use of module.file.uses) judgeUse(judge, use);
    dropAsked(judge, findings);
    sites += judge.sites;
  }
  return { findings, taken, starred, sites };
}

/** Uses of a name that the file looks up by `hasattr` first: the look-up is what is reported. */
function dropAsked({ module, asked }: Judge, findings: Finding[]): void {
  for (let i = findings.length - 1; i >= 0 && findings[i]!.place.path === module.path; i--)
    if (findings[i]!.rule === MISSING.id && asked.has(findings[i]!.symbol!)) findings.splice(i, 1);
}

function judgeImport(judge: Judge, one: PythonImport): void {
  const { names, module } = judge;
  const from = absoluteName(one, module);
  if (from === null) return;
  if (one.star) {
    if (nativeAt(names, from)) judge.starred.add(from);
    return;
  }
  const found = resolveImport(names, module, one);
  if (found.kind === 'member' || found.kind === 'missing') judge.sites += 1;
  const spot = { path: module.path, line: one.line, column: one.column };
  if (found.kind === 'member')
    judge.taken.push({ bridge: found.bridge, name: `${found.module}.${found.member.name}`, at: spot });
  if (found.kind !== 'missing' || one.guard === 'expected') return;
  if (one.typeChecking && judge.declared(found.module, found.name)) return;
  judge.findings.push(missing(found, spot, one.guard === 'fallback'));
}

type Place = Spot & { readonly column: number };

const find = (rule: Rule, place: Place, symbol: string, what: string, whatToDo = rule.whatToDo!): Finding => ({
  rule: rule.id,
  severity: rule.severity,
  place,
  symbol,
  what,
  why: rule.why,
  whatToDo,
});

const at = ({ path, line }: Spot): string => `${path}:${line}`;

function missing(
  { module, name, bridge }: Extract<Resolved, { kind: 'missing' }>,
  place: Place,
  hidden: boolean,
): Finding {
  const what = hidden
    ? `${module} exports no \`${name}\`, and a fallback hides it`
    : `${module} exports no \`${name}\``;
  const whatToDo = `Export it in the module at ${at(bridge.native.place)}, or correct the name.`;
  return find(hidden ? HIDDEN : MISSING, place, `${module}.${name}`, what, whatToDo);
}

/** What the imports of a use lead to; null where they do not agree. */
function rootOf({ names, module }: Judge, use: PythonUse): Resolved | null {
  const found = use.imports.map((i) => resolveImport(names, module, module.file.imports[i]!));
  const [first, more] = found;
  if (!first || !more) return first ?? null;
  const key = (one: Resolved): string =>
    one.kind === 'member' ? `${one.module}.${one.member.name}` : JSON.stringify({ ...one, bridge: '' });
  return found.every((one) => key(one) === key(first)) ? first : null;
}

function judgeUse(judge: Judge, use: PythonUse): void {
  if (use.guard === 'expected' || isPatched(judge, use)) return;
  let here = rootOf(judge, use);
  let depth = 0;
  while (here?.kind === 'module' && use.chain[depth] !== undefined) {
    here = resolveName(judge.names, here.dotted, use.chain[depth]!);
    depth += 1;
  }
  if (here?.kind === 'member') judgeMember(judge, use, here, depth);
  // Where the import itself leads to nothing, that was reported already.
  if (here?.kind === 'missing' && depth > 0) tellMissing(judge, use, here);
}

/** What a file puts something else in place of is not what Rust exports. */
function isPatched({ module }: Judge, { imports, chain, member }: PythonUse): boolean {
  const names = [...imports.map((i) => module.file.imports[i]!.name), ...chain, member];
  return names.some((name) => name !== null && module.file.patched.includes(name));
}

function tellMissing(judge: Judge, use: PythonUse, gone: Extract<Resolved, { kind: 'missing' }>): void {
  if (use.how === 'store' || use.typeOnly) return;
  const place = { path: judge.module.path, line: use.line, column: use.column };
  judge.sites += 1;
  judge.findings.push(missing(gone, place, use.guard === 'fallback'));
  if (use.how === 'asked' && use.guard === 'fallback') judge.asked.add(`${gone.module}.${gone.name}`);
}

/** A native member, and what is asked of it: a call, an attribute of the class, an attribute of what it made. */
function judgeMember(
  judge: Judge,
  use: PythonUse,
  { bridge, member, module }: Extract<Resolved, { kind: 'member' }>,
  depth: number,
): void {
  const place = { path: judge.module.path, line: use.line, column: use.column };
  const name = `${module}.${member.name}`;
  judge.sites += 1;
  judge.taken.push({ bridge, name, at: place });
  if (use.typeOnly) return;
  const rest = use.chain.slice(depth);
  const put = (finding: Finding | null): void => {
    if (finding) judge.findings.push(finding);
  };
  if (use.member !== null) {
    if (rest.length === 0 && member.type)
      put(judgeClassMember(judge, member.type, use.member, { use, place, name, bound: true }));
    return;
  }
  if (rest.length > 0) {
    if (member.type && rest.length === 1)
      put(judgeClassMember(judge, member.type, rest[0]!, { use, place, name, bound: false }));
    return;
  }
  if (use.how === 'call' && use.call && !use.mayMisfit) put(judgeCall(member, use.call, place, name));
  else if (use.how === 'base') put(judgeBase(member, place, name));
}

function judgeCall(member: NativeMember, call: CallShape, place: Place, name: string): Finding | null {
  if (member.kind === 'constant')
    return find(KIND, place, name, `${name} is called, and is a constant (${at(member.place)})`);
  if (member.kind === 'function' && member.signature)
    return misfit(member.signature, call, place, { name, from: member.place });
  if (member.kind !== 'class' || !member.type) return null;
  const { creation } = member.type;
  if (creation === 'none')
    return typeof member.type.base === 'string'
      ? null
      : find(
          KIND,
          place,
          name,
          `${name} is called, and has no constructor (${at(member.place)})`,
          'Give it a `#[new]`, or make it by a function.',
        );
  return creation ? misfit(creation, call, place, { name, from: member.place }) : null;
}

function misfit(
  signature: Signature,
  call: CallShape,
  place: Place,
  about: { readonly name: string; readonly from: Spot },
): Finding | null {
  const found = callFits(signature, call);
  if (!found) return null;
  const what = `${about.name}${printSignature(signature)}: ${found.why} (${at(about.from)})`;
  return find(found.rule === 'arity' ? ARITY : KEYWORD, place, about.name, what);
}

function judgeBase(member: NativeMember, place: Place, name: string): Finding | null {
  if (member.kind === 'function' || member.kind === 'constant')
    return find(KIND, place, name, `${name} is derived from, and is a ${member.kind} (${at(member.place)})`);
  if (member.kind !== 'class' || !member.type || member.type.canSubclass) return null;
  return find(
    KIND,
    place,
    name,
    `${name} is derived from, and its \`#[pyclass]\` has no \`subclass\` (${at(member.place)})`,
  );
}

interface Asked {
  readonly use: PythonUse;
  readonly place: Place;
  readonly name: string;
  /** It is asked of an object, not of the class. */
  readonly bound: boolean;
}

const OF_OBJECTS = /^(?:__\w+__|mro)$/;

function judgeClassMember(
  { names }: Judge,
  type: NativeClass,
  asked: string,
  { use, place, name, bound }: Asked,
): Finding | null {
  const { members, open } = membersOf(type);
  const member = members.get(asked);
  const symbol = `${name}.${asked}`;
  if (!member) {
    if (
      open ||
      OF_OBJECTS.test(asked) ||
      use.how === 'store' ||
      names.set.has(symbol) ||
      members.has('__getattr__') ||
      members.has('__getattribute__')
    )
      return null;
    const hidden = use.guard === 'fallback';
    const what = `${name} has no \`${asked}\`${hidden ? ', and a fallback hides it' : ''}`;
    return find(
      hidden ? HIDDEN : MISSING,
      place,
      symbol,
      what,
      `Add it to the class at ${at(type.place)}, or correct the name.`,
    );
  }
  if (!use.call || use.mayMisfit || !takesNoReceiver(member, bound) || !member.signature) return null;
  return misfit(member.signature, use.call, place, { name: symbol, from: member.place });
}

/** Whether what stands in the call is all that it gets: a method asked of its class gets the object too. */
const takesNoReceiver = ({ kind }: ClassMember, bound: boolean): boolean =>
  kind === 'static' || kind === 'class-method' || kind === 'variant' || (kind === 'method' && bound);
