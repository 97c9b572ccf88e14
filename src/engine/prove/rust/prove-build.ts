import { join } from 'node:path';
import type { Diagnostic, Proof } from '../../../core/evidence.ts';
import type { View } from '../../../workspace/view.ts';
import { askOnce } from '../answers/ask.ts';
import { newMessages, type Said } from './compare-messages.ts';
import { type CompiledTarget, compiledTargets, filesByTarget, targetLabel } from './coverage/compiled-targets.ts';
import type { Settings } from './coverage/solve.ts';
import type { TargetCfg } from './coverage/target-cfg.ts';
import { sourcesOf } from './dep-info.ts';
import { failureReason } from './failure-reason.ts';
import { messagePlace } from './message-place.ts';
import type { Mir } from './mir/compare-mir.ts';
import { type CargoMessages, type CompilerMessage, readMessages } from './read-messages.ts';
import type { CargoPackage } from './read-packages.ts';
import { type Runner, runStaged } from './run-cargo.ts';
import { toDiagnostic } from './to-diagnostic.ts';

/** One build of a package: `lib`, `all-targets`, `no-default-features`, `all-features`, `clippy`, `dependents`. */
export interface BuildConfiguration {
  readonly name: string;
  readonly command: readonly string[];
  /** Where it is built for another platform than usually. */
  readonly target?: TargetCfg;
  /** Options that the package is compiled with besides: `loom`, `level="2"`. */
  readonly cfgs?: readonly string[];
}

export interface Build extends CargoMessages {
  readonly command: readonly string[];
  readonly target: TargetCfg;
  readonly cfgs: readonly string[];
  readonly why: string;
  /** What was compiled of the workspace's own packages, and with which options. */
  readonly targets: readonly CompiledTarget[];
  /** Files that this build compiled, relative to the stage. */
  readonly compiled: ReadonlySet<string>;
  /** The same by target of the package: `lib`, `lib with tests`, `bin tool`. */
  readonly byTarget: ReadonlyMap<string, ReadonlySet<string>>;
  /** Reads over the modules that only the built state has. */
  readonly fold: Said['fold'];
  /** Null where nobody asked for it. */
  readonly mir: Mir | null;
}

const JSON_FORMAT = '--message-format=json';

export function buildConfigurations(member: CargoPackage, clippy: boolean): BuildConfiguration[] {
  const check = (name: string, ...args: string[]): BuildConfiguration => ({
    name,
    command: ['cargo', 'check', ...args, JSON_FORMAT],
  });
  const list = [check('lib'), check('all-targets', '--all-targets')];
  if (member.defaultFeatures) list.push(check('no-default-features', '--no-default-features'));
  if (member.features.length > 0) list.push(check('all-features', '--all-targets', '--all-features'));
  if (clippy) list.push({ name: 'clippy', command: ['cargo', 'clippy', '--all-targets', JSON_FORMAT] });
  // What its neighbours see of a package is more than what the package itself uses.
  const named = member.dependents.flatMap((name) => ['--package', name]);
  if (named.length > 0) list.push(check('dependents', '--all-targets', ...named));
  return list;
}

/** A configuration without benchmarks and examples, and its library alone; null where that is no other build. */
export function withFewerTargets({ name, command, ...more }: BuildConfiguration): {
  readonly tests: BuildConfiguration | null;
  readonly library: BuildConfiguration | null;
} {
  if (!command.includes('--all-targets')) return { tests: null, library: null };
  const own = name === 'all-targets';
  const tests = {
    name: own ? 'tests' : `${name} tests`,
    command: command.map((word) => (word === '--all-targets' ? '--tests' : word)),
    ...more,
  };
  // The library with the usual features is built anyway.
  const library = own
    ? null
    : { name: `${name} lib`, command: command.filter((word) => word !== '--all-targets'), ...more };
  return { tests, library };
}

