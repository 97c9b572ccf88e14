import { join } from 'node:path';
import { isKnown } from '../answers/ask.ts';
import type { ProofRequest } from '../prover.ts';
import { messageFold } from './compare-messages.ts';
import { withoutIdleFiles } from './coverage/idle-files.ts';
import { readMir, type Shown } from './mir/read-mir.ts';
import { type Build, type BuildConfiguration, compiledBy, runBuild } from './prove-build.ts';
import type { CargoPackage } from './read-packages.ts';
import type { Runner } from './run-cargo.ts';
import { cfgWrapper, mirWrapper } from './wrappers.ts';

/** What cargo's rungs of one package share: one build a configuration serves B, A and M. */
export function buildEnvironment(
  runner: Runner,
  { rungs }: Pick<ProofRequest, 'rungs'>,
  member: CargoPackage,
): Readonly<Record<string, string>> {
  return rungs.includes('M')
    ? { RUSTC_WORKSPACE_WRAPPER: mirWrapper(runner.stage, join(runner.stage.root, member.folder)) }
    : {};
}

// Clippy is a wrapper of its own, and dependents are other packages.
const WITHOUT_MIR = /^(?:clippy|dependents)\b/;

function cfgEnvironment(
  { stage }: Runner,
  { folder }: CargoPackage,
  cfgs: readonly string[],
  wrapper: string | undefined,
): Readonly<Record<string, string>> {
  if (cfgs.length === 0) return {};
  const inner = wrapper ?? stage.env.RUSTC_WORKSPACE_WRAPPER;
  return { RUSTC_WORKSPACE_WRAPPER: cfgWrapper(stage, join(stage.root, folder), cfgs, inner) };
}

/** Builds the state that the stage shows. */
export async function buildMember(
  runner: Runner,
  request: Pick<ProofRequest, 'rungs'>,
  member: CargoPackage,
  configuration: BuildConfiguration,
  shown: Shown,
): Promise<Build> {
  const usual = configuration.command[1] === 'clippy' ? {} : buildEnvironment(runner, request, member);
  const env = { ...usual, ...cfgEnvironment(runner, member, configuration.cfgs ?? [], usual.RUSTC_WORKSPACE_WRAPPER) };
  const ran = await runBuild(runner, member, configuration, { state: shown.state, env });
  const compiled = compiledBy(withoutIdleFiles(ran.targets, shown.view, member.paths));
  const build = { ...ran, ...compiled, fold: messageFold(shown.modules, member.crate) };
  // Where a machine has judged the MIR already, none was written here.
  const isJudged = isKnown(runner.stage, mirWords(member, configuration.name));
  const read = !isJudged && request.rungs.includes('M') && build.success && !WITHOUT_MIR.test(configuration.name);
  return read ? { ...build, mir: readMir(runner, member, build, shown) } : build;
}

/** What the verdicts of M on a configuration are asked by. */
export const mirWords = ({ folder }: CargoPackage, configuration: string): readonly string[] => [
  'mir',
  folder,
  configuration,
];

/** Configurations that take part in rung M: the library alone only where nothing that holds it builds. */
export function configurationsOfMir(builds: ReadonlyMap<string, Build>): string[] {
  const isHeld = ['all-targets', 'tests'].some((name) => builds.get(name)?.success);
  return [...builds.keys()].filter((name) => !WITHOUT_MIR.test(name) && !(name === 'lib' && isHeld));
}
