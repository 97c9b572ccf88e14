import type { Expression } from '../../contracts/python/expression.ts';
import { plainPath, type RegistrationKind } from '../registrations.ts';
import { attributeOf, type Call, hasArgument, hostOf, methodsOf, prefixOf, stringArgument } from './call-arguments.ts';
import { commandName } from './read-decorator.ts';
import { placeOf, type Standing } from './standing.ts';

/** A call that stands as a statement: it registers, mounts one registry in another, or hands one on. */
export function readCall(
  standing: Standing,
  call: Expression,
  place: { readonly line: number; readonly end: number },
): void {
  // `app.get("/x")(handler)` is a decorator written as a call.
  if (call.kind !== 'call') return;
  const attribute = attributeOf(call.callee);
  const { found, scope, branches } = standing;
  if (attribute !== null) {
    const { variable, name } = attribute;
    const on = placeOf(variable, scope);
    if (/^(?:include_router|register_blueprint|mount|add_typer)$/.test(name)) {
      readMount(standing, call, on);
      return;
    }
    for (const [kind, text] of registered(name, call))
      found.registrations.push({ kind, name: text, on, ...place, branches });
  }
  if (call.callee.kind !== 'name') return;
  const given = call.positional.map((one) => (one.kind === 'name' ? one.path.join('.') : null));
  if (given.some((one) => one !== null))
    found.passes.push({ callee: call.callee.path.join('.'), scope, arguments: given });
}

function readMount({ found, scope }: Standing, call: Call, on: ReturnType<typeof placeOf>): void {
  const [mounted] = call.positional.filter(({ kind }) => kind === 'name');
  if (mounted?.kind !== 'name') return;
  found.mounts.push({ on, mounted: placeOf(mounted.path.join('.'), scope), prefix: prefixOf(call) });
}

type Named = readonly [RegistrationKind, string];

function registered(name: string, call: Call): Named[] {
  if (name === 'add_tool') return named('tool', call, nameOf(call));
  if (name === 'add_command') return named('command', call, commandName(nameOf(call) ?? ''));
  if (name !== 'add_url_rule' && name !== 'add_api_route') return [];
  const path = stringArgument(call, name === 'add_url_rule' ? 'rule' : 'path', 0);
  if (path === null) return [];
  return (methodsOf(call, ['GET']) ?? []).map(
    (method): Named => ['route', `${method} ${plainPath(path)}${hostOf(call)}`],
  );
}

function named(kind: RegistrationKind, call: Call, own: string | null): Named[] {
  const name = hasArgument(call, 'name', 1) ? stringArgument(call, 'name', 1) : own;
  return name === null || name === '' ? [] : [[kind, name]];
}

/** The function that is handed in. */
const nameOf = ({ positional: [first] }: Call): string | null => (first?.kind === 'name' ? first.path.at(-1)! : null);
