import type { Binding } from '../../config/screen/key-table.ts';
import { grouped, plural } from '../../report/fit-text.ts';
import type { ApplyFlags, Survey } from '../engine/messages.ts';
import { contextOf } from '../keys/context-of.ts';
import { CONTEXT_TITLES } from '../keys/context-titles.ts';
import { bindingOf, showKey } from '../keys/keymap.ts';
import { columns, type Line, textOfLine } from '../paint/line.ts';
import { wrap } from '../paint/wrap.ts';
import type { Overlay, State } from '../state/state.ts';
import { chosenCount, targetsOf } from '../state/targets.ts';
import { whyDisabled } from '../state/why-disabled.ts';
import type { Content } from './pane.ts';

type OverlayOf<Kind> = Extract<Overlay, { kind: Kind }>;

/** Every key, those of the present view first; what can do nothing now says why. */
export function helpPane(state: State, overlay: OverlayOf<'help'>): Content {
  const words = overlay.filter.toLowerCase().split(' ').filter(Boolean);
  const below = contextOf({ ...state, overlay: null, typing: false });
  const contexts = [...new Set([below, 'any' as const, ...state.keys.map(({ context }) => context)])];
  const lines = contexts.flatMap((context): Line[] => {
    const own = state.keys.filter((binding) => binding.context === context && binding.keys.length > 0);
    const rows = own.filter(({ keys, about, action }) =>
      words.every((word) => `${keys.join(' ')} ${about} ${action}`.toLowerCase().includes(word)),
    );
    if (rows.length === 0) return [];
    const active = context === below || context === 'any';
    return [
      [['title', CONTEXT_TITLES[context]]],
      ...rows.map((binding) =>
        keyLine(binding, active ? whyDisabled({ ...state, overlay: null }, binding.action) : null),
      ),
      [],
    ];
  });
  const search: Line = [
    ['plain', 'search: '],
    ['warm', `${overlay.filter}${overlay.typing ? '▏' : ''}`],
  ];
  return {
    title: [['title', 'Keys']],
    head: overlay.typing || overlay.filter !== '' ? [search] : [],
    lines,
    selected: null,
    top: overlay.top,
  };
}

const keyLine = ({ keys, about }: Binding, why: string | null): Line => [
  ['name', `  ${keys.map(showKey).join(' ').padEnd(10)} `],
  [why === null ? 'plain' : 'faint', about],
  ['faint', why === null ? '' : `  (not now: ${why})`],
];

export function logPane(state: State, overlay: OverlayOf<'log'>): Content {
  const lines = state.log.map(
    (command): Line => [
      ['faint', '$ '],
      ['plain', command],
    ],
  );
  return {
    title: [['title', 'Commands that were run']],
    lines: lines.length > 0 ? lines : [[['faint', 'No program was run for a proof yet.']]],
    selected: null,
    top: overlay.top,
  };
}

export function pickerPane(state: State, overlay: OverlayOf<'picker'>): Content {
  const targets = targetsOf(state, overlay);
  const cursor = Math.min(overlay.at, targets.length - 1);
  const count = chosenCount(state);
  return {
    title: [['title', overlay.purpose === 'move' ? `Move ${plural(count, 'unit')} to` : 'Merge into']],
    head: [
      [
        ['plain', 'name: '],
        ['warm', `${overlay.filter}▏`],
        ['faint', '  type to choose, or to name a new module'],
      ],
    ],
    lines: targets.map(
      ({ label }, i): Line => [
        ['mark', i === cursor ? '> ' : '  '],
        ['plain', label],
      ],
    ),
    selected: cursor,
    top: Math.max(0, cursor - 5),
  };
}

/** Says what will be written before anything is; Cancel is the default. */
export function applyPane(state: State, overlay: OverlayOf<'apply'>, width: number): Content {
  const { survey, paths, evidence, problem } = overlay;
  const title: Line = [
    ['title', `Apply ${plural(paths.length, 'plan')} `],
    ['path', paths.length === 1 ? paths[0]! : ''],
  ];
  const cancel: Line = [
    ['title', '  [ Cancel ⏎ ]'],
    ['plain', '    W  prove and write'],
  ];
  if (problem) {
    const lines = [
      [['hot', `✗ ${problem.what}`]] as Line,
      ...wrap(`why: ${problem.why}`, width),
      ...wrap(`do:  ${problem.whatToDo}`, width),
      [],
      cancel,
    ];
    return { title, lines, selected: null, top: overlay.top };
  }
  if (!survey)
    return { title, lines: [[['faint', 'looking at what this will do …']], [], cancel], selected: null, top: 0 };
  const created = survey.files.filter(({ before }) => before === null);
  const lines: Line[] = [
    cancel,
    [],
    ...survey.notWorth.flatMap((text) => [...wrap(`Not worth it: ${text}`, width, 'warm'), []]),
    [['title', 'Evidence asked for']],
    ...evidenceLines(state, evidence),
    ...flagLines(overlay.flags),
    [],
    [
      [
        'title',
        `Will be written if it is proven: ${plural(survey.files.length, 'file')}, ${created.length} of them new`,
      ],
    ],
    ...survey.files.map(fileLine),
    ...survey.refusals.flatMap((text) => wrap(`✗ refused: ${text}`, width, 'hot')),
    ...survey.notes.flatMap((text) => wrap(`note: ${text}`, width, 'faint')),
    [],
    [['title', 'Will be executed, in a staging copy']],
    ...(survey.announce.length === 0
      ? [[['plain', '  nothing']] as Line]
      : survey.announce.flatMap((text) => wrap(text, width, 'plain', '  '))),
    [],
    [['title', 'Git']],
    ...gitLines(survey, width),
    [],
    [['title', 'Undo with']],
    [['plain', '  z here, or: omni-refactor undo']],
  ];
  return { title, lines, selected: null, top: overlay.top };
}

