import type { Composition } from '../../../analyzers/composition/composition.ts';
import { reportJson } from '../report-json.ts';

/** The whole composition as `schemas/includes.schema.json` says, plain `mod x;` included. */
export const includesJson = ({ modules, splices, shared }: Composition): string =>
  reportJson({ schemaVersion: 1, kind: 'includes', modules, splices, shared });
