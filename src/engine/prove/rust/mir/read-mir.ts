import type { View } from '../../../../workspace/view.ts';
import { targetLabel } from '../coverage/compiled-targets.ts';
import { artifactPaths } from '../dep-info.ts';
import { type Build, type BuildPlace, manifestOf } from '../prove-build.ts';
import type { CargoPackage } from '../read-packages.ts';
import type { Runner } from '../run-cargo.ts';
import { oldPath, type SplicedModule } from '../spliced-tests.ts';
import type { Bodies, Mir } from './compare-mir.ts';
import { normalBody } from './normal-body.ts';
import { foldImpls, moduleFold } from './normal-paths.ts';
import { readLines } from './read-lines.ts';
import { createSourceAt } from './source-at.ts';
import { splitMir } from './split-mir.ts';

/** A state that the stage shows. */
export interface Shown {
  readonly view: View;
  readonly state: BuildPlace['state'];
  /** Paths of the modules that only this state has. */
  readonly modules: readonly string[];
  /** Parts that were spliced before: their tests are known by the names that they had. */
  readonly spliced: readonly SplicedModule[];
}

/** The MIR that `mirWrapper` left beside the artifacts of a build. */
export function readMir(runner: Runner, member: CargoPackage, build: Build, { view, modules, spliced }: Shown): Mir {
  const options = {
    fold: moduleFold(modules, member.crate),
    foldImpls,
    sourceAt: createSourceAt(view, runner.stage.root, member.rustcCwd),
    testName: (name: string): string => oldPath(name, spliced),
  };
  const mir = new Map<string, Bodies | null>();
  for (const artifact of build.artifacts) {
    if (artifact.manifest !== manifestOf(runner, member)) continue;
    const bodies = new Map<string, number>();
    const paths = artifactPaths(artifact, '.mir');
    for (const path of paths)
      for (const body of splitMir(readLines(path))) {
        const text = normalBody(body, options);
        bodies.set(text, (bodies.get(text) ?? 0) + 1);
      }
    mir.set(targetLabel(artifact), paths.length === 0 ? null : bodies);
  }
  return mir;
}
