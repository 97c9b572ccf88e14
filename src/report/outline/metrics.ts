import { plural } from '../fit-text.ts';
import { dialectTable, metricsTable } from '../metrics/terminal.ts';
import { sanitize } from '../sanitize.ts';
import type { OutlineReport } from './terminal.ts';

interface Look {
  readonly width: number;
  readonly color: boolean;
}

/** `outline --metrics` and `outline --dialect`: a table of the file's parts, a table of a tool's values. */
export function renderMetrics({ path, outline, metrics, dialect }: OutlineReport, look: Look): string {
  const note = outline.partial ? ', with syntax errors (measured as far as it goes)' : '';
  const metricLines = metrics === null ? [] : ['', ...metricsTable(metrics, look)];
  const dialectLines =
    dialect === null
      ? []
      : [
          '',
          `As ${dialect.peer} counts:`,
          ...(dialect.functions.length === 0 ? [] : dialectTable(dialect.functions, look.width, look.color)),
        ];
  const functions = metrics?.functions.length ?? dialect?.functions.length ?? 0;
  return `${[`${sanitize(path)}: ${plural(functions, 'function')}${note}`, ...metricLines, ...dialectLines].join('\n')}\n`;
}
