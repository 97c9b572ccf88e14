import { z } from 'zod';
import { packageFile } from '../../engine/own-package.ts';
import type { Tool } from './tool.ts';

type Schema = Readonly<Record<string, unknown>>;

/** Below this depth a schema says only what type a value has: the whole one is `schemas/<name>.schema.json`. */
const DEPTH = 2;

/** A tool as `tools/list` shows it: the same bytes in every run. */
export const listed = (tool: Tool) => ({
  name: tool.name,
  title: tool.title,
  description: tool.description,
  inputSchema: z.toJSONSchema(tool.input) as Schema & { readonly type: 'object' },
  outputSchema: outputSchema(tool),
  annotations: tool.annotations,
});

function outputSchema({ report, adds = {} }: Tool) {
  const whole = JSON.parse(packageFile(`schemas/${report}.schema.json`)) as Schema;
  const { properties, required } = whole;
  const own = {
    type: 'object',
    description: `What \`omni-refactor\` prints as JSON: schemas/${report}.schema.json in the package.`,
    properties: Object.fromEntries(
      Object.entries(properties as Schema).map(([key, one]) => [key, shallow(one, DEPTH)]),
    ),
    required: (required as readonly string[]).filter((key) => key === 'schemaVersion' || key === 'kind'),
  };
  return {
    type: 'object' as const,
    properties: {
      schemaVersion: { type: 'number', const: 1 },
      report: own,
      page: PAGE,
      notes: { type: 'array', items: { type: 'string' }, description: 'Warnings.' },
      ...adds,
    },
    required: ['schemaVersion', 'report', 'page', 'notes', ...Object.keys(adds)],
    additionalProperties: false,
  };
}

const PAGE = {
  type: 'object',
  description: 'Which items of the lists this answer holds.',
  properties: {
    from: { type: 'integer' },
    count: { type: 'integer' },
    total: { type: 'integer' },
    leftOut: {
      type: 'object',
      additionalProperties: { type: 'integer' },
      description: 'Items of each list that are not in this answer.',
    },
    omitted: { type: 'array', items: { type: 'string' }, description: 'Keys that are never given here.' },
    nextCursor: { type: ['string', 'null'] },
  },
  required: ['from', 'count', 'total', 'leftOut', 'omitted', 'nextCursor'],
  additionalProperties: false,
};

/** What a schema says as far down as `depth`, without its prose: weaker, never different. */
function shallow(schema: unknown, depth: number): unknown {
  const { type, properties, items, enum: words, const: only, required } = schema as Schema;
  const said = {
    ...(type === undefined ? {} : { type }),
    ...(words === undefined ? {} : { enum: words }),
    ...(only === undefined ? {} : { const: only }),
  };
  if (depth === 0) return said;
  return {
    ...said,
    ...(items === undefined ? {} : { items: shallow(items, depth - 1) }),
    ...(properties === undefined ? {} : { properties: shallowEach(properties as Schema, depth - 1) }),
    ...(required === undefined || properties === undefined ? {} : { required }),
  };
}

const shallowEach = (properties: Schema, depth: number): Schema =>
  Object.fromEntries(Object.entries(properties).map(([key, one]) => [key, shallow(one, depth)]));
