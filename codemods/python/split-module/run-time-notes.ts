import { logCalls, runTimePlaces } from '../../../analyzers/readings/python/run-time-places.ts';
import type { Source } from '../../../analyzers/readings/python/source.ts';
import type { View } from '../../../src/workspace/view.ts';
import { type Assignment, FACADE } from './assign.ts';

/** What the program reports of its files after the split where the workspace asks for it: log records (H87) and the source of classes (H88). */
export function runTimeNotes(view: View, source: Source, { place }: Assignment, identity: boolean): string[] {
  const moved = source.outline.units.filter((_, i) => place[i] !== FACADE);
  const classes = moved.filter(({ kind }) => kind === 'class').length;
  const calls = moved.reduce((sum, { start, end }) => sum + logCalls(source.text.slice(start, end)), 0);
  if (classes + calls === 0) return [];
  const { records, sources } = runTimePlaces(view);
  return [
    ...(calls > 0 && records.length > 0
      ? [
          `H87: ${counted(calls, 'log call moves', 'log calls move')}: ${listed(records)} prints the part's file or module`,
        ]
      : []),
    ...(identity && classes > 0 && sources.length > 0
      ? [
          `H88: ${counted(classes, 'class moves', 'classes move')}: ${listed(sources)} reads source, and finds none before Python 3.13, and the wrong lines since`,
        ]
      : []),
  ];
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const listed = (places: readonly string[]): string =>
  places.length === 1 ? places[0]! : `${places[0]} (and ${places.length - 1} more)`;
