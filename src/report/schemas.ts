import { mcpSurfaceSchema } from '../engine/mcp/probe/drift/surface-schema.ts';
import { adoptedSchema, loweredSchema } from './budget/schema.ts';
import { changeSchema } from './change/schema.ts';
import { cleanSchema } from './clean/schema.ts';
import { testSchema } from './codemod-cases/schema.ts';
import { includesSchema } from './composition/schema.ts';
import { contractSuggestionsSchema } from './contracts/schema.ts';
import { doctorSchema } from './doctor/schema.ts';
import { errorSchema } from './error/schema.ts';
import { explainSchema } from './explain/schema.ts';
import { explainFileSchema } from './explain-file/schema.ts';
import { explainIdSchema } from './explain-id/schema.ts';
import { effectiveLintsSchema, findingsSchema } from './findings/schema.ts';
import { gateProofsSchema, gatesSchema, preflightSchema } from './gates/schema.ts';
import { hotspotsSchema } from './hotspots/schema.ts';
import { mapSchema } from './map/schema.ts';
import { mcpProbeSchema } from './mcp-probe/schema.ts';
import { outlineSchema } from './outline/schema.ts';
import { ownershipSchema } from './ownership/schema.ts';
import { planJsonSchema } from './plan/schema.ts';
import { planAlternativesSchema } from './plan-alternatives/schema.ts';
import { queueSchema } from './queue/schema.ts';
import { historySchema, receiptSchema } from './receipt/schema.ts';
import { redoSchema } from './redo/schema.ts';
import { runReposSchema } from './repos/schema.ts';
import { runSchema } from './run/schema.ts';
import { proofShardSchema } from './shard/proof-shard.ts';
import { runShardSchema } from './shard/run-shard.ts';
import { shardSchema } from './shard/schema.ts';
import { splitSchema } from './split/schema.ts';
import { statusSchema } from './status/schema.ts';
import { undoSchema } from './undo/schema.ts';
import { verifySchema } from './verify/schema.ts';

/** What each `--json` holds, by the name of the schema that ships: `schemas/<name>.schema.json`. */
export const SCHEMAS = {
  hotspots: hotspotsSchema,
  explain: explainSchema,
  'explain-id': explainIdSchema,
  'explain-file': explainFileSchema,
  includes: includesSchema,
  map: mapSchema,
  ownership: ownershipSchema,
  'contract-suggestions': contractSuggestionsSchema,
  'mcp-probe': mcpProbeSchema,
  'mcp-surface': mcpSurfaceSchema,
  outline: outlineSchema,
  findings: findingsSchema,
  'effective-lints': effectiveLintsSchema,
  adopted: adoptedSchema,
  lowered: loweredSchema,
  shard: shardSchema,
  status: statusSchema,
  gates: gatesSchema,
  'gate-proofs': gateProofsSchema,
  preflight: preflightSchema,
  plan: planJsonSchema,
  'plan-alternatives': planAlternativesSchema,
  split: splitSchema,
  verify: verifySchema,
  undo: undoSchema,
  redo: redoSchema,
  history: historySchema,
  receipt: receiptSchema,
  change: changeSchema,
  queue: queueSchema,
  run: runSchema,
  'run-repos': runReposSchema,
  'run-shard': runShardSchema,
  'proof-shard': proofShardSchema,
  test: testSchema,
  clean: cleanSchema,
  doctor: doctorSchema,
  error: errorSchema,
} as const;
