import type { Source } from '../../../analyzers/readings/rust/source.ts';
import type { Edit } from '../../../src/core/change-set.ts';
import type { Range } from '../../../src/core/range.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import { mountLiterals } from '../../../src/languages/rust/mount-literals.ts';
import { textOf } from '../../../src/languages/syntax.ts';
import { fileEdits } from './file-edits.ts';
import { refuse } from './refuse.ts';

const LINT = 'clippy::self_named_module_files';

/**
 * What `m.rs` needs to mean the same as `m/mod.rs`: files that are named relative to it lie one folder up.
 * @param gone what leaves it for its parts
 */
export function moveFacade(source: Source, gone: readonly Range[]): { edits: Edit[]; refusals: Refusal[] } {
  const stays = ({ start, end }: Range): boolean => !gone.some((one) => one.start <= start && end <= one.end);
  const files = fileEdits(source, 0, source.syntax.size, '../');
  const hazards = source.top
    .flatMap(({ unit }) => unit.hazards)
    .filter((one) => stays(one) && (one.id === 'R43' || (one.id === 'R42' && one.why.startsWith('`file!`'))));
  return {
    edits: [...files.edits, ...mountEdits(source)].filter(stays),
    refusals: [
      ...files.refusals.filter(stays),
      ...hazards.map((one) =>
        refuse(
          source,
          'R81',
          one,
          `\`${LINT}\` requires this file to be mod.rs in a folder of its own, and ${one.why}`,
          'Move the file by hand first, or allow the lint for this crate.',
        ),
      ),
    ],
  };
}

/** `#[path = "x.rs"] mod x;`; what stands in an inline module has that module's folder, which stays what it was. */
const mountEdits = ({ syntax, top }: Source): Edit[] =>
  top
    .flatMap(({ item }) => mountLiterals(syntax, item))
    .flatMap((literal): Edit[] => {
      const [, open, file] = /^(r?#*")([\s\S]*)$/.exec(textOf(syntax, literal))!;
      const offset = syntax.start[literal]! + open!.length;
      return /^(?:\/|[A-Za-z]:)/.test(file!)
        ? []
        : [{ start: offset, end: offset, text: '../', reason: 'file-literal' }];
    });
