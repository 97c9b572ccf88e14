import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareSurfaces } from '../../../src/engine/mcp/probe/drift/compare-surfaces.ts';
import type { Drift } from '../../../src/engine/mcp/probe/drift/drift.ts';
import { closed } from '../../../src/engine/mcp/probe/drift/plain-schema.ts';
import type { McpSurface } from '../../../src/engine/mcp/probe/drift/surface-schema.ts';
import type { JsonObject } from '../../../src/engine/mcp/transport/read-message.ts';

const surface = (more: Partial<McpSurface> = {}): McpSurface => ({
  schemaVersion: 1,
  kind: 'mcp-surface',
  protocolVersion: '2025-11-25',
  capabilities: { tools: {} },
  instructions: null,
  tools: [],
  prompts: [],
  resources: [],
  resourceTemplates: [],
  ...more,
});

type Tool = McpSurface['tools'][number];
const tool = (inputSchema: object, more: object = {}): Tool => ({ name: 'search', inputSchema, ...more }) as Tool;
const withTool = (...args: Parameters<typeof tool>): McpSurface => surface({ tools: [tool(...args)] });
const object = (properties: object, required: readonly string[] = [], more: object = {}): object => ({
  type: 'object',
  properties,
  required,
  ...more,
});

const told = (drifts: readonly Drift[]): string[] => drifts.map(({ level, symbol }) => `${level} ${symbol}`);
const levels = (before: McpSurface, after: McpSurface): string[] => [
  ...new Set(compareSurfaces(before, after).map(({ level }) => level)),
];

const TEXT = { type: 'string' };
const PLAIN = object({ query: TEXT, limit: { type: 'integer', minimum: 1, maximum: 100 } }, ['query']);

describe('each kind of change has its level', () => {
  test.each<[string, object, object, string[]]>([
    [
      'a required argument is new',
      PLAIN,
      object({ query: TEXT, page: TEXT }, ['query', 'page']),
      ['breaking', 'risky'],
    ],
    ['an optional argument is new', object({ query: TEXT }), object({ query: TEXT, page: TEXT }), ['additive']],
    ['an argument is no longer required', object({ query: TEXT }, ['query']), object({ query: TEXT }), ['additive']],
    ['an argument becomes required', object({ query: TEXT }), object({ query: TEXT }, ['query']), ['breaking']],
    ['a type is narrowed', object({ a: { type: 'number' } }), object({ a: { type: 'integer' } }), ['breaking']],
    ['a type is widened', object({ a: { type: 'integer' } }), object({ a: { type: 'number' } }), ['additive']],
    ['a type is another', object({ a: TEXT }), object({ a: { type: 'integer' } }), ['breaking']],
    ['an enum loses a value', object({ a: { enum: ['x', 'y'] } }), object({ a: { enum: ['x'] } }), ['breaking']],
    ['an enum gains a value', object({ a: { enum: ['x'] } }), object({ a: { enum: ['x', 'y'] } }), ['additive']],
    [
      'a bound is tightened',
      object({ a: { type: 'integer', maximum: 9 } }),
      object({ a: { type: 'integer', maximum: 5 } }),
      ['breaking'],
    ],
    [
      'further keys are forbidden',
      object({ a: TEXT }, [], { additionalProperties: { type: 'string' } }),
      object({ a: TEXT }, [], { additionalProperties: false }),
      ['breaking'],
    ],
    ['an argument is gone', object({ a: TEXT, b: TEXT }), object({ a: TEXT }), ['risky']],
    [
      'a description changed',
      object({ a: { ...TEXT, description: 'One.' } }),
      object({ a: { ...TEXT, description: 'Two.' } }),
      ['risky'],
    ],
    [
      'a default changed',
      object({ a: { ...TEXT, default: 'x' } }),
      object({ a: { ...TEXT, default: 'y' } }),
      ['risky'],
    ],
    ['a bound without a type is new', object({ a: {} }), object({ a: { minimum: 3 } }), ['risky']],
    [
      'a bound beside another',
      object({ a: { type: 'integer', minimum: 1 } }),
      object({ a: { type: 'integer', minimum: 1, exclusiveMinimum: 4 } }),
      ['risky'],
    ],
    [
      'alternatives beside a type',
      object({ a: TEXT }),
      { anyOf: [{ type: 'object' }], ...object({ a: { type: 'integer' } }) },
      ['risky'],
    ],
    ['a pattern is new', object({ a: TEXT }), object({ a: { ...TEXT, pattern: '^x' } }), ['risky']],
  ])('input: %s', (_name, before, after, wanted) => {
    expect(levels(withTool(before), withTool(after))).toEqual(wanted);
  });

  test.each<[string, object | undefined, object | undefined, string[]]>([
    ['a field is no longer sure', object({ a: TEXT }, ['a']), object({ a: TEXT }), ['breaking']],
    ['a field becomes sure', object({ a: TEXT }), object({ a: TEXT }, ['a']), ['additive']],
    [
      'a type is widened',
      object({ a: { type: 'integer' } }, ['a']),
      object({ a: { type: 'number' } }, ['a']),
      ['breaking'],
    ],
    ['it is gone', object({}), undefined, ['breaking']],
    ['it is new', undefined, object({}), ['additive']],
  ])('output: %s', (_name, before, after, wanted) => {
    const one = (outputSchema: object | undefined) =>
      withTool(PLAIN, outputSchema === undefined ? {} : { outputSchema });
    expect(levels(one(before), one(after))).toEqual(wanted);
  });

  test('tools, prompts, resources, capabilities, texts and annotations', () => {
    const prompt = { name: 'ask', arguments: [{ name: 'a' }] };
    const before = surface({
      tools: [tool(PLAIN, { description: 'Finds.', annotations: { readOnlyHint: true } })],
      prompts: [prompt],
      resources: [{ uri: 'file:///a', name: 'a' }],
      capabilities: { tools: {}, logging: {} },
      instructions: 'Be brief.',
    });
    const after = surface({
      tools: [
        tool(PLAIN, { description: 'Finds all.', annotations: { readOnlyHint: false } }),
        { ...tool(PLAIN), name: 'fetch' },
      ],
      prompts: [{ ...prompt, arguments: [{ name: 'a', required: true }] }],
      capabilities: { tools: { listChanged: true }, prompts: {} },
      instructions: 'Be thorough.',
    });
    expect(told(compareSurfaces(before, after))).toEqual([
      'breaking capability logging',
      'breaking prompt ask',
      'breaking resource file:///a',
      'risky capability tools',
      'risky instructions',
      'risky tool search',
      'risky tool search',
      'additive capability prompts',
      'additive tool fetch',
    ]);
    expect(told(compareSurfaces(surface({ tools: [tool(PLAIN)] }), surface()))).toEqual(['breaking tool search']);
  });
});

