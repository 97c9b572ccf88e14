import { lineAt, lineStartsOf } from '../../core/lines.ts';
import type { Hazard, Unit } from '../../core/unit.ts';
import { metricsToJson } from '../metrics/json.ts';
import { reportJson } from '../report-json.ts';
import type { OutlineReport } from './terminal.ts';

/** `outline --json`: the outline with a line for each offset, `opaque` only on what was not understood. Offsets are UTF-16 code units. */
export function outlineJson({ path, text, outline, metrics, dialect }: OutlineReport): string {
  const starts = lineStartsOf(text);
  const hazard = (item: Hazard) => ({ ...item, line: lineAt(starts, item.start) });
  const unit = ({ opaque, ...item }: Unit) => ({
    ...item,
    ...(opaque ? { opaque: true as const } : {}),
    line: lineAt(starts, item.start),
    hazards: item.hazards.map(hazard),
  });
  return reportJson({
    schemaVersion: 1,
    kind: 'outline',
    path,
    language: outline.language,
    partial: outline.partial,
    header: outline.header,
    units: outline.units.map(unit),
    members: outline.members.map(unit),
    hazards: outline.hazards.map(hazard),
    ...(metrics === null ? {} : { metrics: metricsToJson(metrics) }),
    ...(dialect === null ? {} : { dialect }),
  });
}
