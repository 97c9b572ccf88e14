import { z } from 'zod';
import { SEVERITIES } from '../findings/findings-report.ts';

const count = z.int().nonnegative();
const ms = z.number().nonnegative();
const place = z.strictObject({ path: z.string().describe('Relative to the workspace.'), line: z.int().positive() });

/** `mcp probe --json`. Only `timings` differs between two runs of a server that does the same. */
export const mcpProbeSchema = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('mcp-probe'),
  target: z.string().describe('The command line or the address, as it was given.'),
  outcome: z.strictObject({
    class: z.string().describe('`completed`, or the kind of the first failure: `timeout`, `server-exit`.'),
    phase: z.string().nullable().describe('The state in which it failed.'),
    during: z.string().nullable().describe('The method that was waited for.'),
    detail: z.string().nullable(),
  }),
  server: z
    .strictObject({
      era: z.enum(['2025', '2026']),
      protocolVersion: z.string(),
      name: z.string().nullable(),
      version: z.string().nullable(),
      capabilities: z.array(z.string()),
    })
    .nullable()
    .describe('Null: nothing was agreed on.'),
  summary: z.strictObject({ error: count, warning: count, info: count }),
  findings: z.array(
    z.strictObject({
      rule: z.string(),
      severity: z.enum(SEVERITIES),
      symbol: z.string().nullable().describe('The tool, method or list that is meant.'),
      place: place.nullable().describe('With --source: the handler, where exactly one bears the name.'),
      what: z.string(),
      why: z.string(),
      whatToDo: z.string(),
      clause: z
        .strictObject({ url: z.string(), says: z.string() })
        .nullable()
        .describe('Of the specification; null: it says nothing of it.'),
      sample: z.string().nullable().describe('What the server said, shortened.'),
      count: z.int().positive(),
    }),
  ),
  drift: z
    .array(z.strictObject({ level: z.enum(['breaking', 'risky', 'additive']), symbol: z.string(), what: z.string() }))
    .nullable()
    .describe('With --against: what changed since the snapshot.'),
  lists: z.array(z.strictObject({ kind: z.string(), items: count, pages: count })),
  tried: z.array(z.string()).describe('What was asked to see whether it is refused.'),
  calls: z.array(z.strictObject({ tool: z.string(), result: z.enum(['result', 'error', 'failed']) })),
  skipped: z
    .array(z.strictObject({ tool: z.string(), why: z.string() }))
    .describe('Calls that --call allowed, and that were not made.'),
  closing: z.strictObject({
    by: z.enum(['none', 'before', 'end-of-input', 'SIGTERM', 'SIGKILL', 'nothing']),
    exitCode: z.int().nullable(),
    signal: z.string().nullable(),
    helpers: z.array(z.strictObject({ name: z.string(), inGroup: z.boolean(), holdsPipe: z.boolean() })),
    stderr: z.strictObject({ bytes: count, tail: z.string() }),
  }),
  timings: z.strictObject({
    steps: z
      .array(z.strictObject({ from: z.string(), on: z.string(), to: z.string(), ms: count }))
      .describe('Each state that the connection left and entered, with the milliseconds since it began.'),
    requests: z.array(z.strictObject({ method: z.string(), ms })),
    closeMs: count.describe('From the end of its input to its exit.'),
  }),
});

export type McpProbeReport = z.infer<typeof mcpProbeSchema>;
