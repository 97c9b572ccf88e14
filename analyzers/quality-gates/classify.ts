import type { Crate } from '../../src/workspace/manifests.ts';
import type { View } from '../../src/workspace/view.ts';
import { manifestTable, readOwnLints, readSharedLints, rootManifestOf } from '../workspace-lints/read-lints.ts';
import { lintFlag, rustFlags } from '../workspace-lints/rust-flags.ts';
import { cargoAliases } from './cargo-aliases.ts';
import type { Lane, Run, Weakness } from './lanes.ts';
import { scopeOf } from './scope.ts';

/** What one command does for a lane. */
export interface Service {
  readonly lane: Lane;
  readonly run: Run;
  /** Names of the crates that it covers; null where that cannot be told. */
  readonly crates: readonly string[] | null;
  readonly weak: readonly Weakness[];
}

/** The lanes that a command serves; [] for any other command. */
export function servicesOf(view: View, run: Run): Service[] {
  const plain = cargoWords(run.words);
  if (plain === null) return direct(view, run);
  const words = withoutAlias(view, plain);
  const [verb = ''] = words;
  if (words.some((word) => /^(?:--version|-V|--help|-h)$/.test(word))) return [];
  if ((verb === 'ws' || verb === 'workspaces') && words[1] === 'exec') return inEachMember(view, run, words.slice(2));
  if (verb === 'hack') return servicesOf(view, { ...run, words: ['cargo', ...behindFeatureRunner(words.slice(1))] });
  const served = Object.hasOwn(VERBS, verb) ? VERBS[verb]!(words, () => denies(view, run, words)) : [];
  if (served.length === 0) return [];
  const crates = scopeOf(view, run, words);
  return served.map(({ lane, weak }) => {
    // Advisories are about what the manifests and lock files say: other changes need no look.
    const outer = /^(?:deny|audit)$/.test(lane) ? run.weak.filter((one) => !('seesManifests' in one)) : run.weak;
    return { lane, run, crates, weak: [...outer, ...weak] };
  });
}

/** `cargo lint` is what `[alias]` of cargo's configuration at the root says; an alias may be built on another. */
function withoutAlias(view: View, words: readonly string[]): readonly string[] {
  const aliases = cargoAliases(view);
  let now = words;
  for (const seen = new Set<string>(); aliases.has(now[0] ?? '') && !seen.has(now[0]!); ) {
    seen.add(now[0]!);
    now = [...aliases.get(now[0]!)!, ...now.slice(1)];
  }
  return now;
}

/** What cargo-workspaces runs in the folder of each member, which options may narrow. */
function inEachMember(view: View, run: Run, words: readonly string[]): Service[] {
  const start = words.indexOf('cargo');
  if (start === -1) return [];
  const isNarrow = words.slice(0, start).some((word) => word !== '--no-bail');
  const crates = isNarrow ? null : scopeOf(view, run, ['test', '--workspace']);
  return servicesOf(view, { ...run, words: words.slice(start) }).map((one) => ({ ...one, crates }));
}

interface Served {
  readonly lane: Lane;
  readonly weak: readonly Weakness[];
}

const both = (lanes: readonly Lane[], weak: readonly Weakness[] = []): Served[] =>
  lanes.map((lane) => ({ lane, weak }));

/** What a verb of cargo serves, by its words and by whether warnings are denied. */
const VERBS: Readonly<Record<string, (words: readonly string[], isDenied: () => boolean) => Served[]>> = {
  clippy: (_, isDenied) => both(['clippy'], isDenied() ? [] : [TELLS_ONLY]),
  fmt: (words) => both(['fmt'], words.includes('--check') ? [] : [MENDS]),
  nextest: (words) => (words[1] === 'run' ? both(['nextest', 'test'], dryWeakness(words)) : []),
  test: testLanes,
  t: testLanes,
  deny: (words) => (words.includes('check') ? both(['deny'], denyWeakness(words)) : []),
  audit: () => both(['audit']),
  'llvm-cov': coverageLanes,
  insta: snapshotLanes,
};

