import { commitMessage } from '../../report/receipt/commit-message.ts';
import type { Line } from '../paint/line.ts';
import { wrap } from '../paint/wrap.ts';
import type { Overlay } from '../state/state.ts';
import { markdownLines } from './markdown-lines.ts';
import type { Content } from './pane.ts';

type OverlayOf<Kind> = Extract<Overlay, { kind: Kind }>;

const cancelLine = (other: string): Line => [
  ['title', '  [ Cancel ⏎ ]'],
  ['plain', `    W  ${other}`],
];

/** What an undo or redo puts into the tree; Cancel is the default. */
export function undoPane({ kind, entry }: OverlayOf<'undo' | 'redo'>, width: number): Content {
  const { appliedAt, asked, files } = entry.receipt;
  const when = `Applied ${appliedAt.slice(0, 16).replace('T', ' ')}, evidence ${asked.join('+')}.`;
  const about =
    kind === 'undo'
      ? `${when} If a file changed since, nothing is written.`
      : `${when} Nothing is proven anew. If a file changed since the undo, nothing is written.`;
  return {
    title: [['title', `${kind === 'undo' ? 'Undo' : 'Redo'} ${entry.id}`]],
    lines: [
      cancelLine(kind === 'undo' ? 'bring the old bytes back' : 'bring the new bytes back'),
      [],
      ...wrap(about, width),
      [],
      ...files.map(({ path, before, after }) => fileLine(path, kind === 'undo' ? [after, before] : [before, after])),
    ],
    selected: null,
    top: 0,
  };
}

function fileLine(path: string, [now, then]: readonly [unknown, unknown]): Line {
  const [tone, mark, words] =
    then === null
      ? (['removed', '  - ', '  goes'] as const)
      : now === null
        ? (['added', '  + ', '  comes'] as const)
        : (['warm', '  ~ ', '  as it was'] as const);
  return [
    [tone, mark],
    ['path', path],
    ['plain', words],
  ];
}

/** The message that the commit gets; Cancel is the default. */
export function commitPane({ run, receipt, problem, isWriting, top }: OverlayOf<'commit'>, width: number): Content {
  const title: Line = [['title', `Commit ${receipt.id}`]];
  if (isWriting) return { title, lines: [[['faint', 'committing …']]], selected: null, top: 0 };
  const lines: Line[] = problem
    ? [
        cancelLine('nothing can be committed'),
        [],
        [['hot', `✗ ${problem.what}`]],
        ...wrap(`why: ${problem.why}`, width),
        ...wrap(`do:  ${problem.whatToDo}`, width),
      ]
    : [
        cancelLine('commit it'),
        [],
        ...wrap('The bytes that were proven; a first commit only moves lines, so that `git blame -C` follows.', width),
        [],
        ...markdownLines(commitMessage({ verb: 'Split', paths: [...run.paths].sort() }, receipt), width),
      ];
  return { title, lines, selected: null, top };
}
