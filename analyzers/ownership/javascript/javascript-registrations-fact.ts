import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import { defineFact } from '../../../src/languages/fact.ts';
import {
  childByField,
  childByKind,
  kindOf,
  type Node,
  namedChildrenOf,
  type Syntax,
  textOf,
} from '../../../src/languages/syntax.ts';
import { type Draft, emptyDraft, type FileRegistrations, type RegistrationKind } from '../registrations.ts';
import { branchesOf } from './branches-of.ts';

/** The tools, prompts, resources and handlers that a JavaScript or TypeScript file registers with the SDK of MCP. */
export const javascriptRegistrations = defineFact<FileRegistrations, null>({
  id: 'javascript-registrations',
  version: 3,
  languages: ['javascript'],
  start: () => null,
  finish: (_state: null, syntax: Syntax) => read(syntax),
});

const KINDS: Readonly<Record<string, RegistrationKind>> = {
  registerTool: 'tool',
  tool: 'tool',
  registerPrompt: 'prompt',
  prompt: 'prompt',
  registerResource: 'resource',
  resource: 'resource',
  setRequestHandler: 'handler',
};

interface Reader {
  readonly syntax: Syntax;
  readonly found: Draft;
  readonly lineOf: (node: Node) => number;
  /** Names with a server's type. */
  readonly typed: ReadonlySet<string>;
  /** Constants at the top that are plain strings. */
  readonly constants: ReadonlyMap<string, string>;
}

function read(syntax: Syntax): FileRegistrations {
  const found = emptyDraft();
  if (
    !/\bnew\s+(?:Mcp)?Server\b|\bMcpServer\b|\.(?:registerTool|registerPrompt|registerResource|setRequestHandler)\s*\(|\bregister\w*\s*\(/.test(
      syntax.text,
    )
  )
    return found;
  const starts = lineStartsOf(syntax.text);
  const reader: Reader = {
    syntax,
    found,
    lineOf: (node) => lineAt(starts, syntax.start[node]!),
    typed: typedIn(syntax.text),
    constants: constantsIn(syntax),
  };
  for (let node = 1; node < syntax.size; node++) {
    const kind = kindOf(syntax, node);
    if (kind === 'call_expression') readCall(reader, node);
    else if (kind === 'variable_declarator') readDeclarator(reader, node);
    else if (kind === 'import_statement') readImport(reader, node);
    else if (/^(?:function_declaration|method_definition)$/.test(kind)) readFunction(reader, node);
  }
  return found;
}

/** Names of the functions around a node, outermost first. */
function scopeOf({ syntax }: Reader, node: Node): string {
  const names: string[] = [];
  for (let up = syntax.parent[node]!; up > 0; up = syntax.parent[up]!) {
    const name = /^(?:function_declaration|method_definition|class_declaration)$/.test(kindOf(syntax, up))
      ? textOf(syntax, childByField(syntax, up, 'name'))
      : nameOfArrow(syntax, up);
    if (name !== null) names.unshift(name);
  }
  return names.join('.');
}

/** `const register = (server) => { … }`. */
function nameOfArrow(syntax: Syntax, node: Node): string | null {
  if (!/^(?:arrow_function|function_expression|function)$/.test(kindOf(syntax, node))) return null;
  const holder = syntax.parent[node]!;
  return kindOf(syntax, holder) === 'variable_declarator' ? textOf(syntax, childByField(syntax, holder, 'name')) : null;
}

function readFunction(reader: Reader, node: Node): void {
  const { syntax, found } = reader;
  const parameters = childByField(syntax, node, 'parameters');
  if (parameters === -1) return;
  const outer = scopeOf(reader, node);
  const name = textOf(syntax, childByField(syntax, node, 'name'));
  found.functions.push({ scope: outer === '' ? name : `${outer}.${name}`, parameters: namesIn(syntax, parameters) });
}

const namesIn = (syntax: Syntax, parameters: Node): string[] =>
  namedChildrenOf(syntax, parameters).map((one) => /^[\w$]+/.exec(textOf(syntax, one))?.[0] ?? '');

function readDeclarator(reader: Reader, node: Node): void {
  const { syntax, found, lineOf } = reader;
  const value = childByField(syntax, node, 'value');
  if (value === -1) return;
  const variable = textOf(syntax, childByField(syntax, node, 'name'));
  const scope = scopeOf(reader, node);
  if (kindOf(syntax, value) === 'new_expression' && /^new\s+(?:\w+\.)?(?:Mcp)?Server\b/.test(textOf(syntax, value)))
    found.makers.push({ variable, scope, prefix: '', replaced: false, line: lineOf(node) });
  const parameters = childByField(syntax, value, 'parameters');
  if (nameOfArrow(syntax, value) !== null && parameters !== -1)
    found.functions.push({
      scope: scope === '' ? variable : `${scope}.${variable}`,
      parameters: namesIn(syntax, parameters),
    });
}

function readImport({ syntax, found }: Reader, node: Node): void {
  const source = childByField(syntax, node, 'source');
  const clause = childByKind(syntax, node, 'import_clause');
  if (source === -1 || clause === -1) return;
  const from = textOf(syntax, source).slice(1, -1);
  for (const [, name = '', alias] of textOf(syntax, clause).matchAll(/([\w$]+)(?:\s+as\s+([\w$]+))?/g))
    if (name !== 'type') found.imports.push({ local: alias ?? name, from, name });
}

const STRING = /^(?:"([^"\\]*)"|'([^'\\]*)'|`([^`\\$]*)`)$/;

/** Short names of methods are also those of other libraries: only what is called a server, or made as one, registers by them. */
const isServer = ({ found, typed }: Reader, variable: string): boolean => {
  const last = variable.split('.').at(-1)!;
  return (
    /(?:^|[a-z_$])server$/i.test(last) ||
    /^mcp/i.test(last) ||
    typed.has(last) ||
    found.makers.some((maker) => maker.variable === variable || maker.variable === last)
  );
};

/** Names that are declared with a server's type: `(app: McpServer)`. */
const typedIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/([\w$]+)\??\s*:\s*(?:[\w$]+\.)?McpServer\b/g)].map((match) => match[1]!));

