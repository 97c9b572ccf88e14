/** A directed graph over 0..n-1: `edges[i]` lists the nodes that i points to. */
export type Edges = readonly (readonly number[])[];

/**
 * Strongly connected components, each sorted ascending, in reverse topological order (a component stands after all that it points to
 * have been emitted). Tarjan's algorithm with an explicit stack: depth is bounded by memory, not by the call stack.
 */
export function stronglyConnected(edges: Edges): number[][] {
  const index = new Int32Array(edges.length).fill(-1);
  const low = new Int32Array(edges.length);
  const onStack = new Uint8Array(edges.length);
  const stack: number[] = [];
  const components: number[][] = [];
  let counter = 0;
  for (let root = 0; root < edges.length; root++) {
    if (index[root] !== -1) continue;
    const work: { node: number; next: number }[] = [{ node: root, next: 0 }];
    while (work.length > 0) {
      const frame = work[work.length - 1]!;
      const { node } = frame;
      if (frame.next === 0 && index[node] === -1) {
        index[node] = low[node] = counter++;
        stack.push(node);
        onStack[node] = 1;
      }
      const target = edges[node]![frame.next];
      if (target !== undefined) {
        frame.next += 1;
        if (index[target] === -1) work.push({ node: target, next: 0 });
        else if (onStack[target]) low[node] = Math.min(low[node]!, index[target]!);
        continue;
      }
      work.pop();
      const parent = work[work.length - 1];
      if (parent) low[parent.node] = Math.min(low[parent.node]!, low[node]!);
      if (low[node] === index[node]) components.push(popComponent(stack, onStack, node));
    }
  }
  return components;
}

function popComponent(stack: number[], onStack: Uint8Array, root: number): number[] {
  const component: number[] = [];
  for (;;) {
    const node = stack.pop()!;
    onStack[node] = 0;
    component.push(node);
    if (node === root) return component.sort((a, b) => a - b);
  }
}
