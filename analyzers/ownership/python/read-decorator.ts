import type { Expression } from '../../contracts/python/expression.ts';
import { plainPath, type RegistrationKind } from '../registrations.ts';
import { attributeOf, type Call, hasArgument, hostOf, methodsOf, stringArgument } from './call-arguments.ts';
import { placeOf, type Standing } from './standing.ts';

interface Decorated {
  readonly name: string;
  readonly line: number;
  /** Offset where the decorator ends. */
  readonly end: number;
}

const HANDLERS =
  /^(?:list_tools|call_tool|list_resources|list_resource_templates|read_resource|list_prompts|get_prompt|set_logging_level|subscribe_resource|unsubscribe_resource|completion|progress_notification)$/;
const METHODS = /^(?:get|post|put|delete|patch|head|options|trace|websocket)$/;

/** What a decorator registers the function below it as. */
export function readDecorator(standing: Standing, decorator: Expression, decorated: Decorated): void {
  const call: Call =
    decorator.kind === 'call' ? decorator : { kind: 'call', callee: decorator, positional: [], keywords: new Map() };
  const attribute = attributeOf(call.callee);
  if (attribute === null || /^(?:click|typer)$/.test(attribute.variable)) {
    readGroup(standing, call, decorated);
    return;
  }
  const { variable, name } = attribute;
  const isCalled = decorator.kind === 'call';
  for (const [kind, text] of registered(name, call, decorated.name, isCalled))
    standing.found.registrations.push({
      kind,
      name: text,
      on: placeOf(variable, standing.scope),
      line: decorated.line,
      end: decorated.end,
      branches: standing.branches,
    });
  if (name === 'group') addMaker(standing, decorated);
}

/** A function below `@click.group()` is what commands are registered on. */
function readGroup(standing: Standing, { callee }: Call, decorated: Decorated): void {
  if (callee.kind === 'name' && callee.path.at(-1) === 'group') addMaker(standing, decorated);
}

const addMaker = ({ found, scope }: Standing, { name, line }: Decorated): void => {
  found.makers.push({ variable: name, scope, prefix: '', replaced: false, line });
};

type Named = readonly [RegistrationKind, string];

function registered(name: string, call: Call, own: string, isCalled: boolean): Named[] {
  if (name === 'tool' || name === 'prompt') return named(name, call, own);
  if (name === 'command' || name === 'group') return named('command', call, commandName(own));
  if (!isCalled) return [];
  if (name === 'resource') return fromString('resource', stringArgument(call, 'uri', 0));
  if (HANDLERS.test(name)) return [['handler', name]];
  return routes(name, call);
}

const fromString = (kind: RegistrationKind, text: string | null): Named[] => (text === null ? [] : [[kind, text]]);

/** By `name`, the first argument, or the function's own name; nothing where a name is given that is not written out. */
function named(kind: RegistrationKind, call: Call, own: string | null): Named[] {
  if (hasArgument(call, 'name', 0)) return fromString(kind, stringArgument(call, 'name', 0));
  return fromString(kind, own);
}

/** click writes `-` for `_`; since 8.2 it also drops what says nothing (`_cmd`, `_command`, `_group`, `_grp`): then the version decides. */
export const commandName = (own: string): string | null =>
  /_(?:cmd|command|group|grp)$/.test(own) ? null : own.toLowerCase().replaceAll('_', '-');

function routes(name: string, call: Call): Named[] {
  const path = stringArgument(call, 'path', 0) ?? stringArgument(call, 'rule');
  if (path === null || !/^(?:\/|$)/.test(path)) return [];
  if (METHODS.test(name)) return [['route', `${name.toUpperCase()} ${plainPath(path)}${hostOf(call)}`]];
  if (name !== 'route' && name !== 'api_route') return [];
  return (methodsOf(call, ['GET']) ?? []).map(
    (method): Named => ['route', `${method} ${plainPath(path)}${hostOf(call)}`],
  );
}
