import type { RustcMessage } from './read-messages.ts';

/** ` at src/m.rs:12`, as rustc prints the place; '' for a message that has none. */
export function messagePlace({ rendered }: Pick<RustcMessage, 'rendered'>): string {
  const place = /^\s*-->\s*(\S.*?:\d+)(?::\d+)?\s*$/m.exec(rendered ?? '')?.[1];
  return place === undefined ? '' : ` at ${place}`;
}
