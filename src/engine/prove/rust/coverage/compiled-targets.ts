import { resolve } from 'node:path';
import type { IsSet } from '../../../../languages/rust/cfg-truth.ts';
import type { Artifact, CargoMessages } from '../read-messages.ts';
import { environmentOf } from './cfg-environment.ts';
import type { TargetCfg } from './target-cfg.ts';

/** One compilation of a build: a library, the same for its tests, a program. */
export interface CompiledTarget {
  /** `lib`, `lib with tests`, `bin tool`; of another package with its manifest in front. */
  readonly label: string;
  /** Whether the package in question is compiled, and not one beside it. */
  readonly own: boolean;
  /** Files that rustc read, relative to the stage. */
  readonly files: ReadonlySet<string>;
  readonly isSet: IsSet;
}

export interface CompiledPlace {
  /** Absolute root of the stage. */
  readonly root: string;
  /** Absolute path of the package's manifest. */
  readonly manifest: string;
  readonly clippy: boolean;
  readonly target: TargetCfg;
  /** Options that the package was compiled with besides. */
  readonly cfgs: readonly string[];
}

/**
 * The compilations of the workspace's own packages that a build's messages report.
 * @param sources files that went into each of the artifacts, absolute
 */
export function compiledTargets(
  { artifacts, scriptCfgs }: Pick<CargoMessages, 'artifacts' | 'scriptCfgs'>,
  sources: readonly (readonly string[])[],
  place: CompiledPlace,
): CompiledTarget[] {
  const root = `${place.root}/`;
  return artifacts.map((artifact, i): CompiledTarget => {
    const own = artifact.manifest === place.manifest;
    const files = (sources[i] ?? [])
      .filter((source) => source.startsWith(root))
      .map((source) => resolve(source).slice(root.length));
    return {
      label: own ? targetLabel(artifact) : `${artifact.manifest} ${targetLabel(artifact)}`,
      own,
      files: new Set(files),
      isSet: environmentOf(
        {
          ...artifact,
          features: new Set(artifact.features),
          clippy: place.clippy,
          script: [...(scriptCfgs.get(artifact.packageId) ?? []), ...(own ? place.cfgs : [])],
        },
        place.target,
      ),
    };
  });
}

/** `lib`, `bin tool`; a target compiled for its own tests is another one: `lib with tests`. */
export const targetLabel = ({ target, test }: Pick<Artifact, 'target' | 'test'>): string =>
  `${target}${test ? ' with tests' : ''}`;

/** For each label the files that its compilations read. */
export function filesByTarget(targets: readonly CompiledTarget[]): Map<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { label, files } of targets) {
    const known = found.get(label) ?? new Set<string>();
    found.set(label, known);
    for (const file of files) known.add(file);
  }
  return found;
}
