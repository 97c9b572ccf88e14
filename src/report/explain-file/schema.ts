import { z } from 'zod';
import { couplingPair, hotspotEntry, hotspotHistory } from '../hotspots/schema.ts';

/** `hotspots --explain FILE --json`. */
export const explainFileSchema = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('file-explanation'),
  history: hotspotHistory,
  files: z.int().nonnegative().describe('How many files are ranked.'),
  entry: hotspotEntry,
  functions: z.array(hotspotEntry).describe('Ranked among all functions of the workspace.'),
  coupling: z.array(couplingPair),
});

export type ExplainFileJson = z.infer<typeof explainFileSchema>;
