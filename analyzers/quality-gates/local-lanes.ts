import type { View } from '../../src/workspace/view.ts';
import type { Service } from './classify.ts';
import { judgeLanes } from './judge-lanes.ts';
import { GROUP_OF, type LaneGroup, laneCommand, rootsFor, WRITTEN_LANES } from './lane-commands.ts';
import type { Lane, Run } from './lanes.ts';

/** A lane as it can be run here. */
export interface LocalLane {
  readonly lane: Lane;
  readonly group: LaneGroup;
  readonly commands: readonly LocalCommand[];
}

export interface LocalCommand {
  readonly words: readonly string[];
  /** Folder, relative to the workspace. */
  readonly dir: string;
  readonly env: Readonly<Record<string, string>>;
  /** Where CI says it; null for the usual command, where CI has none that can be run here. */
  readonly place: Run['place'] | null;
}

/**
 * The commands of lanes: those of CI where they stand in full and hold every pull request, else the usual ones.
 * @param asked null for the declared lanes, and without a declaration for all
 */
export function localLanes(view: View, asked: readonly Lane[] | null): LocalLane[] {
  const report = judgeLanes(view);
  if (report === null) return [];
  const lanes = asked ?? view.config.qualityGates.lanes ?? WRITTEN_LANES;
  return (lanes as readonly Lane[]).map((lane) => {
    const ofLane = report.services.filter((service) => service.lane === lane && service.weak.length === 0);
    const commands = distinct(ofLane.flatMap(runnable));
    return {
      lane,
      group: GROUP_OF[lane],
      commands: commands.length > 0 ? commands : rootsFor(view, lane).map((dir) => usual(view, lane, dir)),
    };
  });
}

const usual = (view: View, lane: Lane, dir: string): LocalCommand => ({
  words: laneCommand(view, lane),
  dir,
  env: {},
  place: null,
});

/** What the variables say that change how cargo judges; others belong to CI. */
const JUDGES = /^(?:RUSTFLAGS|RUSTDOCFLAGS|CARGO_ENCODED_RUSTFLAGS|CLIPPYFLAGS|CARGO_BUILD_WARNINGS)$/;

/** A command of cargo without anything that only CI can fill in. */
function runnable({ run }: Service): LocalCommand[] {
  const { words, dir, env, place } = run;
  if (dir === null || !/^(?:cargo|cargo-[a-z]+)$/.test(words[0] ?? '')) return [];
  if (words.some((word) => /[$`]/.test(word))) return [];
  const judging = Object.entries(env).filter((entry): entry is [string, string] => JUDGES.test(entry[0]) && !!entry[1]);
  if (judging.some(([, value]) => /[$`]/.test(value))) return [];
  return [{ words, dir, env: Object.fromEntries(judging), place }];
}

function distinct(commands: readonly LocalCommand[]): LocalCommand[] {
  const key = ({ words, dir, env }: LocalCommand): string => JSON.stringify([words, dir, env]);
  return commands.filter((one, i) => commands.findIndex((other) => key(other) === key(one)) === i);
}

/** As it would be typed: variables, folder and words. */
export const commandText = ({ words, dir, env }: LocalCommand): string =>
  [
    ...(dir === '' ? [] : [`cd ${dir} &&`]),
    ...Object.entries(env).map(([name, value]) => `${name}='${value}'`),
    ...words,
  ].join(' ');
