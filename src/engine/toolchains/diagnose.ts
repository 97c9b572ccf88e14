import type { Rung } from '../../core/evidence.ts';
import type { LanguageId } from '../../core/unit.ts';
import type { View } from '../../workspace/view.ts';
import { countApplies, findUnfinished } from '../apply/list-history.ts';
import type { Language } from '../language.ts';
import { LANGUAGES } from '../languages.ts';
import type { StateFolder } from '../state/state-folder.ts';
import { type FoundProgram, findProgram } from './find-program.ts';
import { namedPrograms } from './named-programs.ts';
import type { ToolchainRequest } from './toolchain.ts';

export interface Diagnosis {
  readonly programs: readonly FoundProgram[];
  /** For each language that the workspace holds: each rung, and why it cannot be reached here (null if it can). */
  readonly rungs: readonly {
    readonly language: LanguageId;
    readonly files: number;
    readonly rung: Rung;
    readonly why: string | null;
  }[];
  readonly state: { readonly folder: string; readonly unfinished: string | null; readonly applies: number };
  readonly cache: string | null;
  /** Submodules and repositories below, which no command reads: a sentence each. */
  readonly nested: readonly string[];
}

export interface DiagnoseOptions {
  readonly view: View;
  readonly root: string;
  readonly nested: readonly string[];
  readonly state: StateFolder;
  readonly cache: string | null;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Called with the programs that the repository names, before the first is started. */
  readonly onAnnounce: (lines: readonly string[]) => void;
  readonly signal: AbortSignal;
}

/**
 * What could be proven on this machine, and what stands in the way. Runs `--version` of toolchains, and rustc and rustdoc on an empty source;
 * of the workspace only those toolchains that it names itself, which is announced.
 */
export async function diagnose(options: DiagnoseOptions): Promise<Diagnosis> {
  const { view, root, state, cache, env, signal } = options;
  const named = namedPrograms({ root, configured: view.config.python.interpreter, env });
  options.onAnnounce(named.map(({ name, path, by }) => `${name}: ${path} (${by})`));
  const request = { view, root, env, signal };
  const programs: FoundProgram[] = [];
  for (const { toolchain } of LANGUAGES) programs.push(...(await (await toolchain()).find(request)));
  programs.push(await findProgram('git', ['git', '--version'], root, signal));
  const unfinished = await findUnfinished(state);
  const rungs: Diagnosis['rungs'][number][] = [];
  for (const language of LANGUAGES) rungs.push(...(await rungsOf(language, request, programs)));
  return {
    programs,
    rungs,
    state: { folder: state.journal, unfinished: unfinished?.id ?? null, applies: await countApplies(state) },
    cache,
    nested: options.nested,
  };
}

async function rungsOf(
  { id, reads, prover, toolchain }: Language,
  request: ToolchainRequest,
  programs: readonly FoundProgram[],
): Promise<Diagnosis['rungs']> {
  const files = request.view.files.filter(reads).length;
  if (files === 0) return [];
  const [{ rungs }, { obstacle }] = [await prover(), await toolchain()];
  const why = await obstacle(request, programs);
  return rungs.map((rung) => ({ language: id, files, rung, why: rung === 'S' ? null : why(rung) }));
}
