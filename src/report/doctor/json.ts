import type { Diagnosis } from '../../engine/toolchains/diagnose.ts';
import { jsonText } from '../json-text.ts';

/** As `schemas/doctor.schema.json` says. */
export const doctorJson = ({ programs, rungs, state, cache }: Diagnosis): string =>
  jsonText({ schemaVersion: 1, kind: 'doctor', programs, rungs, state, cache });
