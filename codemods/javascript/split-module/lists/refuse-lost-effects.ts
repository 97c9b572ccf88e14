import { onlyAsks } from '../../../../analyzers/readings/javascript/only-asks.ts';
import type { Refusal } from '../../../../src/core/refusal.ts';
import { callsAnything } from '../../../../src/languages/javascript/calls-anything.ts';
import { saysNoEffects } from '../../../../src/workspace/javascript/package-lists.ts';
import type { View } from '../../../../src/workspace/view.ts';
import { type Assignment, FACADE } from '../assign.ts';
import type { Bindings } from '../bindings.ts';
import { type Piece, refuse, type Source } from '../source.ts';

/**
 * Where package.json says that a file has no effects, a bundler leaves out each module of which no name is used: a statement that acts has
 * to stay in one module with all that it acts upon, and with all that a function that it calls may act upon.
 */
export function refuseLostEffects(view: View, source: Source, { home }: Assignment, bindings: Bindings): Refusal[] {
  if (!saysNoEffects(view, source.path)) return [];
  const acting = source.pieces.filter(({ unit }) => unit.kind === 'expression' || unit.kind === 'statement');
  return acting.flatMap((piece) => {
    const reached = reachedBy(source, piece, bindings);
    if (reached.length === 0) return [refuseAt(source, piece)];
    const apart = reached.filter(({ index }) => home[index] !== home[piece.index]);
    if (apart.length === 0) return [];
    return home[piece.index] === FACADE ? apart.map((one) => refuseAt(source, one)) : [refuseAt(source, piece)];
  });
}

/** Units of the file that a statement may act upon: those that it names, and where it calls something, what those name in turn. */
function reachedBy(source: Source, piece: Piece, bindings: Bindings): Piece[] {
  const goesOn = piece.nodes.some((node) => callsAnything(source.syntax, node));
  const found = new Set<number>();
  const waiting = [piece.index];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const fresh = actedUpon(source, source.pieces[next]!, bindings).filter((maker) => !found.has(maker));
    for (const maker of fresh) found.add(maker);
    if (goesOn) waiting.push(...fresh);
  }
  return source.pieces.filter(({ index }) => found.has(index) && index !== piece.index);
}

/** Indices of the pieces whose values a piece names, and does not only ask. */
function actedUpon(source: Source, piece: Piece, { own, mentions }: Bindings): number[] {
  const named = [...mentions[piece.index]!.values()].filter(({ name, value }) => value && own.has(name));
  return named.filter(({ name }) => !isOnlyAsked(source, piece, name)).map(({ name }) => own.get(name)!.piece);
}

function isOnlyAsked({ names, pieces, syntax }: Source, asking: Piece, name: string): boolean {
  const { start, end } = asking.unit;
  const makers = pieces.filter(({ unit }) => unit.defines.some((one) => one.name === name));
  const isEnum = makers.every(({ unit }) => unit.kind === 'enum');
  return names.free
    .filter((one) => one.name === name && start <= one.at && one.at < end && one.space !== 'type' && !one.erased)
    .every((one) => onlyAsks(syntax, one, isEnum));
}

const refuseAt = (source: Source, { unit }: Piece): Refusal =>
  refuse(
    source,
    'J81',
    unit.body,
    '`sideEffects` of package.json lets bundlers leave a statement that acts out where only other modules are used',
    'Keep the statement in one module with everything that it acts upon.',
  );
