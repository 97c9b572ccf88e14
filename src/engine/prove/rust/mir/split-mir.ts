import { type Folding, foldData } from './fold-data.ts';

/** One body of rustc's MIR output with the allocations that are printed after it. */
export interface RawBody {
  readonly lines: readonly string[];
  /** Number -> lines; only those that the body reaches matter, rustc prints more. */
  readonly allocations: ReadonlyMap<string, readonly string[]>;
}

/** Cuts what `--emit=mir` wrote into bodies: each starts at the margin and ends with a brace there. */
export function* splitMir(text: Iterable<string>): Generator<RawBody> {
  let body: { lines: readonly string[]; allocations: Map<string, readonly string[]> } | null = null;
  let block: Folding | null = null;
  for (const line of text) {
    if (block !== null) {
      block.add(line);
      if (line !== '}') continue;
      block.end();
      block = null;
      continue;
    }
    if (line === '' || line.startsWith('//')) continue;
    const opened = foldData(line);
    if (line.endsWith('{')) block = opened;
    const allocation = /^(alloc\d+) \(/.exec(line)?.[1];
    if (allocation !== undefined) {
      body?.allocations.set(allocation, opened.lines);
      continue;
    }
    if (body !== null) yield body;
    body = { lines: opened.lines, allocations: new Map() };
  }
  if (body !== null) yield body;
}
