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
