import type { Problem } from '../../core/errors.ts';
import { reportJson } from '../report-json.ts';

/** What any command prints with `--json` when it cannot do its work; as `schemas/error.schema.json` says. */
export const errorJson = ({ code, what, why, whatToDo }: Problem): string =>
  reportJson({ schemaVersion: 1, kind: 'error', error: { code, what, why, whatToDo } });