const MENDS: Weakness = { kind: 'advisory', why: 'without --check it fixes in place and never fails' };

/** Options of cargo-hack whose value may be the next word, and those that stand alone. */
const RUNNER_VALUE = /^--(?:version-range|skip|partition|depth|group-features|exclude-features|include-features)$/;
const RUNNER_OPTION =
  /^--(?:each-feature|feature-powerset|rust-version|version-range|skip|partition|depth|group-features|exclude-features|include-features|no-dev-deps|keep-going|ignore-private|clean-per-run)(?:=|$)/;

/**
 * What cargo-hack, which runs a command once for each set of features, hands on to cargo.
 * @internal Exported for its tests.
 */
export function behindFeatureRunner(words: readonly string[]): string[] {
  const end = words.includes('--') ? words.indexOf('--') : words.length;
  const before = words.slice(0, end);
  const kept = before.filter((word, i) => !RUNNER_OPTION.test(word) && !RUNNER_VALUE.test(before[i - 1] ?? ''));
  return [...kept, ...words.slice(end)];
}

/** The words behind `cargo`, without `+toolchain` and options in front of the verb; null for another program. */
function cargoWords(words: readonly string[]): string[] | null {
  const name = words[0]?.slice(words[0].lastIndexOf('/') + 1) ?? '';
  if (name === 'cross') return words.slice(1).filter((word, i) => i > 0 || !word.startsWith('+'));
  const program = name === 'cargo' ? ownProgram(words) : null;
  if (program !== null) return cargoWords(program);
  const bare = /^cargo-(nextest|deny|audit|clippy|fmt)$/.exec(name)?.[1];
  if (bare) return words[1] === bare ? words.slice(1) : [bare, ...words.slice(1)];
  if (name !== 'cargo') return null;
  const rest = words.slice(1);
  while (rest[0] !== undefined && (rest[0].startsWith('+') || rest[0].startsWith('-'))) {
    const option = rest.shift()!;
    if (/^(?:--config|-Z|--color|-C)$/.test(option)) rest.shift();
  }
  return rest;
}

/** `cargo run --bin cargo-audit audit`: a repository that runs the tool it holds. */
function ownProgram(words: readonly string[]): readonly string[] | null {
  const index = words.findIndex((word) => /^cargo-(?:nextest|deny|audit)$/.test(word));
  if (words[1] !== 'run' || index === -1 || !/^(?:--bin|-p|--package)$/.test(words[index - 1]!)) return null;
  const rest = words.slice(index + 1);
  return [words[index]!, ...(rest.includes('--') ? rest.slice(rest.indexOf('--') + 1) : rest)];
}

