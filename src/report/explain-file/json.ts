import type { ExplainedHotspot } from '../../../analyzers/hotspots/explain-hotspot.ts';
import { couplingToJson, entryToJson, historyToJson } from '../hotspots/json.ts';
import { reportJson } from '../report-json.ts';
import type { ExplainFileJson } from './schema.ts';

/** As `schemas/explain-file.schema.json` says. Ends with a newline. */
export function explainFileToJson({ history, entry, files, functions, coupling }: ExplainedHotspot): string {
  const json: ExplainFileJson = {
    schemaVersion: 1,
    kind: 'file-explanation',
    history: historyToJson(history),
    files,
    entry: entryToJson(entry),
    functions: functions.map(entryToJson),
    coupling: coupling.map(couplingToJson),
  };
  return reportJson(json);
}
