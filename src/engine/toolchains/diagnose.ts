import { existsSync } from 'node:fs';
import type { Rung } from '../../core/evidence.ts';
import { LANGUAGES, type Language, languageOf } from '../../languages/language.ts';
import type { View } from '../../workspace/view.ts';
import { countApplies, findUnfinished } from '../apply/list-history.ts';
import { PROVERS } from '../prove/index.ts';
import type { StateFolder } from '../state/state-folder.ts';
import { asksNextest } from './asks-nextest.ts';
import { type FoundProgram, findProgram } from './find-program.ts';
import { findPython } from './find-python.ts';
import { namedPrograms, tscOf } from './named-programs.ts';
import { probeRustRungs } from './probe-rust-rungs.ts';

export interface Diagnosis {
  readonly programs: readonly FoundProgram[];
  /** For each language that the workspace holds: each rung, and why it cannot be reached here (null if it can). */
  readonly rungs: readonly {
    readonly language: Language;
    readonly files: number;
    readonly rung: Rung;
    readonly why: string | null;
  }[];
  readonly state: { readonly folder: string; readonly unfinished: string | null; readonly applies: number };
  readonly cache: string | null;
}

export interface DiagnoseOptions {
  readonly view: View;
  readonly root: string;
  readonly state: StateFolder;
  readonly cache: string | null;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Hears which programs the repository names, before the first is started. */
  readonly onAnnounce: (lines: readonly string[]) => void;
  readonly signal: AbortSignal;
}

const RUST = [
  ['cargo', 'cargo', '--version'],
  ['rustc', 'rustc', '--version'],
  ['rustfmt', 'rustfmt', '--version'],
  ['clippy', 'cargo', 'clippy', '--version'],
] as const;

/**
 * What could be proven on this machine, and what stands in the way. Runs `--version` of toolchains, and rustc and rustdoc on an empty source;
 * of the workspace only those toolchains that it names itself, which is announced.
 */
export async function diagnose(options: DiagnoseOptions): Promise<Diagnosis> {
  const { view, root, state, cache, env, signal } = options;
  const named = namedPrograms({ root, configured: view.config.python.interpreter, env });
  options.onAnnounce(named.map(({ name, path, by }) => `${name}: ${path} (${by})`));
  const programs: FoundProgram[] = [];
  for (const [name, ...command] of RUST) programs.push(await findProgram(name, command, root, signal));
  programs.push(await nextest(view, root, signal));
  programs.push(await python(view, root, env, signal));
  programs.push(await findProgram('node', [process.execPath, '--version'], root, signal));
  const tsc = tscOf(root);
  programs.push(
    existsSync(tsc)
      ? await findProgram('tsc', [process.execPath, tsc, '--version'], root, signal)
      : { name: 'tsc', command: [tsc], version: null, why: 'node_modules holds no typescript' },
  );
  programs.push(await findProgram('git', ['git', '--version'], root, signal));
  const unfinished = await findUnfinished(state);
  const rust = rungsOf(view, 'rust', programs).some(({ rung, why }) => rung === 'M' && why === null);
  const unstable = rust ? await probeRustRungs(signal) : {};
  return {
    programs,
    rungs: LANGUAGES.flatMap((language) => rungsOf(view, language, programs)).map((row) =>
      row.language === 'rust' ? { ...row, why: row.why ?? unstable[row.rung] ?? null } : row,
    ),
    state: { folder: state.journal, unfinished: unfinished?.id ?? null, applies: await countApplies(state) },
    cache,
  };
}

async function nextest(view: View, root: string, signal: AbortSignal): Promise<FoundProgram> {
  const program = await findProgram('nextest', ['cargo', 'nextest', '--version'], root, signal);
  const asked = asksNextest(view);
  return {
    ...program,
    version: program.version && asked ? `${program.version} (runs the tests: ${asked})` : program.version,
  };
}

async function python(
  view: View,
  root: string,
  env: DiagnoseOptions['env'],
  signal: AbortSignal,
): Promise<FoundProgram> {
  const found = await findPython({ root, configured: view.config.python.interpreter, env, signal });
  if (found.command === null) return { name: 'python', command: [], version: null, why: found.why };
  const program = await findProgram('python', [...found.command, '--version'], root, signal);
  return { ...program, version: program.version && `${program.version} (${found.why})` };
}

const NEEDS: Readonly<
  Record<Language, { readonly program: string; readonly manifest: (view: View) => boolean; readonly missing: string }>
> = {
  rust: { program: 'cargo', manifest: (view) => view.manifests.crates.length > 0, missing: 'there is no Cargo.toml' },
  python: { program: 'python', manifest: () => true, missing: '' },
  javascript: { program: 'tsc', manifest: () => true, missing: '' },
};

function rungsOf(view: View, language: Language, programs: readonly FoundProgram[]): Diagnosis['rungs'] {
  const files = view.files.filter(({ grammar }) => grammar !== null && languageOf(grammar) === language).length;
  const prover = PROVERS.find((known) => known.language === language);
  if (files === 0 || !prover) return [];
  const { program, manifest, missing } = NEEDS[language];
  const found = programs.find(({ name }) => name === program);
  const why = !manifest(view) ? missing : found?.version ? null : `${program}: ${found?.why ?? 'not found'}`;
  const tester = programs.find(({ name }) => name === 'nextest');
  // Only the configuration's word is binding: with nextest's own file alone, cargo runs the tests where nextest is missing.
  const untested =
    language === 'rust' && view.config.rust.testRunner === 'nextest' && !tester?.version
      ? `nextest: ${tester?.why}`
      : why;
  return prover.rungs.map((rung) => ({
    language,
    files,
    rung,
    why: rung === 'S' ? null : rung === 'T' ? untested : why,
  }));
}
