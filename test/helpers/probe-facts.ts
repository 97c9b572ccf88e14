import { defineFact, type Fact } from '../../src/languages/fact.ts';
import { textOf } from '../../src/languages/syntax.ts';

/** Names of functions, for tests of what carries facts. */
export const functionNames = defineFact<string[], string[]>({
  id: 'probe/function-names',
  version: 1,
  languages: ['rust', 'python'],
  start: () => [],
  enter: {
    identifier: (node, syntax, names) => {
      const parent = syntax.kinds.names[syntax.kind[syntax.parent[node]!]!];
      if (parent === 'function_item' || parent === 'function_definition') names.push(textOf(syntax, node));
    },
  },
  finish: (names) => names,
}) as unknown as Fact;

/** A fact that throws on files that say so. */
export const throwing = defineFact<number, null>({
  id: 'probe/throwing',
  version: 1,
  languages: ['rust', 'python'],
  start: () => null,
  finish: (_state, syntax) => {
    if (syntax.text.includes('boom')) throw new Error('boom was found');
    return syntax.size;
  },
}) as unknown as Fact;
