/** `keys` between blanks; `hint` null keeps it out of the line at the bottom. */
type Row = readonly [keys: string, action: string, hint: string | null, about: string];

/** Every key of the screen, once: hints, help, documentation, the configuration and the dispatcher are made of this. */
const ROWS = {
  hotspots: [
    ['p', 'plan', 'plan', 'Propose modules for the marked files, else for the one under the cursor'],
    ['space', 'mark', 'mark', 'Mark the file for a batch'],
    ['a', 'mark-all', null, 'Mark all files that are shown, or none'],
    ['s', 'sort', 'sort', 'Sort by the next number: score, lines, cognitive, functions, revisions, path'],
    ['m', 'group', 'by module', 'Group by module or by file'],
    ['l', 'language', 'language', 'Only Rust, only Python, only JavaScript, or all'],
    ['enter', 'open-main', null, 'Go into the file: its keys scroll the right pane'],
  ],
  plan: [
    ['A', 'apply', 'apply', 'Prove and write this plan; a screen says first what that will do'],
    ['B', 'apply-all', null, 'Prove and write all plans that are open, in one go'],
    ['space', 'mark', 'mark', 'Mark the unit, or all units of the module'],
    ['v', 'range', 'range', 'Begin or end a range of units'],
    ['a', 'mark-all', null, 'Mark all units that are shown, or none: with a filter, those that fit it'],
    ['m', 'move', 'move', 'Move the chosen units to another module'],
    ['n', 'new-module', 'new', 'Move the chosen units to a new module'],
    ['x', 'keep', 'keep', 'Keep the chosen units in the facade'],
    ['r', 'rename', 'rename', 'Rename the module under the cursor'],
    ['M', 'merge', null, 'Merge the module under the cursor into another one'],
    ['D', 'divide', null, 'Divide the module under the cursor by subject'],
    ['u', 'undo-edit', 'undo edit', 'Undo the last edit of the plan'],
    ['U', 'redo-edit', null, 'Redo the last undone edit'],
    ['left h', 'fold', null, 'Fold the module: its units are hidden'],
    ['right l', 'unfold', null, 'Unfold the module'],
    ['t ]', 'next-tab', 'tab', 'Show the next of preview, diff, references, reasons'],
    ['T [', 'previous-tab', null, 'Show the one before'],
    ['L', 'limit', null, 'Plan again with another limit of lines'],
    ['b', 'break-cycles', null, 'Plan again with import cycles broken inside of functions, or not; only Python'],
    ['w', 'save', null, 'Save the plan to a file'],
    ['o', 'load', null, 'Load a plan of this file'],
    ['}', 'next-plan', null, 'Go to the next open plan'],
    ['{', 'previous-plan', null, 'Go to the open plan before'],
    ['C', 'close-plan', null, 'Close this plan; what was not saved is lost'],
    ['enter', 'open-main', null, 'Go into the preview: its keys scroll the right pane'],
  ],
  checks: [
    ['f', 'fix', 'fix', 'Fix the finding; a screen says first what that will write'],
    ['F', 'fix-all', null, 'Fix all findings that can be fixed; a screen says first what that will write'],
    ['p', 'mend', 'plan', 'Propose modules for the file of the finding'],
    ['enter', 'open-main', null, 'Go into the finding: its keys scroll the right pane'],
  ],
  history: [['enter', 'open-main', null, 'Go into the receipt: its keys scroll the right pane']],
  any: [
    ['1', 'go-hotspots', null, 'Go to the hotspots'],
    ['2', 'go-plan', null, 'Go to the plan'],
    ['3', 'go-checks', null, 'Go to the checks'],
    ['4', 'go-history', null, 'Go to the history'],
    ['j down', 'down', null, 'One row down'],
    ['k up', 'up', null, 'One row up'],
    ['ctrl+d pagedown', 'page-down', null, 'One page down'],
    ['ctrl+u pageup', 'page-up', null, 'One page up'],
    ['g home', 'to-top', null, 'To the first row'],
    ['G end', 'to-bottom', null, 'To the last row'],
    ['J', 'main-down', null, 'Scroll the right pane down'],
    ['K', 'main-up', null, 'Scroll the right pane up'],
    ['tab', 'focus', null, 'Go to the other pane'],
    ['+', 'zoom', null, 'Give the whole screen to the pane in focus'],
    ['_ -', 'unzoom', null, 'Show both panes'],
    ['/', 'filter', 'filter', 'Filter the list; words in any order'],
    ['e', 'edit', 'edit', 'Open $EDITOR at the line'],
    ['y', 'copy', 'copy cmd', 'Copy the command that does the same without a screen'],
    ['z', 'undo', null, 'Undo the last apply; a screen asks first'],
    ['Z', 'redo', null, 'Bring back the apply that was undone last; a screen asks first'],
    ['R', 'rescan', null, 'Read the workspace again'],
    ['@', 'log', null, 'Show the commands that were run'],
    ['?', 'help', 'keys', 'All keys; / searches them'],
    ['escape', 'back', null, 'Peel one layer: range, marks, filter, zoom, view'],
    ['q', 'quit', 'quit', 'Quit; asks if plans would be lost'],
    ['ctrl+c', 'quit-now', null, 'Quit at once'],
    ['ctrl+z', 'suspend', null, 'Suspend; `fg` comes back'],
  ],
  filter: [
    ['enter', 'accept', 'keep', 'Keep the filter and go back to the list'],
    ['escape', 'clear-filter', 'clear', 'Drop the filter'],
    ['backspace', 'erase', null, 'Erase one character'],
    ['ctrl+u', 'erase-all', null, 'Erase all'],
    ['down', 'down', null, 'One row down'],
    ['up', 'up', null, 'One row up'],
    ['ctrl+c', 'quit-now', null, 'Quit at once'],
  ],
  prompt: [
    ['enter', 'accept', 'ok', 'Take what was typed'],
    ['escape', 'close', 'cancel', 'Change nothing'],
    ['backspace', 'erase', null, 'Erase one character'],
    ['ctrl+u', 'erase-all', null, 'Erase all'],
    ['ctrl+c', 'quit-now', null, 'Quit at once'],
  ],
  picker: [
    ['enter', 'accept', 'choose', 'Take the one under the cursor'],
    ['escape', 'close', 'cancel', 'Change nothing'],
    ['down ctrl+n', 'down', 'down', 'One down'],
    ['up ctrl+p', 'up', 'up', 'One up'],
    ['backspace', 'erase', null, 'Erase one character'],
    ['ctrl+u', 'erase-all', null, 'Erase all'],
    ['ctrl+c', 'quit-now', null, 'Quit at once'],
  ],
  apply: [
    ['enter escape q', 'close', 'CANCEL', 'Write nothing'],
    ['W', 'write', 'write it', 'Prove it, and write it if everything asked for is proven'],
    ['b', 'rung-b', 'B', 'Ask for the build, or not'],
    ['a', 'rung-a', 'A', 'Ask for an equal public API, or not'],
    ['m', 'rung-m', 'M', 'Ask for equal meaning, or not'],
    ['t', 'rung-t', 'T', "Ask for the project's tests, or not"],
    ['c', 'flag-commit', 'commit', 'Also commit it, with the receipt as the message, or not'],
    ['n', 'flag-notes', null, 'Also update the module maps in Markdown files, or not'],
    ['i', 'flag-in-place', null, 'Prove it in the tree itself instead of a staging copy, or not'],
    ['j down', 'down', null, 'Scroll down'],
    ['k up', 'up', null, 'Scroll up'],
    ['y', 'copy', 'copy cmd', 'Copy the command that does the same'],
    ['ctrl+c', 'quit-now', null, 'Quit at once'],
  ],
  mend: [
    ['enter escape q', 'close', 'CANCEL', 'Write nothing'],
    ['W', 'write', 'write it', 'Write it; the findings are looked for again'],
    ['j down', 'down', null, 'Scroll down'],
    ['k up', 'up', null, 'Scroll up'],
    ['y', 'copy', 'copy cmd', 'Copy the command that fixes all of this check'],
    ['ctrl+c', 'quit-now', null, 'Quit at once'],
  ],
  run: [
    ['o', 'output', 'output', "Show or hide the programs' output"],
    ['c', 'cancel', 'cancel', 'Stop; the tree stays as it was'],
    ['C', 'commit', 'commit', 'Commit what was written, with the receipt as the message; a screen asks first'],
    ['y', 'copy-receipt', 'copy PR text', 'Copy the receipt as Markdown for a pull request, once it is written'],
    ['n', 'next-hotspot', 'next hotspot', 'Go to the next hotspot, once it has ended'],
    ['enter escape', 'close', 'close', 'Go back, once it has ended'],
    ['j down', 'down', null, 'Scroll down'],
    ['k up', 'up', null, 'Scroll up'],
    ['ctrl+c', 'quit-now', null, 'Stop, and quit'],
  ],
  undo: [
    ['enter escape q', 'close', 'CANCEL', 'Change nothing'],
    ['W', 'write', 'undo it', 'Bring the old bytes back'],
    ['ctrl+c', 'quit-now', null, 'Quit at once'],
  ],
  redo: [
    ['enter escape q', 'close', 'CANCEL', 'Change nothing'],
    ['W', 'write', 'redo it', 'Bring the new bytes back'],
    ['ctrl+c', 'quit-now', null, 'Quit at once'],
  ],
  commit: [
    ['enter escape q', 'close', 'CANCEL', 'Commit nothing, and go back to the run'],
    ['W', 'write', 'commit it', 'Make the commits that --commit would have made'],
    ['j down', 'down', null, 'Scroll down'],
    ['k up', 'up', null, 'Scroll up'],
    ['ctrl+c', 'quit-now', null, 'Quit at once'],
  ],
  quit: [
    ['enter escape', 'close', 'stay', 'Stay'],
    ['Q', 'quit-now', 'quit', 'Quit; plans that were not saved are lost'],
    ['ctrl+c', 'quit-now', null, 'Quit at once'],
  ],
  help: [
    ['escape q ?', 'close', 'close', 'Close the help'],
    ['/', 'filter', 'search', 'Search the keys'],
    ['j down', 'down', null, 'Scroll down'],
    ['k up', 'up', null, 'Scroll up'],
    ['ctrl+c', 'quit-now', null, 'Quit at once'],
  ],
  'help-filter': [
    ['enter', 'accept', 'keep', 'Keep the search'],
    ['escape', 'clear-filter', 'clear', 'Drop the search'],
    ['backspace', 'erase', null, 'Erase one character'],
    ['ctrl+u', 'erase-all', null, 'Erase all'],
    ['ctrl+c', 'quit-now', null, 'Quit at once'],
  ],
  log: [
    ['escape q @', 'close', 'close', 'Close the log'],
    ['j down', 'down', null, 'Scroll down'],
    ['k up', 'up', null, 'Scroll up'],
    ['ctrl+c', 'quit-now', null, 'Quit at once'],
  ],
  small: [
    ['q', 'quit', 'quit', 'Quit; asks if plans would be lost. No other key does anything there'],
    ['ctrl+c', 'quit-now', null, 'Quit at once'],
  ],
} as const satisfies Readonly<Record<string, readonly Row[]>>;

/** Where a key means something: a view, what lies over it, or any view. */
export type Context = keyof typeof ROWS;

/** What a key does; the screen has a command for each. */
export type Action = (typeof ROWS)[Context][number][1];

export interface Binding {
  readonly context: Context;
  readonly keys: readonly string[];
  readonly action: Action;
  /** One or two words for the line at the bottom; null keeps it out of there. */
  readonly hint: string | null;
  /** One sentence for `?` and the documentation. */
  readonly about: string;
}

export const CONTEXTS = Object.keys(ROWS) as Context[];

/** The keys as they are where no configuration says otherwise. */
export const DEFAULT_KEYS: readonly Binding[] = CONTEXTS.flatMap((context) =>
  (ROWS[context] as readonly Row[]).map(([keys, action, hint, about]) => ({
    context,
    keys: keys.split(' '),
    action: action as Action,
    hint,
    about,
  })),
);

/** Keys of these are looked up before those of `any`. */
export const VIEW_CONTEXTS: readonly Context[] = ['hotspots', 'plan', 'checks', 'history'];

/** Where a letter is text. */
export const TEXT_CONTEXTS: readonly Context[] = ['filter', 'prompt', 'picker', 'help-filter'];
