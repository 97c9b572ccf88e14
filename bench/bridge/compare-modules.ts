import type { ClassMember, NativeClass, NativeMember, NativeModule } from '../../analyzers/bridge/native.ts';
import type { Signature } from '../../analyzers/bridge/signature.ts';

type ToldSignature = readonly (readonly [string, string, string | null])[] | null;
interface ToldClass {
  readonly new: ToldSignature;
  readonly members: Readonly<Record<string, readonly [string, ToldSignature]>>;
}
/** What Python says of a module: name -> its kind, and what is in it. */
export type Told = Readonly<Record<string, readonly [string, Told | ToldClass | ToldSignature]>>;

export interface Comparison {
  readonly id: string;
  readonly wrong: readonly string[];
  readonly names: number;
  readonly signatures: number;
  /** 1 where the reader says that there may be more. */
  readonly unknown: number;
}

interface Tally {
  readonly wrong: string[];
  names: number;
  signatures: number;
}

/** One form: every name that Python has must be told, and nothing else, but what is said to be unknown. */
export function compareModules(id: string, real: Told, told: NativeModule | null): Comparison {
  const tally: Tally = { wrong: [], names: 0, signatures: 0 };
  if (!told) return { id, wrong: ['the module is not found'], names: 0, signatures: 0, unknown: 0 };
  compare(tally, '', real, told);
  return {
    id,
    ...tally,
    unknown: told.open.length > 0 || [...told.members.values()].some((one) => one.conditional !== null) ? 1 : 0,
  };
}

function compare(tally: Tally, prefix: string, real: Told, told: NativeModule): void {
  for (const [name, [kind, inner]] of Object.entries(real)) {
    const member = told.members.get(name);
    tally.names += 1;
    if (member) compareMemberOf(tally, prefix + name, { kind, inner }, member);
    else if (told.open.length === 0) tally.wrong.push(`${prefix}${name} is not told`);
  }
  for (const [name, { conditional }] of told.members)
    if (!Object.hasOwn(real, name) && conditional === null)
      tally.wrong.push(`${prefix}${name} is told, and is not there`);
}

function compareMemberOf(
  tally: Tally,
  path: string,
  { kind, inner }: { readonly kind: string; readonly inner: Told[string][1] },
  member: NativeMember,
): void {
  if (!isKind(kind, member)) tally.wrong.push(`${path} is a ${kind}, told as ${member.kind}`);
  if (member.module) compare(tally, `${path}.`, inner as Told, member.module);
  else if (member.kind === 'function')
    compareSignature(tally, path, inner as ToldSignature, member.shown ?? member.signature);
  else if (member.type && inner) compareClass(tally, path, inner as ToldClass, member.type);
}

const isKind = (real: string, { kind }: NativeMember): boolean => kind === 'value' || real === kind;

function compareClass(tally: Tally, name: string, real: ToldClass, told: NativeClass): void {
  const { creation } = told;
  if (creation !== null && creation !== 'none') compareSignature(tally, name, real.new, told.shownCreation ?? creation);
  for (const [key, [kind, signature]] of Object.entries(real.members)) {
    const member = told.members.get(key);
    tally.names += 1;
    if (!member) {
      if (told.open.length === 0) tally.wrong.push(`${name}.${key} is not told`);
      continue;
    }
    if (member.kind !== kind) tally.wrong.push(`${name}.${key} is a ${kind}, told as ${member.kind}`);
    compareMember(tally, `${name}.${key}`, signature, member);
  }
  for (const [key, { conditional }] of told.members)
    if (!Object.hasOwn(real.members, key) && conditional === null && !/^__\w+__$/.test(key))
      tally.wrong.push(`${name}.${key} is told, and is not there`);
}

const compareMember = (
  tally: Tally,
  name: string,
  real: ToldSignature,
  { kind, signature, shown }: ClassMember,
): void => {
  if (kind === 'method' || kind === 'static' || kind === 'class-method' || kind === 'variant')
    compareSignature(tally, name, real, shown ?? signature);
};

const KINDS: Readonly<Record<Signature[number]['kind'], string>> = {
  'positional-only': 'POSITIONAL_ONLY',
  positional: 'POSITIONAL_OR_KEYWORD',
  rest: 'VAR_POSITIONAL',
  'keyword-only': 'KEYWORD_ONLY',
  keywords: 'VAR_KEYWORD',
};

function compareSignature(tally: Tally, name: string, real: ToldSignature, told: Signature | null): void {
  // A class or slot without a text signature has none to compare with.
  if (real === null || told === null) return;
  tally.signatures += 1;
  const own = told.map((one) => `${KINDS[one.kind]} ${one.name} ${one.default === null ? null : literal(one.default)}`);
  // PyO3 shows the `cls` of a creation that is a class method too; nobody can give it.
  const shown = real[0]?.[0] === 'cls' && told[0]?.name !== 'cls' ? real.slice(1) : real;
  const other = shown.map(
    ([parameter, kind, value]) => `${kind} ${parameter} ${value === null ? null : literal(value)}`,
  );
  if (own.length !== other.length || own.some((one, i) => !isSame(one, other[i]!)))
    tally.wrong.push(`${name}: told (${own.join(', ')}), is (${other.join(', ')})`);
}

/** `inspect` shows `...` for what PyO3 does not print, a negative number among it. */
const isSame = (told: string, real: string): boolean =>
  told === real || (real.endsWith(' ...') && told.startsWith(real.slice(0, -3)) && !told.endsWith(' null'));

/** Quotes and numbers in one spelling. */
function literal(text: string): string {
  if (/^-?\d[\d.]*(?:e[+-]?\d+)?$/i.test(text)) return String(Number(text));
  const string = /^(["'])([\s\S]*)\1$/.exec(text);
  return string ? JSON.stringify(string[2]!.replace(/\\(["'])/g, '$1')) : text;
}
