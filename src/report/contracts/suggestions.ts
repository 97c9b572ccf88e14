import type { Suggestion } from '../../../analyzers/contracts/suggest.ts';
import { escapedJson } from '../json-text.ts';
import { reportJson } from '../report-json.ts';
import { sanitize } from '../sanitize.ts';

/** As `schemas/contract-suggestions.schema.json` says. Ends with a newline. */
export const suggestionsToJson = (suggestions: readonly Suggestion[]): string =>
  reportJson({
    schemaVersion: 2,
    kind: 'contract-suggestions',
    suggestions: suggestions.map(({ id, sides, places, shared }) => ({
      id,
      sides: { ...sides },
      places: [...places],
      shared: [...shared],
    })),
  });

/** Tables to paste into the configuration; the direction is for a person to say. */
export function suggestionsText(suggestions: readonly Suggestion[]): string {
  if (suggestions.length === 0)
    return 'No types of two languages (Rust, Python, TypeScript) share a name and fields.\n';
  const tables = suggestions.map(({ id, sides, places, shared }) =>
    [
      `# ${places.map(sanitize).join(', ')}: ${shared.length} fields in common`,
      '[[contract]]',
      `id = ${escapedJson(id)}`,
      ...Object.entries(sides).map(([side, text]) => `${side} = ${escapedJson(text)}`),
      `direction = "both"    # or ${directions(Object.keys(sides))}`,
      '',
    ].join('\n'),
  );
  return `${tables.join('\n')}\n# ${suggestions.length} suggested by name and fields alone: whether they are one payload, only you know.\n`;
}

const directions = (sides: readonly string[]): string =>
  [sides, [...sides].reverse()].map((two) => `"${two.join('->')}"`).join(', ');
