import { byText } from '../../src/core/compare.ts';
import type { Finding } from '../../src/core/finding.ts';
import type { View } from '../../src/workspace/view.ts';
import { type CheckResult, type Detail, defineCheck, NOTHING_CHECKED, type Unknown } from '../gate/check.ts';
import { type Bridges, findBridges } from './find-bridges.ts';
import { covers, judgeBypass } from './judge-bypass.ts';
import { judgeUses, type Taken, type UseVerdicts } from './judge-uses.ts';
import type { Bridge, NativeMember, NativeModule } from './native.ts';
import { pythonIndex } from './python/python-index.ts';
import { setOnNative } from './python/set-on-native.ts';
import { BRIDGE_RULES, CONFIG, TWICE } from './rules.ts';
import { absentStubs } from './stub/absent-stubs.ts';
import { judgeStubs, type NativeStub, stubsOf } from './stub/judge-stubs.ts';

/** What Rust exports to Python is what Python imports, and what stubs promise. */
export const bridge = defineCheck({
  id: 'bridge',
  title: 'What Rust exports, what Python uses and what stubs declare are the same',
  waitsFor: 'a crate that uses pyo3',
  rules: BRIDGE_RULES,
  run,
});

function run(view: View): CheckResult {
  const found = findBridges(view);
  const lost = configFindings(view, found);
  if (found.bridges.length === 0)
    return {
      ...NOTHING_CHECKED,
      findings: lost,
      unknown: found.unknown,
      checked: lost.length > 0 ? { [CONFIG.id]: lost.length } : {},
    };
  const python = pythonIndex(view);
  const bare = { python, bridges: found.bridges, set: new Set<string>() };
  const names = { ...bare, set: setOnNative(bare) };
  const stubs = stubsOf(view, names);
  const uses = judgeUses(names, (module, name) => stubs.some((one) => one.module === module && one.declares(name)));
  const exported = found.bridges.reduce((sum, { native }) => sum + countOf(native), 0);
  return {
    findings: [
      ...lost,
      ...uses.findings,
      ...judgeStubs(stubs),
      ...absentStubs(view, python, found.bridges),
      ...judgeBypass(view, names),
      ...found.bridges.flatMap(twiceIn),
    ],
    checked: Object.fromEntries(
      BRIDGE_RULES.map(({ id }) => [id, id.startsWith('bridge-stub') ? exported : uses.sites]),
    ),
    unknown: [...found.unknown, ...python.unread, ...unreadStubs(stubs), ...found.bridges.flatMap(openIn)],
    details: found.bridges.map((one) => detailOf(one, uses)),
  };
}

/** What `[[bridge]]` tables name and nothing has. */
function configFindings(view: View, { lost }: Bridges): Finding[] {
  const crates = lost.map(({ crate, place }) => ({ symbol: crate, place, of: 'crate' }));
  const named = view.config.bridges.flatMap(({ importers, place }) =>
    (importers ?? []).map((symbol) => ({ symbol, place, of: 'module' })),
  );
  // All of Python is read for its modules' names: only where one is asked for.
  const dotted = named.length === 0 ? [] : [...pythonIndex(view).byName.keys()];
  const importers = named.filter(({ symbol }) => !dotted.some((name) => covers(symbol, name)));
  return [...crates, ...importers].map(({ symbol, place, of }) => ({
    rule: CONFIG.id,
    severity: CONFIG.severity,
    place: { path: view.config.path ?? 'omni-refactor.toml', ...place },
    symbol,
    what: `\`[[bridge]]\` names the ${of} ${symbol}, which is not there`,
    why: CONFIG.why,
    whatToDo: CONFIG.whatToDo!,
  }));
}

const countOf = ({ members }: NativeModule): number =>
  [...members.values()].reduce((sum, { module }) => sum + 1 + (module ? countOf(module) : 0), 0);