/** A build with other settings than the usual ones. */
export function settingsConfiguration(
  member: Pick<CargoPackage, 'spec'>,
  { choice, debugAssertions, cfgs }: Pick<Settings, 'choice' | 'debugAssertions' | 'cfgs'>,
  target?: TargetCfg,
): BuildConfiguration {
  const { defaults, features } = choice;
  const many = features.length === 1 ? 'feature' : 'features';
  const names = [
    ...(defaults ? [] : ['no-default-features']),
    ...(features.length === 0 ? [] : [`${many} ${features.join(',')}`]),
    ...(debugAssertions ? [] : [NO_DEBUG_ASSERTIONS]),
    ...(cfgs.length === 0 ? [] : [`cfg ${cfgs.join(',')}`]),
    ...(target === undefined ? [] : [`target ${target.triple}`]),
  ];
  const command = [
    ...['cargo', 'check', '--all-targets'],
    ...(defaults ? [] : ['--no-default-features']),
    ...(features.length === 0 ? [] : ['--features', features.join(',')]),
    // Of the package alone: what it depends on need not be built anew.
    ...(debugAssertions ? [] : ['--config', `profile.dev.package."${member.spec}".debug-assertions=false`]),
    ...(target?.triple ? ['--target', target.triple] : []),
    JSON_FORMAT,
  ];
  return { name: names.join(', '), command, cfgs, ...(target === undefined ? {} : { target }) };
}

const NO_DEBUG_ASSERTIONS = 'no-debug-assertions';

/** In which state a package is built, and with what on top of the environment. */
export interface BuildPlace {
  /** `laid`: that after the change, with names laid under its files. */
  readonly state: 'before' | 'after' | 'laid';
  readonly env: Readonly<Record<string, string>>;
}

export async function runBuild(
  runner: Runner,
  member: CargoPackage,
  { command, target = member.target, cfgs = [] }: BuildConfiguration,
  { state, env }: BuildPlace,
): Promise<Build> {
  const words = ['build', state, member.folder, command, cfgs];
  const { sources, ...read } = await askOnce(runner, 'any', words, () => sayBuild(runner, member, command, env));
  const clippy = command[1] === 'clippy';
  const place = {
    root: runner.stage.root,
    manifest: manifestOf(runner, member),
    clippy,
    target,
    cfgs,
  };
  const compiled = compiledBy(compiledTargets(read, sources, place));
  return { ...read, command, target, cfgs, ...compiled, fold: (text) => text, mir: null };
}

/** What cargo says of a build, and what its files say of the artifacts: nothing of it has to be looked up again. */
interface BuildSaid extends CargoMessages {
  readonly why: string;
  /** Files that went into each of the artifacts, absolute. */
  readonly sources: readonly (readonly string[])[];
}

async function sayBuild(
  runner: Runner,
  member: CargoPackage,
  command: readonly string[],
  env: BuildPlace['env'],
): Promise<BuildSaid> {
  const describe = ({ stdout, stderr }: { stdout: string; stderr: string }): string =>
    `${readMessages(stdout)
      .messages.map(({ message }) => message.rendered ?? message.message)
      .join('')}${stderr}`;
  const result = await runStaged(runner, command, member.folder, { describe, env });
  const read = readMessages(result.stdout);
  const isOwn = ({ manifest }: { readonly manifest: string }): boolean => manifest.startsWith(`${runner.stage.root}/`);
  const messages = read.messages.filter(isOwn);
  const artifacts = read.artifacts.filter(isOwn);
  return {
    messages,
    artifacts,
    scriptCfgs: read.scriptCfgs,
    success: result.exitCode === 0 && read.success,
    why: failureReason(read.messages, messages, result.stderr),
    sources: artifacts.map((artifact) => sourcesOf(artifact, member.rustcCwd)),
  };
}

/** What the compilations of a build come to. */
export function compiledBy(targets: readonly CompiledTarget[]): Pick<Build, 'targets' | 'compiled' | 'byTarget'> {
  const byTarget = filesByTarget(targets);
  return { targets, byTarget, compiled: new Set([...byTarget.values()].flatMap((files) => [...files])) };
}

export const manifestOf = ({ stage }: Runner, { folder }: CargoPackage): string =>
  join(stage.root, folder, 'Cargo.toml');

