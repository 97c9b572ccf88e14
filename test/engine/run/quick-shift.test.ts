import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadShift } from '../../../src/engine/run/shift/load-transform.ts';
import { withoutTokens, withTokenTexts } from '../../../src/engine/run/shift/quick-parser.ts';
import { openTools } from '../../../src/engine/run/shift/tools.ts';

// biome-ignore lint/suspicious/noExplicitAny: what a transform is given has no types.
type Any = any;

const shifting = loadShift();
const tools = openTools(shifting);
const PARSERS = ['babel', 'babylon', 'ts', 'tsx'] as const;

const SOURCES = [
  '// first\nimport { a, b as c } from "x"; // behind\n\n/* of f */ function f(x, y) {\n  // inside\n  return x + y;\n}\n',
  'const o = {\n\ta,\n\tm() { return 1 },\n\tget g() { return `t${a}u` },\n\t"q": [1, , 2],\n};\n\nexport default class A extends B { /* empty */ }\n',
  'for (let i = 0; i < 3; i++) { if (i) continue; else { g(i); } }\r\nwhile (x) x--;\r\n(function () { return; })();\r\n',
  'export const n = (a, b) => ({ a, b });\nexport { n as default2 };\nswitch (n) {\n  case 1: // one\n    f();\n    break;\n  default:\n    g();\n}\n',
  'try { a?.b?.[c]() } catch { d ??= e } finally {}\nlabel: do { break label } while (!0)\n   const t = tag`x${y}z`, r = /q/g;\n',
  '#!/usr/bin/env node\n"use strict";\n   \n\n/** doc */\nexport async function* h({ a = 1, ...rest }, [b]) { yield* await b; }\n',
  'a = (b, c);\n(function f() { return (1 + 2) * 3 })();\n({ d } = e);\n(class {}).name;\nconst k = (/* in */ (x) => ({}).y)?.();\n',
  'export const V = () => (\n  <A b={(c, d)} {...e}>\n    text ( {/* f */}\n    {g ? <H /> : (i)}\n  </A>\n);\n',
  '',
  '// alone\n',
];

/** Nodes in the order of the tree, without places and comments. */
function nodesOf(root: Any): Any[] {
  const found: Any[] = [];
  const seen = new Set();
  const visit = (value: Any): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if (typeof value.type === 'string' && value.type !== 'File') found.push(value);
    for (const key of Object.keys(value))
      if (!['loc', 'tokens', 'comments', 'extra'].includes(key) && !/Comments$/.test(key)) visit(value[key]);
  };
  visit(root);
  return found;
}

type Edit = (j: Any, nodes: readonly Any[], one: number, other: number) => void;

const listsOf = (nodes: readonly Any[]): Any[][] =>
  nodes.flatMap((node) => [node.body, node.params, node.properties, node.arguments].filter(Array.isArray));

