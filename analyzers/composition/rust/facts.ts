import { type RustComposition, rustComposition } from '../../../src/languages/rust/composition-fact.ts';
import type { View } from '../../../src/workspace/view.ts';

const NOTHING: RustComposition = { mods: [], includes: [], macros: [], calls: [], cfg: [] };

/** What a file names, read as Rust whatever its extension; nothing for a file that cannot be read. */
export function compositionOf(view: View, path: string): RustComposition {
  const result = view.facts(path, rustComposition, 'rust');
  return result.status === 'failed' ? NOTHING : result.value;
}
