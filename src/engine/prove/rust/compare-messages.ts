import { moduleFold } from './mir/normal-paths.ts';
import type { CompilerMessage, RustcSpan } from './read-messages.ts';

/** The messages of a tool about one state. */
export interface Said {
  readonly messages: readonly CompilerMessage[];
  /** Reads over the modules that only this state has: `a::part::f` is `a::f`. */
  readonly fold: (text: string) => string;
}

/**
 * A fold for the messages of tools about a state.
 * @param modules those that only this state has, as `a::b`
 * @param crate the name of the package's library
 */
export function messageFold(modules: readonly string[], crate: string | null): (text: string) => string {
  const fold = moduleFold(modules, crate);
  return (text) => fold(text.replace(/(?<![\w#:])crate::/g, ''));
}

/**
 * What a message says, without where: two equal keys are the same complaint. Dead code is named item by item, because rustc gathers
 * the methods of one `impl` block into one message and a divided block gives two.
 */
function messageKeys({ target, message }: CompilerMessage, fold: Said['fold']): string[] {
  const code = message.code?.code ?? '';
  const level = message.level.startsWith('error') ? 'error' : message.level;
  const head = `${target}: ${level}${code === '' ? '' : `[${code}]`}`;
  if (code === 'dead_code') {
    const names = message.spans.filter((span) => span.is_primary).map(spanText);
    if (names.length > 0 && names.every((name) => name !== ''))
      return names.map((name) => `${head}: \`${name}\` is never used`);
  }
  return [`${head}: ${fold(message.message.replace(/\s+/g, ' '))}`];
}

const spanText = (span: RustcSpan): string =>
  span.text
    .map(({ text, highlight_start, highlight_end }) => text.slice(highlight_start - 1, highlight_end - 1))
    .join(' ');

/** The messages of `after` that `before` does not have, by their number too: a second equal warning is new. */
export function newMessages(before: Said, after: Said): { readonly key: string; readonly message: CompilerMessage }[] {
  const left = new Map<string, number>();
  for (const message of before.messages)
    for (const key of messageKeys(message, before.fold)) left.set(key, (left.get(key) ?? 0) + 1);
  const fresh: { key: string; message: CompilerMessage }[] = [];
  for (const message of after.messages) {
    const keysAfter = messageKeys(message, (text) => text);
    for (const [i, key] of messageKeys(message, after.fold).entries()) {
      const count = left.get(key) ?? 0;
      if (count === 0) fresh.push({ key: keysAfter[i]!, message });
      else left.set(key, count - 1);
    }
  }
  return fresh;
}