export function fileLine({ path, before, after }: Survey['files'][number]): Line {
  const [tone, mark] =
    before === null
      ? (['added', '  + '] as const)
      : after === null
        ? (['removed', '  - '] as const)
        : (['warm', '  ~ '] as const);
  const sizes = `${before === null ? 'new' : grouped(before)} → ${after === null ? 'gone' : grouped(after)} lines`;
  return [
    [tone, mark],
    ['path', path],
    ['plain', `  ${sizes}`],
  ];
}

const RUNG_WORDS = {
  S: 'syntax: every byte that moved is conserved',
  B: 'build: it compiles as before, tests included',
  A: 'public API equal',
  M: 'meaning equal',
  T: "the project's tests: same outcomes",
} as const;
const RUNG_COMMANDS = { B: 'rung-b', A: 'rung-a', M: 'rung-m', T: 'rung-t' } as const;

function evidenceLines(state: State, evidence: readonly string[]): Line[] {
  return (Object.keys(RUNG_WORDS) as (keyof typeof RUNG_WORDS)[]).map((rung): Line => {
    const on = evidence.includes(rung);
    const why = rung === 'S' ? null : whyDisabled(state, RUNG_COMMANDS[rung]);
    return [
      [on ? 'fine' : 'faint', `  [${on ? 'x' : ' '}] ${rung} `],
      [why === null ? 'plain' : 'faint', RUNG_WORDS[rung]],
      ['faint', rung === 'S' ? '' : why === null ? `  (${rung.toLowerCase()})` : `  (not now: ${why})`],
    ];
  });
}

const FLAG_WORDS = {
  commit: 'commit it, with the receipt as the message  (c)',
  notes: 'update the module maps in Markdown files  (n)',
  inPlace: 'prove it in the tree itself, not in a copy  (i)',
} as const;

const flagLines = (flags: ApplyFlags): Line[] =>
  (Object.keys(FLAG_WORDS) as (keyof ApplyFlags)[]).map(
    (name): Line => [
      [flags[name] ? 'fine' : 'faint', `  [${flags[name] ? 'x' : ' '}]   `],
      ['plain', FLAG_WORDS[name]],
    ],
  );

export function gitLines({ branch, dirty }: Pick<Survey, 'branch' | 'dirty'>, width: number): Line[] {
  if (dirty === null) return [[['warm', '  not in a git repository: undo works from the journal alone']]];
  const state =
    dirty.length === 0
      ? 'clean'
      : `${plural(dirty.length, 'file')} with changes of your own, which stay as they are: ${dirty.slice(0, 5).join(', ')}`;
  return wrap(`on ${branch ?? 'no branch'}, ${state}`, width, dirty.length === 0 ? 'plain' : 'warm', '  ');
}

/** Keys of the present context for the line at the bottom; those that can do nothing are in brackets. */
export function hintLine(state: State): Line {
  const context = contextOf(state);
  const shown = state.keys.filter(
    (binding) => binding.hint !== null && bindingOf(state.keys, context, binding.keys[0] ?? '') === binding,
  );
  const hints = shown.map(({ keys, hint, action }): Line => {
    const off = whyDisabled(state, action) !== null;
    const key = showKey(keys[0]!);
    return off
      ? [['faint', `(${key} ${hint}) `]]
      : [
          ['name', key],
          ['plain', ` ${hint}  `],
        ];
  });
  const isLast = (at: number): boolean => LAST.has(shown[at]!.action);
  let room = state.size.columns - widthOfAll(hints.filter((_, at) => isLast(at)));
  // Whole hints only, and the way out and the way to all others always.
  const kept = hints.filter((hint, at) => {
    if (isLast(at)) return true;
    room -= widthOfAll([hint]);
    return room >= 0;
  });
  return kept.flat();
}

const LAST: ReadonlySet<string> = new Set(['help', 'quit', 'close']);

const widthOfAll = (hints: readonly Line[]): number => hints.reduce((sum, hint) => sum + columns(textOfLine(hint)), 0);