const EDITS: Readonly<Record<string, Edit>> = {
  nothing: () => {},
  rename: (_, nodes, one) => {
    const names = nodes.filter(({ type }) => type === 'Identifier');
    if (names.length > 0) names[one % names.length].name = 'renamed';
  },
  drop: (_, nodes, one, other) => {
    const lists = listsOf(nodes).filter(({ length }) => length > 0);
    if (lists.length > 0) lists[one % lists.length]!.splice(other % lists[one % lists.length]!.length, 1);
  },
  move: (_, nodes, one) => {
    const lists = nodes.flatMap(({ type, body }) => (type === 'Program' || type === 'BlockStatement' ? [body] : []));
    const from = lists[one % lists.length];
    if (from !== undefined && from.length > 0) lists[0].push(from.shift());
  },
  add: (j, nodes, one) => {
    const lists = nodes.flatMap(({ type, body }) => (type === 'Program' || type === 'BlockStatement' ? [body] : []));
    const statement = j.expressionStatement(j.callExpression(j.identifier('added'), [j.literal('one')]));
    lists[one % lists.length].push(statement);
  },
  wrap: (j, nodes, one) => {
    const calls = nodes.filter(({ type, expression }) => type === 'ExpressionStatement' && expression);
    const call = calls[one % calls.length];
    if (call !== undefined) call.expression = j.callExpression(j.identifier('wrapped'), [call.expression]);
  },
  /** A node in the place of another one, and still in its own. */
  alias: (_, nodes, one, other) => {
    const calls = nodes.filter(({ type }) => type === 'ExpressionStatement');
    const values = nodes.filter(({ type }) => /Expression$|^Identifier$/.test(type));
    if (calls.length > 0 && values.length > 0) calls[one % calls.length].expression = values[other % values.length];
  },
  hoist: (_, nodes, one) => {
    const outer = nodes.filter(({ expression, callee }) => (expression ?? callee)?.callee !== undefined);
    const node = outer[one % outer.length];
    if (node?.expression) node.expression = node.expression.callee;
    else if (node) node.callee = node.callee.callee;
  },
  operator: (j, nodes, one, other) => {
    const values = nodes.filter(({ type }) => /Expression$/.test(type));
    const declared = nodes.filter(({ init }) => init);
    if (declared.length > 0 && values.length > 0)
      declared[one % declared.length].init = j.binaryExpression('**', values[other % values.length], j.literal(2));
  },
  retype: (j, nodes, one) => {
    const lists = nodes.flatMap(({ type, body }) => (type === 'Program' || type === 'BlockStatement' ? [body] : []));
    const list = lists[one % lists.length]!;
    if (list.length > 0 && /Statement$/.test(list[0].type))
      list[0] = j.ifStatement(j.identifier('q'), j.blockStatement([list[0]]));
  },
  comment: (j, nodes, one) => {
    const node = nodes[one % nodes.length];
    node.comments = [...(node.comments ?? []), j.commentLine(' new', true, false)];
  },
  silence: (_, nodes) => {
    for (const node of nodes) if (node.comments) node.comments = null;
  },
  anew: (_, nodes, one) => {
    nodes[one % nodes.length].original = null;
  },
};

const printed = (make: () => Any): string => {
  try {
    return String(make());
  } catch (error) {
    return `threw ${(error as Error).message.split('\n')[0]}`;
  }
};

test('a tree that is read without a copy prints as one of recast', () => {
  const edits = fc.array(fc.tuple(fc.constantFrom(...Object.keys(EDITS)), fc.nat(99), fc.nat(99)), { maxLength: 3 });
  const options = fc.constantFrom(undefined, { quote: 'single' }, { lineTerminator: '\r\n' }, { tabWidth: 2 });
  fc.assert(
    fc.property(
      fc.constantFrom(...SOURCES),
      fc.constantFrom(...PARSERS),
      edits,
      options,
      fc.boolean(),
      (source, name, all, print, isPrintedOften) => {
        const whole = (shifting.shift as Any).withParser(withTokenTexts(shifting.getParser(name)));
        const [quick, slow] = [tools.of(name).j as Any, whole].map((j) =>
          printed(() => {
            const root = j(source);
            for (const [edit, one, other] of all) {
              EDITS[edit]!(j, nodesOf(root.get().value), one, other);
              if (isPrintedOften) root.toSource();
            }
            return root.toSource(print && { ...print });
          }),
        );
        tools.close();
        expect(quick).toBe(slow);
      },
    ),
    { numRuns: 150 },
  );
});

/** What a path is, by the names that lead to it. */
const placeOf = (path: Any): string => (path.parentPath === null ? '' : `${placeOf(path.parentPath)}.${path.name}`);

