import type { Splice } from '../../../analyzers/composition/composition.ts';

/** `12 include!("a.rs") -> src/a.rs [statement, test, cfg(unix)]`: one line, without the file that it stands in. */
export function describeSplice(splice: Splice): string {
  const verb = splice.kind === 'mod' || splice.kind === 'path' ? splice.kind : `${splice.kind}!`;
  const notes = [
    splice.position === 'module-item' ? '' : splice.position,
    splice.form === 'literal' || splice.form === 'implicit' ? '' : splice.form,
    splice.test ? 'test' : '',
    ...splice.cfg.map((predicate) => `cfg(${predicate})`),
  ].filter((note) => note !== '');
  const target = splice.unresolved === null ? splice.targets.join(', ') : `? ${splice.unresolved}`;
  return `${splice.line} ${verb} ${target}${notes.length > 0 ? ` [${notes.join(', ')}]` : ''}`;
}

/** What is worth telling about composition: all but the plain `mod x;` that were found. */
export const isNotable = (splice: Splice): boolean =>
  splice.kind !== 'mod' || splice.unresolved !== null || splice.targets.length > 1;
