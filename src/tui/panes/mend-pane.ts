import { plural } from '../../report/fit-text.ts';
import type { Mends } from '../engine/messages.ts';
import type { Line } from '../paint/line.ts';
import { wrap } from '../paint/wrap.ts';
import type { Overlay } from '../state/state.ts';
import { fileLine, gitLines } from './overlay-pane.ts';
import type { Content } from './pane.ts';

/** Says what mending findings will write before anything is; Cancel is the default. */
export function mendPane(overlay: Extract<Overlay, { kind: 'mend' }>, width: number): Content {
  const { at, mends, problem, isWriting, top } = overlay;
  const title: Line =
    at === null
      ? [['title', 'Fix all that can be fixed']]
      : [
          ['title', `Fix ${at.rule} `],
          ['path', at.path],
        ];
  const cancel: Line = [
    ['title', '  [ Cancel ⏎ ]'],
    ['plain', '    W  write'],
  ];
  const lines = problem
    ? [
        [['hot', `✗ ${problem.what}`]] as Line,
        ...wrap(`why: ${problem.why}`, width),
        ...wrap(`do:  ${problem.whatToDo}`, width),
        [],
        cancel,
      ]
    : isWriting
      ? [[['faint', 'writing …']] as Line]
      : mends === null
        ? [[['faint', 'looking at what this will do …']] as Line, [], cancel]
        : [cancel, [], ...mendLines(mends, width)];
  return { title, lines, selected: null, top: mends === null ? 0 : top };
}

const mendLines = (mends: Mends, width: number): Line[] => [
  [
    [
      'title',
      `Will be written: ${plural(mends.files.length, 'file')}; ${plural(mends.mended, 'finding')} will be gone`,
    ],
  ],
  ...mends.files.map(fileLine),
  ...mends.refusals.flatMap((text) => wrap(`✗ not fixed: ${text}`, width, 'hot')),
  [],
  [['title', 'Will be executed']],
  [['plain', '  nothing']],
  [],
  [['title', 'Git']],
  ...gitLines(mends, width),
  [],
  [['title', 'Undo with']],
  [['plain', '  z here, or: omni-refactor undo']],
  [],
  ...mends.diff,
];
