import { takesText } from '../../../analyzers/namings/takes-text.ts';
import type { Proof } from '../../core/evidence.ts';
import { lineAt, lineStartsOf } from '../../core/lines.ts';
import type { View } from '../../workspace/view.ts';

const DOCUMENT = /\.(?:md|mdx|rst|adoc|lock|svg|csv|ipynb|map)$|(?:^|\/)(?:CHANGELOG|CHANGES|NEWS|HISTORY)[^/]*$/i;

/** What tells of the past, or is made. */
const RECORD = /\.(?:lock|svg|csv|map)$|(?:^|\/)(?:CHANGELOG|CHANGES|NEWS|HISTORY)[^/]*$/i;
/** A line of an example, a page of an interface that is made of the module, a link to it, or code of a page. */
const ASKS =
  /^[\s">.\\]*(?:from|import|export|use)\s.*[\w"']|\brequire\s*\(|\bauto(?:module|class|function|method|data|exception|attribute)::|^\s*:::\s|\.\.\s+(?:current)?module::|:[\w:]+:`[^`]*/;
/** A list of names that a page is made of. */
const LISTED = /^\s*~?[\w.]+\s*$/;

/**
 * Failures of S for files that are no source of the language (manifests, settings, sources of other languages) and name a module or file that is
 * gone. Documents may tell of the past, but where they take in its text.
 * @param needles by what each gone file may be named
 */
export function namedElsewhere(
  after: View,
  needles: ReadonlyMap<string, RegExp>,
  isSource: (path: string) => boolean,
): Proof[] {
  return after.files
    .filter(({ path, state }) => state === 'text' && !isSource(path))
    .flatMap(({ path }): Proof[] => {
      const text = after.text(path);
      for (const [gone, needle] of needles) {
        const found = needle.exec(text);
        if (!found || !isMeant(path, text, found)) continue;
        const line = lineAt(lineStartsOf(text), found.index);
        const why = `${path}, line ${line}, names ${gone}, whose file is gone`;
        return [{ rung: 'S', path: gone, configuration: '-', verdict: 'failed', why }];
      }
      return [];
    });
}

/** A text that stands by itself: `pkg._part`, not `pkg._parts`. */
export const wholeText = (text: string): RegExp =>
  new RegExp(`(?<![\\w.])${text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}(?!\\w)`);

/** A page names a program where it loads it, and a list of names has no other words on a line; elsewhere both only tell of it. */
function isMeant(path: string, text: string, { index }: RegExpExecArray): boolean {
  const line = text.slice(text.lastIndexOf('\n', index) + 1, `${text}\n`.indexOf('\n', index));
  if (takesText(path, line)) return true;
  if (DOCUMENT.test(path))
    return !RECORD.test(path) && (ASKS.test(line) || (LISTED.test(line) && /autosummary::/.test(text)));
  if (/\.html?$/i.test(path)) return /\b(?:src|href)\s*=|\bimport\b/.test(line);
  return !/(?<!\bCMakeLists)\.txt$/i.test(path) || !/\s/.test(line.trim());
}
