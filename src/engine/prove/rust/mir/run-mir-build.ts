import { readFileSync } from 'node:fs';
import type { View } from '../../../../workspace/view.ts';
import { artifactPaths } from '../dep-info.ts';
import type { ModuleDifference } from '../module-paths.ts';
import { type Build, type BuildConfiguration, manifestOf, runBuild, targetLabel } from '../prove-build.ts';
import type { CargoPackage } from '../read-packages.ts';
import type { Runner } from '../run-cargo.ts';
import { oldPath, type SplicedModule } from '../spliced-tests.ts';
import { mirWrapper } from '../wrappers.ts';
import type { Bodies } from './compare-mir.ts';
import { normalBody } from './normal-body.ts';
import { foldImpls, moduleFold } from './normal-paths.ts';
import { createSourceAt } from './source-at.ts';
import { splitMir } from './split-mir.ts';

export interface MirBuild extends Build {
  /** `lib`, `lib with tests`, `bin tool`: the bodies of each target of the package. */
  readonly bodies: ReadonlyMap<string, Bodies>;
}

/** Checks a package in one configuration and reads the MIR of its own targets. */
export async function runMirBuild(
  runner: Runner,
  member: CargoPackage,
  configuration: BuildConfiguration,
  view: View,
  folded: ModuleDifference['before'],
  spliced: readonly SplicedModule[] = [],
): Promise<MirBuild> {
  const folder = `${runner.stage.root}${member.folder === '' ? '' : `/${member.folder}`}`;
  const env = { RUSTC_WORKSPACE_WRAPPER: mirWrapper(runner.stage, folder) };
  const build = await runBuild(runner, member, configuration, env);
  const options = {
    fold: moduleFold(folded, member.crate),
    foldImpls,
    sourceAt: createSourceAt(view, runner.stage.root, member.rustcCwd),
    testName: (name: string): string => oldPath(name, spliced),
  };
  const bodies = new Map<string, Map<string, number>>();
  if (!build.success) return { ...build, bodies };
  for (const artifact of build.artifacts) {
    if (artifact.manifest !== manifestOf(runner, member)) continue;
    const label = targetLabel(artifact);
    for (const path of artifactPaths(artifact, '.mir')) {
      const found = bodies.get(label) ?? new Map<string, number>();
      bodies.set(label, found);
      for (const body of splitMir(readFileSync(path, 'utf8'))) {
        const text = normalBody(body, options);
        found.set(text, (found.get(text) ?? 0) + 1);
      }
    }
  }
  return { ...build, bodies };
}
