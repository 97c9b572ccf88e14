import type { Undone } from '../../engine/apply/undo-last.ts';
import { reportJson } from '../report-json.ts';

/** @param commit the commit that brings the old bytes back, or null where the split was not committed */
export const undoJson = ({ id, paths }: Undone, commit: string | null): string =>
  reportJson({ schemaVersion: 1, kind: 'undo', id, paths, commit });
