import type { ContractConfig } from '../../src/config/config.ts';
import type { View } from '../../src/workspace/view.ts';
import { type Json, OPAQUE, printJson } from './shape/json.ts';
import { judge } from './shape/judge.ts';
import { samplesOf } from './shape/samples.ts';
import { objectOf, resolved, type Shape } from './shape/shape.ts';
import { type Side, sideOf } from './sides.ts';

/** Payloads of one direction of a contract, for tests of both sides. */
export interface GuardPayloads {
  readonly id: string;
  readonly from: 'rust' | 'python';
  readonly rust: Side;
  readonly python: Side;
  /** `kept`: the writer reads it too, and then writes it again as it was. */
  readonly payloads: readonly { readonly text: string; readonly kept: boolean }[];
}

const MOST = 12;

/** What each side surely writes and the other surely reads; contracts with a side that cannot be told have none. */
export function guardPayloads(view: View, contract: ContractConfig): GuardPayloads[] {
  const sides = contract.sides.map((named) => sideOf(view, contract, named));
  const at = (name: 'rust' | 'python'): Side | null => {
    const found = sides.find((one) => 'side' in one && one.side === name);
    return found && 'shape' in found ? found : null;
  };
  const [rust, python] = [at('rust'), at('python')];
  if (!rust || !python) return [];
  const ways = (['rust', 'python'] as const).filter(
    (from) => contract.direction === 'both' || contract.direction === `${from}->${from === 'rust' ? 'python' : 'rust'}`,
  );
  return ways.map((from) => {
    const [writer, reader] = from === 'rust' ? [rust, python] : [python, rust];
    return { id: contract.id, from, rust, python, payloads: payloadsOf(contract, writer, reader) };
  });
}

function payloadsOf({ pythonWrites }: ContractConfig, writer: Side, reader: Side): GuardPayloads['payloads'] {
  const [own, other] = [closed(writer.shape('reads')), reader.shape('reads')];
  // A value that is its default is left out when it is written again.
  const isStable = writer.side === 'rust' || !pythonWrites.includes('exclude-defaults');
  return samplesOf(writer.shape('writes'))
    .filter((value) => !hasOpaque(value) && judge(other, value).verdict === 'accepts')
    .map((value) => ({ text: printJson(value), kept: isStable && judge(own, value).verdict === 'accepts' }))
    .filter(({ text }) => text.length < 400)
    .slice(0, MOST);
}

const hasOpaque = (value: Json): boolean => printJson(value).includes(printJson(OPAQUE));

/** The shape with no further keys: what it ignores would not be written again. */
function closed(shape: Shape): Shape {
  const own = shape.kind === 'ref' ? null : shape;
  if (own === null)
    return { kind: 'ref', id: `closed ${(shape as { id: string }).id}`, get: () => closed(resolved(shape)) };
  switch (own.kind) {
    case 'object':
      return objectOf(
        own.fields.map((field) => ({ ...field, keys: field.keys.slice(0, 1), shape: closed(field.shape) })),
        own.rest.kind === 'map' ? { ...own.rest, values: closed(own.rest.values) } : { kind: 'forbid' },
      );
    case 'union':
      return { kind: 'union', shapes: own.shapes.map(closed) };
    case 'array':
      return { ...own, items: closed(own.items) };
    case 'tuple':
      return { ...own, items: own.items.map(closed) };
    default:
      return own;
  }
}
