import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import type { View } from '../../../src/workspace/view.ts';

/** Places of the workspace that find out at run time in which file code stands, as `path:line`. */
export interface RunTimePlaces {
  /** Formats of log records with the file or module of the call, and code that reads it off a record. */
  readonly records: readonly string[];
  /** Calls for the source text of an object. */
  readonly sources: readonly string[];
  /** Reads of the line where something is defined: what is ordered by it has another order where it stands in several files. */
  readonly lines: readonly string[];
}

const RECORDS = /%\((?:module|filename|pathname)\)|\brecord\.(?:module|filename|pathname)\b/g;
// A template in braces: neither an f-string nor one that is filled where it stands, which name variables and no record.
const TEMPLATES = /(?<![fF][rR]?)["'][^"'\n]*\{(?:module|filename|pathname)\}(?![^\n]*\.format\()/g;
/** What loguru and structlog call them. */
const OF_OTHERS = /\{(?:file|module)(?:\.\w+)?(?::[^{}"'\n]*)?\}|\bCallsiteParameter\.(?:MODULE|FILENAME|PATHNAME)\b/g;
const HAS_OTHERS = /\b(?:loguru|structlog)\b/;
/** Attributes of a record by their names alone, in a list that is gone through, beside others that only records have. */
const LISTED = /["'](?:module|filename|pathname)["']/g;
const IS_RECORD = /["'](?:levelname|funcName|lineno|levelno|processName|threadName)["']/;
/** Handlers and formatters of libraries that show the file or module of a call without being told to. */
const SHOWN =
  /\bRichHandler\s*\(|["']rich\.logging\.RichHandler["']|\benable_pretty_logging\s*\(|\btornado\.log\.LogFormatter\b|\btornado\.options\.parse_command_line\b|\b(?:from|import)\s+logzero\b|\bfrom\s+absl\s+import\s+(?:\w+,\s*)*logging\b|\babsl\.logging\b/g;
const SOURCES =
  /\b(?:inspect\.|from inspect import[^\n]*\b)?(?:getsource|getsourcelines|getsourcefile|findsource)\s*\(/g;
const LINES = /\bco_firstlineno\b|\b(?:getsourcelines|findsource)\s*\(/g;
/** Where a file that handles records asks one for its place, whatever it is called. */
const OF_RECORD = /\.(?:module|filename|pathname)\b(?!\s*[=(](?!=))/g;
const HANDLES_RECORDS = /\bcaplog\b|\bLogRecord\b|\bassertLogs\b|\blogging\.(?:Handler|Filter|Formatter)\b/;
const SETTINGS = /\.(?:py|ini|cfg|toml|ya?ml|json|conf)$/;

/** Where the workspace does so; each place once. */
export function runTimePlaces(view: View): RunTimePlaces {
  const records: string[] = [];
  const sources: string[] = [];
  const lines: string[] = [];
  for (const { path, state } of view.files) {
    if (state !== 'text' || !SETTINGS.test(path)) continue;
    const text = view.text(path);
    const patterns = [
      RECORDS,
      TEMPLATES,
      SHOWN,
      ...(IS_RECORD.test(text) ? [LISTED] : []),
      ...(HAS_OTHERS.test(text) ? [OF_OTHERS] : []),
      ...(HANDLES_RECORDS.test(text) ? [OF_RECORD] : []),
    ];
    records.push(...new Set(patterns.flatMap((pattern) => placesOf(text, path, pattern))));
    if (!path.endsWith('.py')) continue;
    sources.push(...placesOf(text, path, SOURCES));
    lines.push(...placesOf(text, path, LINES));
  }
  return { records, sources, lines };
}

const placesOf = (text: string, path: string, pattern: RegExp): string[] => {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return [];
  const starts = lineStartsOf(text);
  return [...new Set(found.map(({ index }) => `${path}:${lineAt(starts, index)}`))];
};

const LOG_CALL =
  /(?:\b\w*log(?:ger|ging)?\w*|\bget_?logger\([^()]*\))\s*\.(?:debug|info|warning|warn|error|exception|critical|fatal|log)\s*\(/gi;
/** Nothing but loggers has these two. */
const ANY_LOGGER = /\.(?:exception|critical)\s*\(/g;

/** How many calls of a logger stand in a text. */
export const logCalls = (text: string): number =>
  new Set([...text.matchAll(LOG_CALL), ...text.matchAll(ANY_LOGGER)].map(({ 0: call, index }) => index + call.length))
    .size;
