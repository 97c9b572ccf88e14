import { z } from 'zod';
import type { Json } from '../transport/read-message.ts';
import type { Era } from '../versions.ts';

const text = z.string();
const object = z.looseObject({});
const page = { nextCursor: text.optional() };
const implementation = z.looseObject({ name: text, version: text });
const hints = z.looseObject({
  title: text.optional(),
  readOnlyHint: z.boolean().optional(),
  destructiveHint: z.boolean().optional(),
  idempotentHint: z.boolean().optional(),
  openWorldHint: z.boolean().optional(),
});
const named = { name: text, title: text.optional(), description: text.optional() };

/** The required fields of each result, and the types of those that readers rely on; further fields are always allowed. */
const RESULTS: Readonly<Record<string, z.ZodType>> = {
  initialize: z.looseObject({
    protocolVersion: text,
    capabilities: object,
    serverInfo: implementation,
    instructions: text.optional(),
  }),
  'server/discover': z.looseObject({
    supportedVersions: z.array(text).min(1),
    capabilities: object,
    instructions: text.optional(),
  }),
  'tools/list': z.looseObject({
    ...page,
    tools: z.array(
      z.looseObject({
        ...named,
        inputSchema: z.looseObject({ type: z.literal('object') }),
        outputSchema: object.optional(),
        annotations: hints.optional(),
      }),
    ),
  }),
  'prompts/list': z.looseObject({
    ...page,
    prompts: z.array(
      z.looseObject({
        ...named,
        arguments: z.array(z.looseObject({ ...named, required: z.boolean().optional() })).optional(),
      }),
    ),
  }),
  'resources/list': z.looseObject({
    ...page,
    resources: z.array(z.looseObject({ ...named, uri: text, mimeType: text.optional() })),
  }),
  'resources/templates/list': z.looseObject({
    ...page,
    resourceTemplates: z.array(z.looseObject({ ...named, uriTemplate: text, mimeType: text.optional() })),
  }),
  'tools/call': z.looseObject({
    content: z.array(z.looseObject({ type: text })),
    isError: z.boolean().optional(),
  }),
  'logging/setLevel': object,
  ping: object,
};

/** Where a result is not what the protocol says; null: it is. */
export function resultFault(method: string, result: Json): string | null {
  const found = (RESULTS[method] ?? object).safeParse(result);
  if (found.success) return null;
  const [first] = found.error.issues;
  const where = first!.path.length === 0 ? 'the result' : `\`${first!.path.join('.')}\``;
  return `${where}: ${first!.message}`;
}

const KINDS: ReadonlySet<string> = new Set(['complete', 'input_required']);

/** Of the modern era: why a `resultType` is none. Extensions may have more, and none is declared here. */
export const resultTypeFault = (era: Era, type: Json | undefined): string | null => {
  if (era === '2025') return null;
  if (type === undefined) return '`resultType` is missing';
  return typeof type === 'string' && KINDS.has(type) ? null : '`resultType` is not known';
};

const CACHED = z.looseObject({ ttlMs: z.int().nonnegative(), cacheScope: z.enum(['public', 'private']) });
const CACHEABLE: ReadonlySet<string> = new Set([
  'server/discover',
  'tools/list',
  'prompts/list',
  'resources/list',
  'resources/templates/list',
]);

/** Of the modern era: whether a result lacks what says how long it may be kept. */
export const lacksCacheHints = (era: Era, method: string, result: Json): boolean =>
  era === '2026' && CACHEABLE.has(method) && !CACHED.safeParse(result).success;