/** `rustfmt --check` without cargo. */
function direct(view: View, run: Run): Service[] {
  if (!run.words[0]?.endsWith('rustfmt') || !run.words.includes('--check')) return [];
  const isAll = run.dir === '' && run.words.some((word) => /^\$\(git ls-files ['"]?\*\.rs['"]?\)$/.test(word));
  const crates = isAll ? view.manifests.crates.map(({ name }) => name) : null;
  return [{ lane: 'fmt', run, crates, weak: run.weak }];
}

const TELLS_ONLY: Weakness = { kind: 'advisory', why: 'nothing turns its warnings into failures (`-- -D warnings`)' };

/** `-D warnings` behind `--`, in RUSTFLAGS, by cargo's own setting, or by the levels of the workspace. */
function denies(view: View, run: Run, words: readonly string[]): boolean {
  const index = words.indexOf('--');
  const behind = index === -1 ? [] : words.slice(index + 1);
  if (deniesIn(behind)) return true;
  const flags = `${run.env.RUSTFLAGS ?? ''} ${run.env.CARGO_ENCODED_RUSTFLAGS ?? ''} ${run.env.CLIPPYFLAGS ?? ''}`;
  if (deniesIn(flags.replaceAll('\u001f', ' ').split(/\s+/))) return true;
  if (run.env.CARGO_BUILD_WARNINGS === 'deny' || words.some((word) => /build\.warnings\s*=\s*"?deny/.test(word)))
    return true;
  if (run.env.RUSTFLAGS === undefined && rustFlags(view).some(({ flag }) => deniesFlag(flag))) return true;
  return deniesByLints(view) || deniesByConfig(view);
}

const GROUPS = new Set(['warnings', 'clippy::all', 'clippy']);

function deniesIn(words: readonly string[]): boolean {
  const joined = words.map((word, i) =>
    /^(?:-[DF]|--deny|--forbid)$/.test(word) ? `${word} ${words[i + 1] ?? ''}` : word,
  );
  return joined.some(deniesFlag);
}

function deniesFlag(flag: string): boolean {
  const read = lintFlag(flag);
  return (
    read !== null && (read.kind === 'deny' || read.kind === 'forbid') && GROUPS.has(read.lint.replaceAll('-', '_'))
  );
}

/** Every crate takes `warnings` or `clippy::all` as an error from its manifest. */
function deniesByLints(view: View): boolean {
  const { crates } = view.manifests;
  return (
    crates.length > 0 &&
    crates
      .filter(({ cargoRoot }) => cargoRoot === crates[0]!.cargoRoot)
      .every((crate) =>
        levelsOf(view, crate).some(({ lint, level }) => GROUPS.has(lint) && (level === 'deny' || level === 'forbid')),
      )
  );
}

function levelsOf(view: View, crate: Crate) {
  const table = manifestTable(view, crate.manifest);
  const lints = table && readOwnLints(table);
  if (lints?.kind === 'own') return lints.levels;
  const root = lints?.kind === 'inherits' ? manifestTable(view, rootManifestOf(crate)) : null;
  return root ? (readSharedLints(root) ?? []) : [];
}

const deniesByConfig = (view: View): boolean =>
  view.files.some(
    ({ path, state }) =>
      state === 'text' &&
      /^\.cargo\/config(?:\.toml)?$/.test(path) &&
      /^\s*\[build\][^[]*^\s*warnings\s*=\s*"deny"/ms.test(view.text(path)),
  );

/** `cargo llvm-cov [--no-report] [nextest|report|clean]`; `--doc` runs doctests alone, `--doctests` both. */
function coverageLanes(words: readonly string[]): Served[] {
  if (words.some((word) => /^(?:report|clean|show-env)$/.test(word))) return [];
  if (words.includes('--doc')) return both(['doctest']);
  if (words.includes('nextest')) return both(['nextest', 'test']);
  return both(words.includes('--doctests') ? ['test', 'doctest'] : ['test']);
}

/** `cargo insta test` runs the tests, by nextest where it says so; doctests are run apart. */
function snapshotLanes(words: readonly string[]): Served[] {
  if (words[1] !== 'test') return [];
  const isNextest = words.some(
    (word, i) => /^--test-runner=nextest$/.test(word) || (word === 'nextest' && words[i - 1] === '--test-runner'),
  );
  return both(isNextest ? ['nextest', 'test'] : ['test']);
}

/** Doctests run with the library's tests, unless targets are named. */
function testLanes(words: readonly string[]): Served[] {
  const weak = dryWeakness(words);
  if (words.includes('--doc')) return both(['doctest'], weak);
  const isNarrow = words.some((word) => /^--(?:lib|bins?|tests?|examples?|benches|all-targets)(?:=|$)/.test(word));
  return both(isNarrow ? ['test'] : ['test', 'doctest'], weak);
}

const dryWeakness = (words: readonly string[]): Weakness[] =>
  words.includes('--no-run') ? [{ kind: 'never', why: '`--no-run` builds the tests and runs none' }] : [];

/** `cargo deny check licenses` checks no advisories. */
function denyWeakness(words: readonly string[]): Weakness[] {
  const which = words
    .slice(words.indexOf('check') + 1)
    .filter((word) => /^(?:advisories|bans|licenses|sources|all)$/.test(word));
  return which.length === 0 || which.includes('advisories') || which.includes('all')
    ? []
    : [{ kind: 'conditional', why: `it checks ${which.join(', ')} alone, no advisories` }];
}
