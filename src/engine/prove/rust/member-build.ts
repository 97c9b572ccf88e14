import { join } from 'node:path';
import type { ProofRequest } from '../prover.ts';
import { readMir, type Shown } from './mir/read-mir.ts';
import { type Build, type BuildConfiguration, runBuild } from './prove-build.ts';
import type { CargoPackage } from './read-packages.ts';
import type { Runner } from './run-cargo.ts';
import { mirWrapper } from './wrappers.ts';

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

// All targets hold the library, clippy is a wrapper of its own, and dependents are other packages.
const WITHOUT_MIR = new Set(['lib', 'clippy', 'clippy tests', 'dependents']);

/** Builds the state that the stage shows. */
export async function buildMember(
  runner: Runner,
  request: Pick<ProofRequest, 'rungs'>,
  member: CargoPackage,
  configuration: BuildConfiguration,
  shown: Shown,
): Promise<Build> {
  const env = configuration.command[1] === 'clippy' ? {} : buildEnvironment(runner, request, member);
  const build = await runBuild(runner, member, configuration, env);
  const read = request.rungs.includes('M') && build.success && !WITHOUT_MIR.has(configuration.name);
  return read ? { ...build, mir: readMir(runner, member, build, shown) } : build;
}

/** True if the configuration takes part in rung M. */
export const showsMir = (name: string): boolean => !WITHOUT_MIR.has(name);
