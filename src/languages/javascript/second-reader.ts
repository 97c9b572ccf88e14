import { createRequire } from 'node:module';
import type { Grammar } from '../language.ts';

/** A node of Babel's tree. `start` and `end` are UTF-16 offsets. */
export interface BabelNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

interface BabelFile extends BabelNode {
  readonly program: BabelNode & { readonly body: readonly BabelNode[] };
}

interface Babel {
  parse(text: string, options: object): BabelFile;
}

const require = createRequire(import.meta.url);

const PLUGINS = [
  'typescript',
  'decoratorAutoAccessors',
  'explicitResourceManagement',
  'deferredImportEvaluation',
  'sourcePhaseImports',
  'importAttributes',
];

/** What may stand where: `legacy` allows decorators of parameters, the other `export @a class`. */
const DECORATORS = ['decorators-legacy', 'decorators'];

/**
 * Parses with Babel, which knows forms that our grammar does not. Loaded at first use.
 * @param recovers true: what only breaks a rule of meaning (a name declared twice) is let through
 * @returns the parser's complaint where it does not understand the text
 */
export function readWithBabel(text: string, grammar: Grammar, recovers: boolean): BabelFile | SyntaxError {
  const babel = require('@babel/parser') as Babel;
  let complaint: SyntaxError | null = null;
  for (const decorators of DECORATORS) {
    const plugins = [...PLUGINS, decorators, ...(grammar === 'tsx' ? ['jsx'] : [])];
    try {
      return babel.parse(text, {
        sourceType: 'module',
        plugins,
        errorRecovery: recovers,
        tokens: !recovers,
        allowReturnOutsideFunction: true,
        createImportExpressions: false,
      });
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      complaint ??= error;
    }
  }
  return complaint!;
}

/** Every node of a tree with the nodes above it, the nearest last; parents before children. */
export function* nodesOf(root: BabelNode): Generator<readonly [BabelNode, readonly BabelNode[]]> {
  const waiting: [BabelNode, readonly BabelNode[]][] = [[root, []]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    const [node, above] = next;
    const path = [...above, node];
    for (const value of Object.values(node))
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) waiting.push([child, path]);
  }
}

const isNode = (value: unknown): value is BabelNode =>
  typeof value === 'object' && value !== null && typeof (value as BabelNode).type === 'string' && 'start' in value;
