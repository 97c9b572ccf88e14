import {
  type Action,
  type Binding,
  CONTEXTS,
  type Context,
  DEFAULT_KEYS,
  TEXT_CONTEXTS,
  VIEW_CONTEXTS,
} from './key-table.ts';

/** Keys by context and action, as the configuration gives them. */
export type GivenKeys = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

export interface KeyProblem {
  /** Below `screen.keys`. */
  readonly at: readonly string[];
  readonly why: string;
  readonly whatToDo: string;
}

const NAMED = 'space enter escape tab shift+tab backspace delete up down left right home end pageup pagedown'.split(
  ' ',
);
/** Terminals send these for enter, tab, backspace and escape. */
const ALIASES = ['ctrl+h', 'ctrl+i', 'ctrl+j', 'ctrl+m'];
/** Ways out: they may get other keys, but never none. */
const WAYS_OUT: readonly string[] = ['quit', 'close', 'help'];
/** What opens a screen that asks before it writes: the key that goes on must be another one. */
const OPENERS: Readonly<Record<string, readonly string[]>> = {
  apply: ['apply', 'apply-all'],
  mend: ['fix', 'fix-all'],
  undo: ['undo'],
  redo: ['redo'],
  commit: ['commit'],
};

/** The keys with what the configuration changes in them. */
export const keysWith = (given: GivenKeys): readonly Binding[] =>
  DEFAULT_KEYS.map((binding) =>
    isFixed(binding) ? binding : { ...binding, keys: given[binding.context]?.[binding.action] ?? binding.keys },
  );

/** `ctrl+c` always quits. */
const isFixed = ({ action }: Binding): boolean => action === 'quit-now';

/** The first thing that is wrong with them; null where the screen can be used by them. */
export function keyProblem(given: GivenKeys): KeyProblem | null {
  for (const [context, actions] of Object.entries(given)) {
    const known = CONTEXTS.find((one) => one === context);
    if (known === undefined)
      return { at: [context], why: `the screen has no context \`${context}\``, whatToDo: oneOf(CONTEXTS) };
    for (const [action, keys] of Object.entries(actions)) {
      const problem = actionProblem(known, action) ?? keysProblem(known, action, keys);
      if (problem) return { at: [context, action], ...problem };
    }
  }
  return doubled(given) ?? unsafe(given);
}

type Reason = Omit<KeyProblem, 'at'>;

const oneOf = (names: readonly string[]): string => `Use one of: ${names.join(', ')}.`;

function actionProblem(context: Context, action: string): Reason | null {
  if (action === 'quit-now')
    return { why: '`quit-now` always has ctrl+c', whatToDo: 'Leave it out, and give `quit` another key.' };
  const known = DEFAULT_KEYS.filter((binding) => binding.context === context && !isFixed(binding));
  return known.some((binding) => binding.action === action)
    ? null
    : {
        why: `\`${context}\` has no action \`${action}\``,
        whatToDo: oneOf(known.map((binding) => binding.action)),
      };
}

function keysProblem(context: Context, action: string, keys: readonly string[]): Reason | null {
  if (keys.length === 0 && WAYS_OUT.includes(action))
    return { why: `\`${action}\` would have no key`, whatToDo: 'Name at least one.' };
  const wrong = keys.find((key) => !isKey(key));
  if (wrong !== undefined)
    return {
      why: `\`${wrong}\` is no key that a terminal sends`,
      whatToDo: `Use one character, ctrl+ and a letter, or one of: ${NAMED.join(', ')}.`,
    };
  const text = TEXT_CONTEXTS.includes(context)
    ? keys.find((key) => [...key].length === 1 || key === 'space')
    : undefined;
  return text === undefined
    ? null
    : { why: `\`${text}\` is text in \`${context}\``, whatToDo: 'Use ctrl+ and a letter, or a named key.' };
}

const isKey = (key: string): boolean =>
  NAMED.includes(key) ||
  ([...key].length === 1 && /^[^\s\p{Cc}]$/u.test(key)) ||
  (/^ctrl\+[a-z]$/.test(key) && key !== 'ctrl+c' && !ALIASES.includes(key));

/** Where one key would have two meanings: in a context, or in a view and everywhere. */
function doubled(given: GivenKeys): KeyProblem | null {
  const bindings = keysWith(given);
  for (const { context, action, keys } of bindings) {
    const beside = bindings.filter(
      (other) =>
        other.action !== action &&
        (other.context === context || (context === 'any' && VIEW_CONTEXTS.includes(other.context))),
    );
    for (const key of keys) {
      const other = beside.find((one) => one.keys.includes(key));
      if (other === undefined) continue;
      const changed = given[context]?.[action] === undefined ? other : { context, action };
      return {
        at: [changed.context, changed.action],
        why: `\`${key}\` is \`${context}.${action}\` and \`${other.context}.${other.action}\``,
        whatToDo: 'Give one of the two another key.',
      };
    }
  }
  return null;
}

/** Nothing is written by the key that came there, pressed twice, or by the one that means Cancel. */
function unsafe(given: GivenKeys): KeyProblem | null {
  const bindings = keysWith(given);
  const keysOf = (actions: readonly string[]): string[] =>
    bindings.filter((one) => actions.includes(one.action)).flatMap(({ keys }) => [...keys]);
  for (const [context, openers] of Object.entries(OPENERS)) {
    const write = bindings.find((one) => one.context === context && one.action === ('write' satisfies Action));
    const twice = write?.keys.find((key) => key === 'enter' || keysOf(openers).includes(key));
    if (twice === undefined) continue;
    const opener = openers.find((action) => keysOf([action]).includes(twice)) ?? 'close';
    const at = given[context]?.write ? [context, 'write'] : changedAt(given, opener, [context, 'write']);
    return {
      at,
      why: `\`${twice}\` would write in \`${context}\`, and it is the key of \`${opener}\` too`,
      whatToDo: 'Use two keys: what writes is never a key pressed twice.',
    };
  }
  return null;
}

function changedAt(given: GivenKeys, action: string, otherwise: readonly string[]): readonly string[] {
  const found = Object.entries(given).find(([, actions]) => actions[action] !== undefined);
  return found ? [found[0], action] : otherwise;
}
