import { type Binding, type Context, TEXT_CONTEXTS, VIEW_CONTEXTS } from '../../config/screen/key-table.ts';

const indexes = new WeakMap<readonly Binding[], ReadonlyMap<string, Binding>>();

function indexOf(keys: readonly Binding[]): ReadonlyMap<string, Binding> {
  const known = indexes.get(keys);
  if (known) return known;
  const made = new Map(keys.flatMap((binding) => binding.keys.map((key) => [`${binding.context} ${key}`, binding])));
  indexes.set(keys, made);
  return made;
}

/** What a key means here; in a view, what it means everywhere where the view has no use of its own for it. */
export function bindingOf(keys: readonly Binding[], context: Context, key: string): Binding | null {
  const index = indexOf(keys);
  const everywhere = VIEW_CONTEXTS.includes(context) ? index.get(`any ${key}`) : undefined;
  return index.get(`${context} ${key}`) ?? everywhere ?? null;
}

const SHOWN: Readonly<Record<string, string>> = {
  space: '␣',
  escape: 'esc',
  enter: '⏎',
  left: '←',
  right: '→',
  up: '↑',
  down: '↓',
  pagedown: 'pgdn',
  pageup: 'pgup',
};

export const showKey = (key: string): string => SHOWN[key] ?? key.replace('ctrl+', '^');

/** Contexts where a letter is text. */
export const takesText = (context: Context): boolean => TEXT_CONTEXTS.includes(context);
