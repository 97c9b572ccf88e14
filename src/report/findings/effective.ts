import type { EffectiveLevel } from '../../../analyzers/workspace-lints/effective-levels.ts';
import { reportJson } from '../report-json.ts';
import { sanitize } from '../sanitize.ts';

/** `check --effective CRATE`: one line a lint, aligned. Ends with a newline. */
export function effectiveText(crate: string, levels: readonly EffectiveLevel[]): string {
  if (levels.length === 0) return `${sanitize(crate)} sets no lint level, and inherits none.\n`;
  const wide = Math.max(...levels.map(({ lint }) => lint.length));
  return levels
    .map(({ lint, level, path, line, conditional, over }) => {
      const instead = over.map((one) => `${one.level} of ${sanitize(one.path)}:${one.line}`).join(', ');
      const tail = `${conditional ? ' (in some builds)' : ''}${instead === '' ? '' : `, instead of ${instead}`}`;
      return `${level.padEnd(10)} ${sanitize(lint).padEnd(wide)}  ${sanitize(path)}:${line}${tail}\n`;
    })
    .join('');
}

export const effectiveToJson = (crate: string, levels: readonly EffectiveLevel[]): string =>
  reportJson({ schemaVersion: 1, kind: 'effective-lints', crate, levels });
