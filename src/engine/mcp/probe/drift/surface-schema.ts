import { z } from 'zod';

const item = z.record(z.string(), z.json());

/** A snapshot of what an MCP server offers: `mcp probe --write`, read again by `--against`. */
export const mcpSurfaceSchema = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('mcp-surface'),
  protocolVersion: z.string(),
  capabilities: item,
  instructions: z.string().nullable(),
  tools: z.array(item).describe('Sorted by name, as the others are; `_meta` is left out.'),
  prompts: z.array(item),
  resources: z.array(item),
  resourceTemplates: z.array(item),
});

export type McpSurface = z.infer<typeof mcpSurfaceSchema>;
