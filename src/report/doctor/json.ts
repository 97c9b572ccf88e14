import type { Diagnosis } from '../../engine/toolchains/diagnose.ts';
import { reportJson } from '../report-json.ts';

/** As `schemas/doctor.schema.json` says. */
export const doctorJson = ({ programs, rungs, state, cache, nested }: Diagnosis): string =>
  reportJson({ schemaVersion: 1, kind: 'doctor', programs, rungs, state, cache, nested });
