/** One body of rustc's MIR output with the allocations that are printed after it. */
export interface RawBody {
  readonly lines: readonly string[];
  /** Number -> lines; only those that the body reaches matter, rustc prints more. */
  readonly allocations: ReadonlyMap<string, readonly string[]>;
}

/** Cuts what `--emit=mir` wrote into bodies: each starts at the margin and ends with a brace there. */
export function splitMir(text: string): RawBody[] {
  const bodies: { lines: string[]; allocations: Map<string, string[]> }[] = [];
  let block: string[] | null = null;
  for (const line of text.split('\n')) {
    if (block !== null) {
      block.push(line);
      if (line === '}') block = null;
      continue;
    }
    if (line === '' || line.startsWith('//')) continue;
    const lines = [line];
    if (line.endsWith('{')) block = lines;
    const allocation = /^(alloc\d+) \(/.exec(line)?.[1];
    if (allocation === undefined) bodies.push({ lines, allocations: new Map() });
    else bodies[bodies.length - 1]?.allocations.set(allocation, lines);
  }
  return bodies;
}
