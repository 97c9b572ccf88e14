import type { Suggestion } from '../../../analyzers/contracts/suggest.ts';
import { escapedJson } from '../json-text.ts';
import { reportJson } from '../report-json.ts';
import { sanitize } from '../sanitize.ts';

/** As `schemas/contract-suggestions.schema.json` says. Ends with a newline. */
export const suggestionsToJson = (suggestions: readonly Suggestion[]): string =>
  reportJson({
    schemaVersion: 1,
    kind: 'contract-suggestions',
    suggestions: suggestions.map(({ id, rust, python, places, shared }) => ({
      id,
      rust,
      python,
      places: [...places],
      shared: [...shared],
    })),
  });

/** Tables to paste into the configuration; the direction is for a person to say. */
export function suggestionsText(suggestions: readonly Suggestion[]): string {
  if (suggestions.length === 0) return 'No type of Rust and class of Python share a name and fields.\n';
  const tables = suggestions.map(({ id, rust, python, places, shared }) =>
    [
      `# ${places.map(sanitize).join(', ')}: ${shared.length} fields in common`,
      '[[contract]]',
      `id = ${escapedJson(id)}`,
      `rust = ${escapedJson(rust)}`,
      `python = ${escapedJson(python)}`,
      'direction = "both"    # or "rust->python", "python->rust"',
      '',
    ].join('\n'),
  );
  return `${tables.join('\n')}\n# ${suggestions.length} suggested by name and fields alone: whether they are one payload, only you know.\n`;
}
