import { plural } from '../../report/fit-text.ts';
import type { Line, Tone } from '../paint/line.ts';
import { wrap } from '../paint/wrap.ts';
import type { RungState, RunState } from '../state/state.ts';
import type { Content } from './pane.ts';

const NAMES = { S: 'syntax', B: 'build', A: 'public API', M: 'meaning', T: 'tests' } as const;
const LOOKS: Readonly<Record<RungState['state'], readonly [Tone, string]>> = {
  waiting: ['faint', '○ waiting'],
  running: ['warm', '◐ running'],
  proven: ['fine', '● proven'],
  failed: ['hot', '✗ failed'],
  vacuous: ['warm', '◌ vacuous'],
  'not-run': ['faint', '– not run'],
};

const PHASES: Readonly<Record<string, string>> = {
  beginning: 'beginning',
  discover: 'finding files',
  stage: 'copying to the staging area',
  baseline: 'running the baseline',
  prove: 'proving',
  write: 'writing',
  ended: 'ended',
};

/** Proof as it happens: each rung lights up, and how long it took. */
export function runPane(run: RunState, width: number): Content {
  const { rungs, ended, paths } = run;
  const elapsed = ((run.now - run.began) / 1000).toFixed(1);
  const title: Line = [
    ['title', ended ? 'Ended' : run.cancelling ? 'Cancelling' : 'Proving'],
    ['plain', ` · ${plural(paths.length, 'file')} · ${elapsed} s · ${PHASES[run.phase] ?? run.phase}`],
    ['plain', ended ? '' : stepText(run)],
  ];
  const head: Line[] = [[], ...rungs.map((rung) => rungLine(rung)), []];
  if (run.showOutput) {
    const lines = run.output.map((text): Line => [[text.startsWith('$ ') ? 'title' : 'plain', text]]);
    return {
      title,
      head,
      lines: lines.length > 0 ? lines : [[['faint', 'no program has said anything yet']]],
      selected: null,
      top: ended ? run.top : Number.MAX_SAFE_INTEGER,
    };
  }
  return {
    title,
    head,
    lines: ended ? [...placeLine(run), ...endLines(ended, width)] : goingLines(run, width),
    selected: null,
    top: run.top,
  };
}

/** Which program of the run this is; how many there will be, and how long it takes, is known from the run before. */
function stepText({ steps, last, began, now }: RunState): string {
  if (steps === 0) return '';
  if (last === null || steps > last.steps) return ` · step ${steps}`;
  const left = Math.round(last.seconds - (now - began) / 1000);
  return ` · step ${steps} of about ${last.steps}${left > 0 ? `, about ${left} s left` : ''}`;
}

function rungLine({ rung, state, seconds, proofs, why }: RungState): Line {
  const [tone, look] = LOOKS[state];
  return [
    ['title', `  ${rung} ${NAMES[rung].padEnd(11)}`],
    [tone, look.padEnd(11)],
    ['plain', seconds === null ? '        ' : `${seconds.toFixed(1).padStart(6)} s`],
    ['faint', proofs.length > 0 ? `  ${plural(proofs.length, 'proof')}` : ''],
    ['faint', why === '' ? '' : `  ${why}`],
  ];
}

const goingLines = (run: RunState, width: number): Line[] => [
  ...(run.command === null
    ? []
    : [
        [
          ['faint', '$ '],
          ['plain', run.command],
        ] as Line,
        [] as Line,
      ]),
  ...(run.announced.length > 0 ? [[['faint', 'This executes, in a staging copy:']] as Line] : []),
  ...run.announced.flatMap((text) => wrap(text, width, 'faint', '  ')),
  [],
  [
    [
      'faint',
      run.cancelling
        ? 'stopping the programs …'
        : 'The tree is written once, at the end, if everything is proven. c cancels.',
    ],
  ],
];

const PLACE = /(?:^|[\s('"`])((?:[\w.@+-]+\/)*[\w.@+-]+\.(?:rs|py|pyi|[cm]?[jt]sx?):\d+(?::\d+)?)/;

/** `src/a.rs:12` where something failed, if it says one. */
function firstPlace(rungs: readonly RungState[]): string | null {
  for (const { state, why } of rungs) {
    const place = state === 'failed' ? PLACE.exec(why)?.[1] : undefined;
    if (place !== undefined) return place;
  }
  return null;
}

const placeLine = ({ rungs }: RunState): Line[] => {
  const place = firstPlace(rungs);
  return place === null
    ? []
    : [
        [
          ['faint', 'first at '],
          ['path', place],
        ],
        [],
      ];
};

function endLines(ended: NonNullable<RunState['ended']>, width: number): Line[] {
  if ('problem' in ended) {
    const { code, what, why, whatToDo } = ended.problem;
    if (code === 'cancelled') return [[['warm', 'Cancelled: nothing was written, the tree is as it was.']]];
    return [
      [['hot', `✗ ${what}`]],
      ...wrap(`why: ${why}`, width),
      ...wrap(`do:  ${whatToDo}`, width),
      [],
      [['plain', 'Nothing was written.']],
    ];
  }
  const { outcome, report, commits } = ended.applied;
  const ids = commits.map((id) => id.slice(0, 12)).join(' and ');
  return [
    ...report.map((text, i): Line => [[i === 0 ? (outcome === 'proven' ? 'fine' : 'hot') : 'plain', text]]),
    ...(ids === '' ? [] : [[['fine', `Committed as ${ids}.`]] as Line]),
  ];
}
