import type { Gap } from './gap.ts';
import { type Json, printJson } from './json.ts';
import { judge } from './judge.ts';
import { prove } from './prove.ts';
import { samplesOf } from './samples.ts';
import type { Field, Shape } from './shape.ts';

/** Whether a reader takes all that a writer may write: shown from both shapes, refuted by one payload, or neither. */
export type Comparison =
  | { readonly verdict: 'compatible' }
  | {
      readonly verdict: 'breaking';
      readonly example: string;
      /** `items.0.name`; '' for the payload itself. */
      readonly where: string;
      readonly why: string;
      readonly field: Field | null;
    }
  | { readonly verdict: 'unknown'; readonly where: string; readonly why: string; readonly field: Field | null };

/** A guess is neither: what is not shown is only called breaking where a payload of the writer is surely rejected. */
export function compare(writer: Shape, reader: Shape): Comparison {
  const found = prove(writer, reader);
  if (found === null) return { verdict: 'compatible' };
  const example = shortest(writer, reader);
  return example ?? { verdict: 'unknown', where: wayOf(found), why: found.why, field: found.field };
}

const wayOf = ({ way }: Pick<Gap, 'way'>): string => way.join('.');

function shortest(writer: Shape, reader: Shape): Extract<Comparison, { verdict: 'breaking' }> | null {
  const broken = samplesOf(writer).flatMap((value: Json) => {
    const found = judge(reader, value);
    return found.verdict === 'rejects' ? [{ found, example: printJson(value) }] : [];
  });
  const [best] = broken.sort((a, b) => a.example.length - b.example.length);
  if (best === undefined) return null;
  return {
    verdict: 'breaking',
    example: best.example,
    where: wayOf(best.found),
    why: best.found.why,
    field: best.found.field,
  };
}
