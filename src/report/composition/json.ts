import type { Composition } from '../../../analyzers/composition/composition.ts';

export const COMPOSITION_SCHEMA_VERSION = 1;

/** The whole composition as JSON, plain `mod x;` included. */
export function renderJson({ modules, splices, shared }: Composition): string {
  return `${JSON.stringify({ schemaVersion: COMPOSITION_SCHEMA_VERSION, modules, splices, shared }, null, 2)}\n`;
}
