import { type Predicates, unitConditions } from '../../../../../analyzers/readings/rust/unit-conditions.ts';
import type { View } from '../../../../workspace/view.ts';
import { compositionOfView } from '../composition-of.ts';

/** What the `mod` lines above a file wait for, from its crate's root down; [] where nothing names the file. */
export function mountPredicates(view: View, path: string): Predicates {
  return predicatesAbove(view, path, new Set([path]));
}

function predicatesAbove(view: View, path: string, seen: ReadonlySet<string>): Predicates {
  const sites = compositionOfView(view).splices.filter(
    ({ kind, targets, path: by }) => MOUNTS.has(kind) && targets.includes(path) && !seen.has(by),
  );
  const ways = sites.map((site) => [
    ...predicatesAbove(view, site.path, new Set([...seen, site.path])),
    ...ofFile(view, site.path),
    ...site.cfg,
    ...(site.position === 'macro-body' ? byMacro(view, site.path, site.start) : []),
  ]);
  if (ways.length === 0 || ways.some((way) => way.length === 0)) return [];
  const [only, ...others] = ways;
  return others.length === 0 ? [...new Set(only)] : [`any(${ways.map((way) => `all(${way.join(', ')})`).join(', ')})`];
}

const MOUNTS: ReadonlySet<string> = new Set(['mod', 'path', 'include']);

/** `#![cfg(..)]` applies to every unit of a file alike. */
function ofFile(view: View, path: string): Predicates {
  const [first, ...others] = view.file(path)?.grammar === 'rust' ? unitConditions(view, path) : [];
  return first ? first.own.filter((predicate) => others.every(({ own }) => own.includes(predicate))) : [];
}

/** `cfg_fs! { mod fs; }`: what the macro writes in front of all that it is given. */
function byMacro(view: View, path: string, at: number): Predicates {
  const call = unitConditions(view, path).find(
    ({ unit }) => unit.kind === 'macro-call' && unit.start <= at && at < unit.end,
  );
  const written = (call?.parts ?? []).map((part) => part[part.length - 1]!);
  return written.length === 1 ? written : [];
}
