import type { LoadEffect } from './load-effects.ts';

/** A unit of the module before the split, as far as its loading goes. */
export interface LoadUnit {
  readonly effect: LoadEffect;
  readonly evaluated: boolean;
  readonly state: boolean;
  /** Units whose names it reads while the module is loaded. */
  readonly eager: readonly number[];
  /** All units whose values it mentions. */
  readonly uses: readonly number[];
}

/** Two units that must be evaluated in this order. */
export interface OrderRule {
  readonly first: number;
  readonly then: number;
  readonly why: 'needs' | 'acts' | 'shares';
}

/**
 * The order that matters, by the units' places in the module before the split: what a unit reaches while it is loaded (through every
 * function that may be called) stands before it; what acts keeps its place among all that acts or computes; what computes keeps its
 * place among those that reach the same state. A function declaration needs no place: it exists before anything is evaluated.
 */
export function orderRules(units: readonly LoadUnit[]): OrderRule[] {
  const reach = units.map((unit) => reachOf(units, unit));
  const rules: OrderRule[] = [];
  units.forEach((unit, then) => {
    for (const first of reach[then]!)
      if (first < then && units[first]!.evaluated) rules.push({ first, then, why: 'needs' });
    if (unit.effect === 'none') return;
    for (let first = 0; first < then; first++) {
      const other = units[first]!;
      if (other.effect === 'none') continue;
      if (unit.effect === 'acts' || other.effect === 'acts') rules.push({ first, then, why: 'acts' });
      else if ([...reach[then]!].some((at) => units[at]!.state && (at === first || reach[first]!.has(at))))
        rules.push({ first, then, why: 'shares' });
    }
  });
  return rules;
}

function reachOf(units: readonly LoadUnit[], from: LoadUnit): Set<number> {
  const reached = new Set(from.eager);
  const waiting = [...from.eager];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    for (const use of units[next]!.uses)
      if (!reached.has(use)) {
        reached.add(use);
        waiting.push(use);
      }
  return reached;
}

/** The order in which modules are evaluated: depth first from the entry, by their imports in source order; a module that waits is passed. */
export function loadOrder<Key>(entry: Key, requests: (module: Key) => readonly Key[]): Key[] {
  const seen = new Set<Key>([entry]);
  const order: Key[] = [];
  const stack = [{ module: entry, next: 0, asks: requests(entry) }];
  for (let top = stack[0]; top; top = stack[stack.length - 1]) {
    const ask = top.asks[top.next];
    if (top.next >= top.asks.length) {
      order.push(top.module);
      stack.pop();
      continue;
    }
    top.next += 1;
    if (ask === undefined || seen.has(ask)) continue;
    seen.add(ask);
    stack.push({ module: ask, next: 0, asks: requests(ask) });
  }
  return order;
}
