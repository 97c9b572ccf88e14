import type { Redone } from '../../engine/split/redo-last.ts';
import { reportJson } from '../report-json.ts';

export const redoJson = ({ id, paths, appliedAt, commit }: Redone): string =>
  reportJson({ schemaVersion: 1, kind: 'redo', id, paths, appliedAt, commit });