const NAMES = ['a', 'b', 'title'] as const;
const name = fc.constantFrom(...NAMES);
const small = fc.integer({ min: 0, max: 3 });

/** Plain forms, and such as are not compared, with texts between them. */
const { schema } = fc.letrec<{ schema: object; leaf: object; node: object }>((tie) => ({
  schema: fc.oneof({ maxDepth: 2, depthSize: 'small' }, tie('leaf'), tie('node')),
  leaf: fc.oneof(
    fc.constantFrom<object>({}, { type: 'string' }, { type: 'boolean' }, { type: 'null' }, { description: 'A text.' }),
    fc.record(
      { type: fc.constantFrom('integer', 'number'), minimum: small, maximum: small },
      { requiredKeys: ['type'] },
    ),
    fc.record({ type: fc.constant('string'), minLength: small, maxLength: small }, { requiredKeys: ['type'] }),
    fc.record({ enum: fc.uniqueArray(fc.constantFrom('x', 'y', 1, 2, null), { minLength: 1 }) }),
    fc.record({ const: fc.constantFrom('x', 1, 1.5) }),
    fc.record({ type: fc.constant(['string', 'null']) }),
    fc.record({ minimum: small }),
    fc.record({ type: fc.constant('string'), pattern: fc.constantFrom('^x', 'y$') }),
    fc.record({ type: fc.constant('integer'), exclusiveMinimum: small, minimum: small }, { requiredKeys: ['type'] }),
  ),
  node: fc.oneof(
    fc.record({ anyOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }) }),
    fc.record({ oneOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }) }),
    fc.record({ allOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }) }),
    fc.record({ not: tie('leaf') }),
    fc.record(
      { type: fc.constant('array'), items: tie('schema'), minItems: small, maxItems: small },
      { requiredKeys: ['type'] },
    ),
    fc.record(
      {
        type: fc.constant('object'),
        properties: fc.dictionary(name, tie('schema'), { maxKeys: 3 }),
        required: fc.uniqueArray(name, { maxLength: 2 }),
        additionalProperties: fc.oneof(fc.boolean(), tie('leaf')),
        anyOf: fc.constant([{ required: ['a'] }, { required: ['b'] }]),
        minProperties: small,
        description: fc.string(),
      },
      { requiredKeys: ['type'] },
    ),
    fc.record({ properties: fc.dictionary(name, tie('schema'), { maxKeys: 2 }), required: fc.uniqueArray(name) }),
  ),
}));

