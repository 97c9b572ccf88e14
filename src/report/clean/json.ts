import type { Cleaned } from '../../engine/state/clean.ts';
import { reportJson } from '../report-json.ts';
import { bytesOf } from './terminal.ts';

/** As `schemas/clean.schema.json` says. */
export const cleanJson = (cleaned: Cleaned, dryRun: boolean): string =>
  reportJson({ schemaVersion: 1, kind: 'clean', dryRun, ...cleaned, bytes: bytesOf(cleaned) });
