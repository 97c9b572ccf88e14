import { gateCrates } from '../../../analyzers/quality-gates/gate-crates.ts';
import type { Lane } from '../../../analyzers/quality-gates/lanes.ts';
import type { Crate } from '../../workspace/manifests.ts';
import type { View } from '../../workspace/view.ts';

/** What a lane has to see: text behind the root file of a crate. Null: nothing in a crate's text can turn it red. */
const PLANTS: Readonly<Record<Lane, string | null>> = {
  clippy: '\npub fn planted_to_prove_the_gate() -> i32 {\n    let planted = 1;\n    return 2;\n}\n',
  fmt: '\npub   fn planted_to_prove_the_gate( ) { }\n',
  nextest:
    '\n#[cfg(test)]\nmod planted_to_prove_the_gate {\n    #[test]\n    fn fails() {\n        panic!("planted");\n    }\n}\n',
  test: '\n#[cfg(test)]\nmod planted_to_prove_the_gate {\n    #[test]\n    fn fails() {\n        panic!("planted");\n    }\n}\n',
  doctest: '\n/// ```\n/// panic!("planted");\n/// ```\npub fn planted_to_prove_the_gate() {}\n',
  deny: null,
  audit: null,
};

export interface Planting {
  readonly crate: string;
  readonly path: string;
  /** The file with what was planted. */
  readonly text: string;
}

/** One planting a crate; null where the lane looks at no text. Doctests exist in libraries alone. */
export function plantingsFor(view: View, lane: Lane): Planting[] | null {
  const plant = PLANTS[lane];
  if (plant === null) return null;
  return gateCrates(view)
    .flatMap((crate) => {
      const path = rootOf(crate, lane);
      if (path === null || view.file(path)?.state !== 'text') return [];
      return [{ crate: crate.name, path, text: `${view.text(path)}${plant}` }];
    })
    .sort((a, b) => (a.crate < b.crate ? -1 : 1));
}

const rootOf = ({ targets }: Crate, lane: Lane): string | null =>
  (
    targets.find(({ kind }) => kind === 'lib') ??
    (lane === 'doctest' ? null : targets.find(({ kind }) => kind === 'bin'))
  )?.path ?? null;
