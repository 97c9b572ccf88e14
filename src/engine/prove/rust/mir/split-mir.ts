import { type Folding, foldData } from './fold-data.ts';

/** One body of rustc's MIR output with the allocations that are printed after it. */
export interface RawBody {
  readonly lines: readonly string[];
  /** Number -> lines; only those that the body reaches matter, rustc prints more. */
  readonly allocations: ReadonlyMap<string, readonly string[]>;
}

/** Cuts what `--emit=mir` wrote into bodies, each with the allocations behind it. */
export function* splitMir(text: Iterable<string>): Generator<RawBody> {
  let body: { lines: readonly string[]; allocations: Map<string, readonly string[]> } | null = null;
  for (const lines of blocksOf(text)) {
    const allocation = /^(alloc\d+) \(/.exec(lines[0]!)?.[1];
    if (allocation === undefined) {
      if (body !== null) yield body;
      body = { lines, allocations: new Map() };
    } else body?.allocations.set(allocation, lines);
  }
  if (body !== null) yield body;
}

/** What starts at the margin: one line, or all up to a brace there. */
function* blocksOf(text: Iterable<string>): Generator<readonly string[]> {
  let block: Folding | null = null;
  for (const line of text) {
    if (block === null) {
      if (line === '' || line.startsWith('//')) continue;
      block = foldData(line);
      if (line.endsWith('{')) continue;
    } else {
      block.add(line);
      if (line !== '}') continue;
    }
    block.end();
    yield block.lines;
    block = null;
  }
}