const root = fc.record(
  {
    type: fc.constant('object'),
    properties: fc.dictionary(name, schema, { maxKeys: 3 }),
    required: fc.uniqueArray(name, { maxLength: 2 }),
    additionalProperties: fc.oneof(fc.boolean(), schema),
    allOf: fc.constant([{ required: ['a'] }]),
    description: fc.constantFrom('One.', 'Two.'),
  },
  { requiredKeys: ['type'] },
);

/** Often two that differ in one place only. */
const pair = fc.oneof(
  fc.tuple(root, root),
  fc
    .tuple(root, name, schema, fc.constantFrom('property', 'required', 'further', 'lost'))
    .map(([one, key, part, how]): [object, object] => {
      const { properties = {}, required = [], ...rest } = one as { properties?: JsonObject; required?: string[] };
      const { [key]: _lost, ...others } = properties;
      if (how === 'property') return [one, { ...one, properties: { ...properties, [key]: part } }];
      if (how === 'required') return [one, { ...rest, properties, required: [...new Set([...required, key])] }];
      if (how === 'lost') return [one, { ...one, properties: others }];
      return [one, { ...one, additionalProperties: part }];
    }),
);

const scalar = fc.constantFrom<unknown>(null, true, 0, 1, 2, 1.5, 3, 'x', 'y', '', 'xyxy');
const value = fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }), fc.dictionary(name, scalar, { maxKeys: 2 }));
const payloads = fc.array(fc.dictionary(fc.constantFrom(...NAMES, 'other'), value, { maxKeys: 4 }), {
  minLength: 20,
  maxLength: 20,
});

const reader = new Ajv2020({
  strict: false,
  validateFormats: false,
  validateSchema: false,
  logger: false,
  addUsedSchema: false,
});
const accepts = (one: object): ((payload: unknown) => boolean) => reader.compile(one);

const isHarmless = (drifts: readonly Drift[]): boolean => drifts.every(({ level }) => level === 'additive');

test('a change that a payload breaks is never called additive, and never left out', () => {
  let broken = 0;
  fc.assert(
    fc.property(pair, payloads, ([before, after], all) => {
      const [old, now] = [accepts(before), accepts(after)];
      // Keys that nobody named are neither sent nor relied on.
      const [sent, given] = [
        accepts(closed(before as JsonObject) as object),
        accepts(closed(after as JsonObject) as object),
      ];
      if (all.some((payload) => sent(payload) && !now(payload))) {
        broken += 1;
        expect(isHarmless(compareSurfaces(withTool(before), withTool(after)))).toBe(false);
      }
      if (all.some((payload) => given(payload) && !old(payload))) {
        const one = (outputSchema: object) => withTool(PLAIN, { outputSchema });
        expect(isHarmless(compareSurfaces(one(before), one(after)))).toBe(false);
      }
    }),
    { numRuns: Number(process.env.RUNS ?? 600) },
  );
  expect(broken).toBeGreaterThan(50);
});

test('equal surfaces have no drift, in whatever order their keys stand', () => {
  fc.assert(
    fc.property(root, fc.json(), (one, text) => {
      const before = withTool(one, { description: text });
      const turned = Object.fromEntries(Object.entries(one).reverse());
      const after = withTool(turned, { description: text });
      expect(compareSurfaces(before, after)).toEqual([]);
    }),
  );
});

test('a tool that is gone is breaking, whatever else changes', () => {
  fc.assert(
    fc.property(root, root, (one, two) => {
      const before = surface({ tools: [tool(one), { ...tool(two), name: 'fetch' }] });
      expect(told(compareSurfaces(before, surface({ tools: [tool(two)] })))).toContain('breaking tool fetch');
    }),
  );
});