/** A stub that is not judged is no pass. */
const unreadStubs = (stubs: readonly NativeStub[]): Unknown[] =>
  stubs.flatMap(({ stubPath, unread }) => (unread === null ? [] : [{ path: stubPath, reason: unread }]));

/** Modules with names that cannot be told are unknown, never missing any. */
function openIn({ module, native }: Pick<Bridge, 'module' | 'native'>): Unknown[] {
  const [first, ...more] = native.open;
  const inner = [...native.members.values()].flatMap((one) =>
    one.module ? openIn({ module: `${module}.${one.name}`, native: one.module }) : [],
  );
  if (first === undefined) return inner;
  const reason = `${module} may export more: ${first}${more.length === 0 ? '' : `, and ${more.length} more`}`;
  return [{ path: native.place.path, reason }, ...inner];
}

function twiceIn({ module, native }: Pick<Bridge, 'module' | 'native'>): Finding[] {
  const inner = [...native.members.values()].flatMap((one) =>
    one.module ? twiceIn({ module: `${module}.${one.name}`, native: one.module }) : [],
  );
  const own = native.twice.map(
    ({ name, first, again }): Finding => ({
      rule: TWICE.id,
      severity: TWICE.severity,
      place: again,
      symbol: `${module}.${name}`,
      what: `${module} gets \`${name}\` again: first at ${first.path}:${first.line}`,
      why: TWICE.why,
      whatToDo: TWICE.whatToDo!,
    }),
  );
  return [...own, ...inner];
}

/** What is exported, used, missing and unused, each as `name path:line`. */
function detailOf(
  { module, native, source, mirrors, crate }: Bridge,
  { findings, taken, starred }: UseVerdicts,
): Detail {
  const listed = listOf(module, native);
  const users = usersOf(taken, module, mirrors);
  const isStarred = [module, ...mirrors].some((name) => starred.has(name));
  const names = listed.filter(({ kind }) => kind !== 'module');
  const unused = isStarred ? [] : names.filter(({ name }) => !users.has(name));
  const missing = findings.filter(
    ({ rule, symbol }) => /^bridge-(?:missing|hidden)$/.test(rule) && symbol?.startsWith(`${module}.`),
  );
  const open = native.open.length > 0;
  return {
    name: module,
    verdict: open ? 'unknown' : missing.length > 0 ? 'partial' : 'enforced',
    found: `${names.length} names from ${crate.name}, ${users.size} used, ${missing.length} missing, ${unused.length} unused`,
    place: native.place,
    values: {
      crate: crate.name,
      source,
      exported: names.map(({ name, kind, place }) => `${name} ${kind} ${place.path}:${place.line}`),
      used: [...users].map(([name, places]) => `${name} ${places.join(' ')}`).sort(byText),
      missing: missing.map(({ symbol, place }) => `${symbol} ${place.path}:${place.line}`),
      unused: unused.map(({ name, place }) => `${name} ${place.path}:${place.line}`),
      conditional: names.flatMap(({ name, conditional }) => (conditional === null ? [] : [`${name}: ${conditional}`])),
      open: native.open,
    },
  };
}

/** Every name with its dotted path. */
function listOf(module: string, { members }: NativeModule): NativeMember[] {
  return [...members.values()].flatMap((one) => [
    { ...one, name: `${module}.${one.name}` },
    ...(one.module ? listOf(`${module}.${one.name}`, one.module) : []),
  ]);
}

/** Name -> where it is used, by the bridge's own name. */
function usersOf(taken: readonly Taken[], module: string, mirrors: readonly string[]): Map<string, string[]> {
  const users = new Map<string, string[]>();
  for (const { name, at } of taken) {
    const mirror = mirrors.find((one) => name.startsWith(`${one}.`));
    const own = mirror === undefined ? name : `${module}${name.slice(mirror.length)}`;
    if (!own.startsWith(`${module}.`)) continue;
    const place = `${at.path}:${at.line}`;
    const known = users.get(own) ?? [];
    if (!known.includes(place)) users.set(own, [...known, place]);
  }
  return users;
}
