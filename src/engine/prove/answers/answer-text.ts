import type { Problem } from '../../../core/errors.ts';
import type { CommandRecord } from '../../../core/evidence.ts';
import type { Stage } from '../prover.ts';

/** What programs said, with the records of them; or why they had to be stopped. */
export type Answer<Value> = { readonly commands: readonly CommandRecord[] } & (
  | { readonly value: Value }
  | { readonly problem: Problem }
);

type Folders = Pick<Stage, 'root' | 'scratch'>;

/** No text of a program holds such a name, and each machine has its own folders. */
const NAMES = { root: '\u0000tree\u0000', scratch: '\u0000scratch\u0000' } as const;

/** As JSON, sets and maps included, with the folders of this machine by their names. */
export function textOf(answer: Answer<unknown>, folders: Folders): string {
  const text = JSON.stringify(answer, (_key, value: unknown) => {
    if (value instanceof Map) return { $map: [...value] };
    if (value instanceof Set) return { $set: [...value] };
    // What cannot be read again would be missing on the other machine alone.
    if (typeof value === 'function') throw new TypeError('an answer holds a function');
    return value;
  });
  return text
    .replaceAll(inJson(folders.root), inJson(NAMES.root))
    .replaceAll(inJson(folders.scratch), inJson(NAMES.scratch));
}

/** The same back, with the folders of this machine. Throws where it is no such text. */
export function answerOf<Value>(text: string, folders: Folders): Answer<Value> {
  const here = text
    .replaceAll(inJson(NAMES.root), inJson(folders.root))
    .replaceAll(inJson(NAMES.scratch), inJson(folders.scratch));
  return JSON.parse(here, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value;
    if ('$map' in value && Array.isArray(value.$map)) return new Map(value.$map as [unknown, unknown][]);
    if ('$set' in value && Array.isArray(value.$set)) return new Set(value.$set);
    return value;
  }) as Answer<Value>;
}

/** What was said, without how long it took and what was printed meanwhile: that is equal where two machines are. */
export const comparedPart = (text: string): string => {
  const { value, problem } = JSON.parse(text) as { readonly value?: unknown; readonly problem?: unknown };
  return JSON.stringify([value, problem]);
};

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);
