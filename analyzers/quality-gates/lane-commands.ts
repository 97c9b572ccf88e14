import type { View } from '../../src/workspace/view.ts';
import { isFixture } from '../gate/is-fixture.ts';
import { gateCrates, laneCrates } from './gate-crates.ts';
import type { Lane } from './lanes.ts';

/** What a lane shows at a glance. */
export const LANE_GROUPS = ['lint', 'test', 'security'] as const;
export type LaneGroup = (typeof LANE_GROUPS)[number];

export const GROUP_OF: Readonly<Record<Lane, LaneGroup>> = {
  clippy: 'lint',
  fmt: 'lint',
  nextest: 'test',
  test: 'test',
  doctest: 'test',
  deny: 'security',
  audit: 'security',
};

/** Lanes that a gate is written for: `nextest` serves `test` too. */
export const WRITTEN_LANES: readonly Lane[] = ['clippy', 'fmt', 'nextest', 'doctest', 'deny', 'audit'];

/** The command that holds a whole Cargo workspace to a lane, run in its folder. */
export function laneCommand(view: View, lane: Lane): string[] {
  switch (lane) {
    case 'clippy':
      return ['cargo', 'clippy', '--workspace', '--all-targets', '--', '-D', 'warnings'];
    case 'fmt':
      return ['cargo', 'fmt', '--all', '--', '--check'];
    case 'nextest':
      return ['cargo', 'nextest', 'run', '--workspace'];
    case 'test':
      return ['cargo', 'test', '--workspace'];
    case 'doctest':
      return ['cargo', 'test', '--workspace', '--doc'];
    case 'deny':
      // Without a policy cargo-deny allows no licence at all: advisories are what can be asked then.
      return ['cargo', 'deny', 'check', ...(hasDenyPolicy(view) ? [] : ['advisories'])];
    case 'audit':
      return ['cargo', 'audit'];
  }
}

const hasDenyPolicy = (view: View): boolean =>
  view.files.some(({ path }) => /(?:^|\/)\.?deny\.toml$/.test(path) && !isFixture(path));

/** Folders of the Cargo workspaces of the repository, without those that are input of tests. */
export const cargoRoots = (view: View): string[] =>
  [...new Set(gateCrates(view).map(({ cargoRoot }) => cargoRoot))].sort();

/** Where a lane has something to run on: doctests need a library that other crates can link. */
export const rootsFor = (view: View, lane: Lane): string[] =>
  cargoRoots(view).filter((root) => laneCrates(view, lane).some((crate) => crate.cargoRoot === root));