/** The verdicts of one configuration, a file each. */
export function judgeBuild(
  configuration: string,
  paths: readonly string[],
  before: Build,
  after: Build,
): { proofs: Proof[]; fresh: readonly { readonly key: string; readonly message: CompilerMessage }[] } {
  const proof = (path: string, verdict: Proof['verdict'], why: string): Proof => ({
    rung: 'B',
    path,
    configuration,
    verdict,
    why,
  });
  if (!before.success)
    return {
      proofs: paths.map((path) => proof(path, 'not-run', `the baseline does not build: ${before.why}`)),
      fresh: [],
    };
  const fresh = newMessages(before, after);
  if (fresh.length > 0 || !after.success) {
    const why =
      fresh.length > 0
        ? `new ${fresh[0]!.key}${messagePlace(fresh[0]!.message.message)}${fresh.length > 1 ? `, and ${fresh.length - 1} more` : ''}`
        : after.why;
    return { proofs: paths.map((path) => proof(path, 'failed', why)), fresh };
  }
  const proofs = paths.map((path) =>
    after.compiled.has(path)
      ? proof(path, 'proven', 'compiled, with no new warning')
      : proof(path, 'vacuous', 'this build does not compile the file'),
  );
  return { proofs, fresh };
}

/** New messages as diagnostics, each once, with a note where a warning holds only without `cfg(test)`. */
export function freshDiagnostics(
  runner: Runner,
  member: CargoPackage,
  after: View,
  builds: ReadonlyMap<
    string,
    { readonly build: Build; readonly fresh: readonly { readonly message: CompilerMessage }[] }
  >,
): Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  const places = { root: runner.stage.root, cwd: member.rustcCwd, view: after };
  const withTests = ['all-targets', 'tests'].map((name) => builds.get(name)?.build).find((one) => one?.success);
  for (const { build, fresh } of builds.values())
    for (const { message } of fresh) {
      const plain =
        build.messages.includes(message) &&
        builds.get('lib')?.build.messages.some((one) => placeKey(one) === placeKey(message));
      const note = plain && isSilentWithTests(message, withTests) ? ONLY_WITHOUT_TESTS : '';
      const usual = toDiagnostic(message, places, note);
      const elsewhere = isNeededElsewhere(message, usual?.path, builds);
      const diagnostic = elsewhere ? toDiagnostic(message, places, ONLY_SOMEWHERE) : usual;
      if (diagnostic)
        found.set(`${diagnostic.path} ${diagnostic.start} ${diagnostic.code} ${diagnostic.message}`, diagnostic);
    }
  return [...found.values()];
}

/**
 * Whether the build compiled the message's target with `cfg(test)` and heard nothing then. `--tests` alone may not compile it otherwise, so the
 * number of messages says nothing by itself.
 */
function isSilentWithTests(message: CompilerMessage, build: Build | undefined): boolean {
  if (build === undefined) return false;
  const { messages, targets } = build;
  const withTests = targetLabel({ target: message.target, test: true });
  const compilations = targets.filter(({ own, label }) => own && (label === message.target || label === withTests));
  const said = messages.filter((other) => placeKey(other) === placeKey(message)).length;
  return compilations.some(({ label }) => label === withTests) && said < compilations.length;
}

/** Ends the message of a warning that the same code compiled with `cfg(test)` does not have. */
const ONLY_WITHOUT_TESTS = ' (only without cfg(test))';

/** Ends the message of an unused import that another set of features needs. */
const ONLY_SOMEWHERE = ' (only in some sets of features)';

function isNeededElsewhere(
  message: CompilerMessage,
  path: string | undefined,
  builds: ReadonlyMap<string, { readonly build: Build }>,
): boolean {
  if (path === undefined) return false;
  const names = unusedNames(message);
  const file = primaryOf(message)?.file_name;
  const isSilent = ({ build }: { readonly build: Build }): boolean => {
    const knownKeys = new Set(
      build.messages.filter((one) => primaryOf(one)?.file_name === file).flatMap((one) => unusedNames(one)),
    );
    return names.some((name) => !knownKeys.has(name));
  };
  return [...builds].some(
    ([configuration, one]) =>
      FEATURE_SET.test(configuration) && one.build.success && one.build.compiled.has(path) && isSilent(one),
  );
}

const FEATURE_SET = /^(?:no-default-features|all-features|features?\b)/;

const primaryOf = ({ message }: CompilerMessage) => message.spans.find((one) => one.is_primary);

const unusedNames = ({ message }: CompilerMessage): string[] =>
  message.code?.code === 'unused_imports' ? [...message.message.matchAll(/`([^`]+)`/g)].map(([, name]) => name!) : [];

const placeKey = (one: CompilerMessage): string => {
  const span = primaryOf(one);
  return `${one.target} ${one.message.message} ${span?.file_name} ${span?.byte_start}`;
};
