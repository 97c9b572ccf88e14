import type { Commit } from './commit-log.ts';

/**
 * The ancestors of `head` (itself included), children before parents, later ones first: the same order for the same graph, whatever
 * order the commits were read in. Parents that are not known (a shallow clone's) are left out.
 */
export function orderCommits(commits: ReadonlyMap<string, Commit>, head: string): Commit[] {
  const waiting = countChildren(commits, head);
  const ordered: Commit[] = [];
  const ready: Commit[] = [];
  const start = commits.get(head);
  if (start) push(ready, start);
  while (ready.length > 0) {
    const commit = pop(ready);
    ordered.push(commit);
    for (const id of commit.parents) {
      const left = (waiting.get(id) ?? 0) - 1;
      waiting.set(id, left);
      if (left === 0) push(ready, commits.get(id)!);
    }
  }
  return ordered;
}

const isBefore = (a: Commit, b: Commit): boolean => a.time > b.time || (a.time === b.time && a.id < b.id);

// A binary heap: tens of thousands of commits can be ready at once in an octopus-rich history.
function push(heap: Commit[], commit: Commit): void {
  let position = heap.push(commit) - 1;
  while (position > 0) {
    const above = (position - 1) >> 1;
    if (!isBefore(commit, heap[above]!)) break;
    heap[position] = heap[above]!;
    position = above;
  }
  heap[position] = commit;
}

function pop(heap: Commit[]): Commit {
  const first = heap[0]!;
  const last = heap.pop()!;
  if (heap.length === 0) return first;
  let position = 0;
  for (;;) {
    let below = 2 * position + 1;
    if (below >= heap.length) break;
    if (below + 1 < heap.length && isBefore(heap[below + 1]!, heap[below]!)) below += 1;
    if (!isBefore(heap[below]!, last)) break;
    heap[position] = heap[below]!;
    position = below;
  }
  heap[position] = last;
  return first;
}

/** Of each commit that is reached from HEAD, how many of those that are reached have it as a parent. */
function countChildren(commits: ReadonlyMap<string, Commit>, head: string): Map<string, number> {
  const children = new Map<string, number>();
  const stack = [head];
  const seen = new Set<string>([head]);
  while (stack.length > 0) {
    for (const parent of commits.get(stack.pop()!)?.parents ?? []) {
      if (!commits.has(parent)) continue;
      children.set(parent, (children.get(parent) ?? 0) + 1);
      if (seen.has(parent)) continue;
      seen.add(parent);
      stack.push(parent);
    }
  }
  return children;
}