test.each(PARSERS)('finds what jscodeshift finds, in its order (%s)', (name) => {
  const whole = (shifting.shift as Any).withParser(shifting.getParser(name));
  const kinds = [
    'Identifier',
    'Expression',
    'Statement',
    'CallExpression',
    'Function',
    'Node',
    'Comment',
    'Literal',
    'JSXElement',
  ];
  const looked = (j: Any, source: string): unknown => {
    const asked: unknown[] = [];
    const isFound = (node: Any): boolean =>
      asked.push([node.type, Object.keys(node).filter((key) => key !== 'loc')]) % 3 > 0;
    const root = j(source);
    const found = kinds.map((kind) => [
      kind,
      root.find(j[kind]).paths().map(placeOf),
      root.find(j[kind], isFound).getTypes(),
      root
        .find(j[kind], { type: 'Identifier', name: (text: string) => text < 'd' })
        .paths()
        .map(placeOf),
    ]);
    const [path] = root.find(j.Identifier).paths();
    const isSame = path === undefined || path === root.find(j.Identifier).paths()[0];
    return { asked, found, isSame, unknown: printed(() => root.find('Strange').length) };
  };
  for (const source of SOURCES.filter((each) => name !== 'ts' || !each.includes('<A')))
    expect(looked(tools.of(name).j, source)).toEqual(looked(whole, source));
  tools.close();
});

test.each(PARSERS)('shows the comments of a node as recast does (%s)', (name) => {
  const shown = (j: Any): unknown[] =>
    SOURCES.filter((source) => name !== 'ts' || !source.includes('<A')).flatMap((source) =>
      nodesOf(j(source).get().value).map(({ type, comments, loc, start }) => [
        type,
        start,
        loc && [loc.start.line, loc.start.column, loc.end.line, loc.end.column],
        (comments ?? []).map(({ value, leading, trailing }: Any) => [value, leading, trailing]),
      ]),
    );
  const whole = (shifting.shift as Any).withParser(shifting.getParser(name));
  expect(shown(tools.of(name).j)).toEqual(shown(whole));
  tools.close();
});

test('what recast leaves on a node is there for a transform that asks', () => {
  const { j } = tools.of('tsx') as Any;
  const root = j('a( b );\n');
  const { tokens, program } = root.get().value;
  expect(tokens.map(({ value }: Any) => value)).toContain('b');
  expect(program.body[0].original.type).toBe('ExpressionStatement');
  expect(Object.keys(program.body[0])).not.toContain('original');
  expect(j(root.find(j.CallExpression).paths()[0]).toSource()).toBe('a( b )');
  tools.close();
});

test('a file is read by recast only for a transform that asks a node for its original', () => {
  const { j } = openTools({
    ...shifting,
    recast: {
      ...shifting.recast,
      parse: () => {
        throw new Error('it was read once more');
      },
    },
  }).of('tsx') as Any;
  const root = j('a( b );\n');
  expect(root.find(j.CallExpression).toSource()).toBe('a( b );\n');
  root.find(j.Identifier, { name: 'a' }).forEach(({ node }: Any) => {
    node.name = 'c';
  });
  expect(root.toSource()).toBe('c( b );\n');
  expect(() => root.get().value.program.original).toThrow('it was read once more');
});

test('what is compared with a print is the tree as it was parsed, whatever was found and changed in it since', () => {
  const bare = withoutTokens(shifting.getParser('tsx'), shifting.babel);
  const { j, parse } = tools.of('tsx') as Any;
  const shown = (tree: Any): unknown =>
    nodesOf(tree).map((node) => [
      node.type,
      node.start,
      Object.keys(node).filter((key) => key !== 'loc' && key !== 'comments'),
    ]);
  for (const source of SOURCES.filter((each) => !each.includes('\t'))) {
    const root = j(source);
    root.find(j.Identifier, { name: 'a' }).forEach(({ node }: Any) => {
      node.name = 'renamed';
    });
    root.find(j.Statement).at(0).remove();
    root.toSource();
    expect(shown(parse(source))).toEqual(shown(bare.parse(source)));
    tools.close();
  }
});
