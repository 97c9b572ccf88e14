import { z } from 'zod';
import { EDGE_KINDS, NODE_KINDS } from '../../../analyzers/map/workspace-map.ts';

const line = z.int().positive();

/** `map --json`. */
export const mapSchema = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('map'),
  nodes: z.array(
    z.strictObject({
      id: z
        .string()
        .describe('`crate:core`, `rs:core::api`, `dist:acme`, `py:acme.run`, `js:ui`, `native:acme._core`.'),
      kind: z.enum(NODE_KINDS),
      path: z.string().describe('Relative to the workspace.'),
      unit: z.string().nullable().describe('The crate or distribution that holds a module; null for a unit.'),
      owner: z.string().nullable().describe('By CODEOWNERS or `[owners]`; from history it ends with `(from history)`.'),
    }),
  ),
  edges: z
    .array(z.strictObject({ from: z.string(), to: z.string(), kind: z.enum(EDGE_KINDS), path: z.string(), line }))
    .describe('Each edge once, at its first place.'),
  outside: z
    .array(z.strictObject({ from: z.string(), name: z.string(), kind: z.enum(EDGE_KINDS), path: z.string(), line }))
    .describe('Imports of Python that lead out of the workspace.'),
  cycles: z.array(z.array(z.string())).describe('Modules that load one another in a cycle.'),
  unknown: z.array(z.strictObject({ path: z.string(), reason: z.string() })).describe('What the map cannot tell.'),
});
