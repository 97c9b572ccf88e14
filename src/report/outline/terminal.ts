import type { FileMetrics } from '../../../analyzers/complexity/metrics.ts';
import { lineAt, lineStartsOf } from '../../core/lines.ts';
import type { Outline, Unit } from '../../core/unit.ts';
import type { DialectReport } from '../../engine/outline-file.ts';
import { sanitize } from '../sanitize.ts';

export interface OutlineReport {
  readonly path: string;
  readonly text: string;
  readonly outline: Outline;
  readonly metrics: FileMetrics | null;
  readonly dialect: DialectReport | null;
}

/** One line a unit: where, how long, what; members below their parent; then the hazards, each with its place. */
export function renderOutline({ path, text, outline }: OutlineReport, width: number): string {
  const starts = lineStartsOf(text);
  const line = (offset: number): number => lineAt(starts, offset);
  const rows = outline.units.flatMap((unit) => [
    unitRow(unit, line(unit.start), ''),
    ...outline.members
      .filter((member) => member.parent === unit.id)
      .map((member) => unitRow(member, line(member.start), '  ')),
  ]);
  const hazards = [...outline.hazards, ...[...outline.units, ...outline.members].flatMap((unit) => unit.hazards)];
  const places = [
    ...new Set(hazards.map((hazard) => `  ${hazard.id.padEnd(4)} line ${line(hazard.start)}: ${sanitize(hazard.why)}`)),
  ];
  return [
    `${sanitize(path)}: ${outline.units.length} units${outline.partial ? ', with syntax errors (analysed as far as it goes)' : ''}`,
    '',
    ...rows,
    ...(places.length > 0 ? ['', 'Hazards of a split:', ...places] : []),
    '',
  ]
    .map((row) => (row.length > width ? `${row.slice(0, width - 1)}…` : row))
    .join('\n');
}

function unitRow(unit: Unit, line: number, indent: string): string {
  const marks = [unit.opaque ? 'not understood' : '', unit.hazards.map((hazard) => hazard.id).join(' ')]
    .filter(Boolean)
    .join(', ');
  return `${String(line).padStart(6)} ${String(unit.lines).padStart(5)}  ${indent}${sanitize(unit.id)}${marks ? `  [${marks}]` : ''}`;
}
