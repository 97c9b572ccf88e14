import type { CoChange, MethodCluster, Plan, PlannedModule } from '../../core/plan.ts';
import type { Paint } from '../style.ts';
import { shortList, wrap } from './wrap.ts';

const MOST_PAIRS = 8;

/** How often a module changed, where history was read. */
export function changesLine({ evidence }: PlannedModule): string[] {
  const changes = evidence?.changes;
  if (changes === undefined) return [];
  const { commits, alone } = changes;
  if (commits === 0) return ['    no commit changed it'];
  return [`    ${commits === 1 ? '1 commit' : `${commits} commits`} changed it; ${alone} changed no other unit`];
}

/** The pairs of units that most commits changed together. */
export function coChangeLines({ coChange }: Plan, width: number, paint: Paint): string[] {
  if (coChange === undefined) return [];
  const { pairs, morePairs, commits, since } = coChange;
  const rest = pairs.length - MOST_PAIRS + morePairs;
  return [
    '',
    paint('title', `Changed together, in ${commits === 1 ? '1 commit' : `${commits} commits`} since ${since}`),
    ...pairs.slice(0, MOST_PAIRS).flatMap((pair) => pairLines(pair, width)),
    ...(rest > 0 ? [`  … ${rest} more pairs`] : []),
    ...(pairs.length === 0 ? ['  no two units changed together more than once'] : []),
  ];
}

const pairLines = ({ units: [a, b], commits }: CoChange['pairs'][number], width: number): string[] =>
  wrap(`${a}, ${b}`, width - 8).map((line, i) => `  ${i === 0 ? `${commits}×`.padStart(4) : '    '}  ${line}`);

/** What a person who divides the class by hand wants to see. */
export function largeClassLines({ largeClass }: Plan, width: number, paint: Paint): string[] {
  if (largeClass === undefined) return [];
  const { unit, lines, clusters, common, apart } = largeClass;
  const text = `A split never divides a class. Its methods by the attributes that they share and by their calls:`;
  return [
    '',
    paint('title', `Most of the file is ${unit}, ${lines} lines`),
    ...wrap(text, width - 2).map((line) => `  ${line}`),
    ...clusters.flatMap((cluster) => clusterLines(cluster, width, paint)),
    ...labelled('used by most methods: ', common, width),
    ...labelled('sharing nothing with the others: ', apart.map(methodName), width),
  ];
}

const clusterLines = ({ name, methods, attributes, lines }: MethodCluster, width: number, paint: Paint): string[] => [
  `  ${paint('path', name)} ${paint('faint', `~${lines} lines`)}`,
  ...wrap(shortList(methods.map(methodName)), width - 4).map((line) => `    ${line}`),
  ...labelled('attributes: ', attributes, width - 2).map((line) => `  ${line}`),
];

const labelled = (label: string, names: readonly string[], width: number): string[] =>
  names.length === 0 ? [] : wrap(`${label}${shortList(names)}`, width - 2).map((line) => `  ${line}`);

/** `class Store::load` is shown below the class. */
const methodName = (id: string): string => id.slice(id.indexOf('::') + 2);
