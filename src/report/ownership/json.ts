import type { OwnershipMap } from '../../../analyzers/ownership/ownership-map.ts';
import { reportJson } from '../report-json.ts';

/** As `schemas/ownership.schema.json` says. Ends with a newline. */
export const ownershipToJson = ({ responsibilities, others, plan }: OwnershipMap): string =>
  reportJson({ schemaVersion: 1, kind: 'ownership', responsibilities, others, plan });
