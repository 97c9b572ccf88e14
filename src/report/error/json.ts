import type { Problem } from '../../core/errors.ts';
import { jsonText } from '../json-text.ts';

/** What any command prints with `--json` when it cannot do its work; as `schemas/error.schema.json` says. */
export const errorJson = ({ code, what, why, whatToDo }: Problem): string =>
  jsonText({ schemaVersion: 1, kind: 'error', error: { code, what, why, whatToDo } });