/** `const NAME = "search"`, where nothing else in the file is called so. */
function constantsIn(syntax: Syntax): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', , text = ''] of syntax.text.matchAll(
    /^(?:export\s+)?const\s+([\w$]+)(?:\s*:\s*string)?\s*=\s*(["'])([^"'\\\n]*)\2\s*(?:as\s+const\s*)?;?\s*$/gm,
  )) {
    const declared = [
      ...syntax.text.matchAll(
        new RegExp(`\\b(?:const|let|var|function|class)\\s+${name.replaceAll('$', '\\$')}\\b`, 'g'),
      ),
    ];
    if (declared.length === 1) found.set(name, text);
  }
  return found;
}

/** A call that may hand a server on. */
function readPass({ found }: Reader, callee: string, scope: string, given: readonly string[]): void {
  const names = given.map((one) => (/^[\w$]+$/.test(one) ? one : null));
  if (/^[\w$.]+$/.test(callee) && names.some((one) => one !== null))
    found.passes.push({ callee, scope, arguments: names });
}

/** What a handler is for is a schema's name; all else is named by a string. */
function nameOf({ constants }: Reader, kind: RegistrationKind, first: string): string | undefined {
  const text = STRING.exec(first)
    ?.slice(1)
    .find((one) => one !== undefined);
  return kind === 'handler' && /^[\w$.]+$/.test(first) ? first : (text ?? constants.get(first));
}

function readCall(reader: Reader, node: Node): void {
  const { syntax, found, lineOf } = reader;
  const callee = childByField(syntax, node, 'function');
  const list = childByField(syntax, node, 'arguments');
  if (callee === -1 || list === -1) return;
  const given = namedChildrenOf(syntax, list).map((one) => textOf(syntax, one));
  const [, variable = '', method = ''] = /^([\w$.]+)\.(\w+)$/.exec(textOf(syntax, callee)) ?? [];
  const kind = Object.hasOwn(KINDS, method) ? KINDS[method] : undefined;
  const scope = scopeOf(reader, node);
  if (kind === undefined) {
    readPass(reader, textOf(syntax, callee), scope, given);
    return;
  }
  if (/^(?:tool|prompt|resource)$/.test(method) && !isServer(reader, variable)) return;
  const name = nameOf(reader, kind, given[0] ?? '');
  if (name === undefined) return;
  const on = variable.startsWith('this.') ? { variable, scope: scope.split('.')[0]! } : { variable, scope };
  found.registrations.push({
    kind,
    name,
    on,
    line: lineOf(node),
    end: syntax.end[node]!,
    branches: branchesOf(syntax, node),
  });
}
