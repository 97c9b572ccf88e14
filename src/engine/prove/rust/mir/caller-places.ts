import type { View } from '../../../../workspace/view.ts';
import { ofDifferingFiles } from './differing-files.ts';

const CALLER = /\bpanic::Location(?:(?:::)?<[^>]*>)?::caller\b/;
const PANIC_PLACE = /\bpanic::Panic(?:Hook)?Info(?:(?:::)?<[^>]*>)?::location\b/;
const TRACKED = /#\[\s*track_caller\s*\](?:\s|#\[[^\]]*\]|\/\/[^\n]*)*(?:[\w():]+\s+)*?fn\s+(?:r#)?(\w+)/g;
const FUNCTION = /\bfn\s+(?:r#)?(\w+)/g;

/**
 * Why the package can tell in which file code stands that is in another one now: a function that asks for its caller's place is called from there,
 * or what handles a panic asks for the panic's. Null where it cannot. MIR shows no places, so functions are told apart by their names alone.
 */
export function readsMovedCallers(bodies: Iterable<string>, before: View, after: View): string | null {
  const all = [...bodies].filter((body) => body.startsWith('fn '));
  const readers = all.filter((body) => CALLER.test(body));
  const panics = all.find((body) => PANIC_PLACE.test(body));
  if (readers.length === 0 && panics === undefined) return null;
  const fresh = ofDifferingFiles(after, before).filter((path) => !before.file(path));
  const moved = new Set(fresh.flatMap((path) => namesIn(after.text(path), FUNCTION)));
  if (moved.size === 0) return null;
  if (panics !== undefined)
    return `${nameOf(panics)} reads where a panic is, and code that may panic is in another file now`;
  const tracked = new Set(
    after.files
      .filter(({ grammar }) => grammar === 'rust')
      .flatMap(({ path }) => (after.text(path).includes('track_caller') ? namesIn(after.text(path), TRACKED) : [])),
  );
  const names = withTracked(all, new Set(readers.map(nameOf)), tracked);
  const caller = all.find(
    (body) => moved.has(nameOf(body)) && ((CALLER.test(body) && !tracked.has(nameOf(body))) || mentions(body, names)),
  );
  return caller === undefined
    ? null
    : `${nameOf(caller)} is a site that Location::caller() reports, and is in another file now`;
}

const namesIn = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, name]) => name!);

/** The readers, and every function that hands its own caller's place on to one. */
function withTracked(
  bodies: readonly string[],
  readers: ReadonlySet<string>,
  tracked: ReadonlySet<string>,
): Set<string> {
  const names = new Set(readers);
  let size = -1;
  while (size !== names.size) {
    size = names.size;
    for (const body of bodies) if (tracked.has(nameOf(body)) && mentions(body, names)) names.add(nameOf(body));
  }
  return names;
}

function mentions(body: string, names: ReadonlySet<string>): boolean {
  const code = body.slice(body.indexOf('\n') + 1);
  for (const [, name] of code.matchAll(/(?:^|[\s:(])(\w+)(?=\(|::<|<| as |\))/gm)) if (names.has(name!)) return true;
  return false;
}

/** `fn m::Foo<T>::get::{closure#0}(_1: …` is `get`: a closure belongs to the function around it. */
function nameOf(body: string): string {
  const header = body.slice('fn '.length, body.indexOf('\n') === -1 ? body.length : body.indexOf('\n'));
  const path = header.replace(/\((?:_1: |\)).*$/, '').replace(/::\{[^}]*\}/g, '');
  return /(\w+)$/.exec(path)?.[1] ?? path;
}
