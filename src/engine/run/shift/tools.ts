import type { BabelNode } from '../../../languages/javascript/second-reader.ts';
import type { Shifting } from './load-transform.ts';
import { openOriginals } from './originals.ts';
import { type Parser, withoutTokens, withTokenTexts } from './quick-parser.ts';
import { quickShift, type Shift } from './quick-shift.ts';

/** What one parser of a transform is used with. */
interface Tools {
  readonly j: Shift;
  /** For what is only compared: a tree with offsets, which nobody changes. Throws where the parser gives none. */
  readonly parse: (text: string) => BabelNode;
}

export interface ToolBox {
  readonly of: (named: string | Parser) => Tools;
  /** Forgets the trees of a file. */
  readonly close: () => void;
}

/** Parsers of jscodeshift that give trees of Babel. */
const BABEL: ReadonlySet<unknown> = new Set(['babel', 'babylon', 'ts', 'tsx']);

/** Making tools costs as much as a small file: each is made once. */
export function openTools({ shift, getParser, babel, recast, finding }: Shifting): ToolBox {
  const known = new Map<string | Parser, Tools>();
  const originals = openOriginals(recast);
  const make = (named: string | Parser): Tools => {
    const parser = typeof named === 'string' ? getParser(named) : named;
    const whole = withTokenTexts(parser);
    const j = shift.withParser(whole);
    const bare = withoutTokens(parser, babel);
    const last = keepLast();
    const parsers = { bare: (text: string) => last.take(text) ?? bare.parse(text), whole };
    return {
      j: BABEL.has(named) ? quickShift(j, parsers, { recast, originals, finding }, (other) => of(other).j) : j,
      parse: (text) => {
        const found = BABEL.has(named) ? originals.treeOf(text, whole) : null;
        const tree = readable(found ?? bare.parse(text));
        if (found === null) last.keep(text, tree);
        return tree;
      },
    };
  };
  const of = (named: string | Parser): Tools => {
    const found = known.get(named) ?? make(named);
    known.set(named, found);
    return found;
  };
  return { of, close: originals.close };
}

/** The tree of the text that was parsed last, until somebody takes it who may change it: a run over a result begins with that result. */
function keepLast(): { keep: (text: string, tree: BabelNode) => void; take: (text: string) => BabelNode | null } {
  let kept: { readonly text: string; readonly tree: BabelNode } | null = null;
  return {
    keep: (text, tree) => {
      kept = { text, tree };
    },
    take: (text) => {
      const found = kept?.text === text ? kept.tree : null;
      kept = null;
      return found;
    },
  };
}

/** A tree with offsets; flow-parser and parsers of a transform's own may have none. */
function readable(tree: unknown): BabelNode {
  if (typeof (tree as BabelNode | null)?.start !== 'number') throw new Error('its parser gives no offsets');
  return tree as BabelNode;
}
