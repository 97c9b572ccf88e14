import { lineAt, lineStartsOf } from '../../src/core/lines.ts';
import {
  childByField,
  childrenOf,
  fieldOf,
  isNamed,
  kindOf,
  type Node,
  type Syntax,
  textOf,
} from '../../src/languages/syntax.ts';
import type { ClientCall, ClientCode, ClientFunction } from './client-code.ts';
import type { ClientLanguage } from './client-language.ts';

export interface ClientFile extends ClientCode {
  readonly path: string;
  readonly language: ClientLanguage;
  readonly text: string;
  readonly functions: readonly ClientFunction[];
  readonly calls: readonly ClientCall[];
  /** Lines of code that the grammar, or the reader, does not understand. */
  readonly unread: readonly { readonly line: number; readonly why: string }[];
}

const FUNCTIONS = new Set(['function_item', 'function_definition']);
const CALLS = new Set(['call_expression', 'call']);
const AWAITS = new Set(['await_expression', 'await']);
const LOOPS = new Set(['while_expression', 'loop_expression', 'for_expression', 'while_statement', 'for_statement']);
const COMMENTS = new Set(['line_comment', 'block_comment', 'comment']);
/** What may stand between a call and the statement that drops its value. */
const PASSED_ON = new Set([...AWAITS, 'try_expression', 'parenthesized_expression']);

/** Reads one file of a client: its functions and calls, in source order. */
export function readClientFile(path: string, syntax: Syntax, language: ClientLanguage): ClientFile {
  const lines = lineStartsOf(syntax.text);
  const lineOf = (offset: number): number => lineAt(lines, offset);
  const code = withoutComments(syntax);
  const functions: ClientFunction[] = [];
  const owner = new Map<Node, ClientFunction>();
  for (let node = 0; node < syntax.size; node += 1) {
    if (!FUNCTIONS.has(kindOf(syntax, node))) continue;
    const made = readFunction(path, syntax, node, code);
    if (made === null) continue;
    functions.push(made);
    owner.set(node, made);
  }
  const calls: ClientCall[] = [];
  for (let node = 0; node < syntax.size; node += 1) {
    const kind = kindOf(syntax, node);
    const call = CALLS.has(kind)
      ? readCall(syntax, node, owner, code)
      : AWAITS.has(kind)
        ? readAwait(syntax, node, owner)
        : null;
    if (call !== null) calls.push(call);
  }
  const unread = [
    ...syntax.errors.map((node) => ({ line: lineOf(syntax.start[node]!), why: 'syntax that is not understood' })),
    ...macrosThatWait(syntax, code).map((start) => ({ line: lineOf(start), why: 'a macro that waits' })),
  ];
  return { path, language, text: syntax.text, code, functions, calls, unread, lineOf };
}

function withoutComments(syntax: Syntax): string {
  let code = syntax.text;
  for (let node = 0; node < syntax.size; node += 1) {
    if (!COMMENTS.has(kindOf(syntax, node))) continue;
    const [start, end] = [syntax.start[node]!, syntax.end[node]!];
    code = code.slice(0, start) + code.slice(start, end).replace(/[^\n]/g, ' ') + code.slice(end);
  }
  return code;
}

function readFunction(path: string, syntax: Syntax, node: Node, code: string): ClientFunction | null {
  const name = childByField(syntax, node, 'name');
  const body = childByField(syntax, node, 'body');
  const parameters = childByField(syntax, node, 'parameters');
  if (name === -1 || body === -1 || parameters === -1) return null;
  const [start, end] = [syntax.start[node]!, syntax.end[node]!];
  return {
    name: textOf(syntax, name),
    start,
    end,
    body: syntax.start[body]!,
    parameters: childrenOf(syntax, parameters)
      .filter((child) => isNamed(syntax, child))
      .flatMap((child) => readParameter(syntax, child)),
    isTest: isTestPath(path) || isInTests(syntax, node),
    code: code.slice(syntax.start[body]!, syntax.end[body]!),
  };
}

function readParameter(syntax: Syntax, node: Node): { name: string; start: number }[] {
  const kind = kindOf(syntax, node);
  const start = syntax.start[node]!;
  if (kind === 'identifier')
    return [{ name: textOf(syntax, node), start }].filter(({ name }) => !/^(self|cls)$/.test(name));
  const named = ['pattern', 'name'].map((field) => childByField(syntax, node, field)).find((one) => one !== -1);
  const first = named ?? (kind === 'typed_parameter' ? node + 1 : -1);
  if (first === -1 || !/^(?:identifier|mut_pattern)$/.test(kindOf(syntax, first))) return [];
  return [{ name: textOf(syntax, first).replace(/^mut\s+/, ''), start }];
}

/** Files that hold nothing but tests, as cargo and pytest find them. */
export const isTestPath = (path: string): boolean =>
  /(?:^|\/)(?:tests?\/|test_[^/]*\.py$|[^/]*_test\.py$|conftest\.py$|tests?\.rs$)/.test(path);

function isInTests(syntax: Syntax, node: Node): boolean {
  for (let at = node; at !== -1; at = syntax.parent[at]!) {
    const kind = kindOf(syntax, at);
    if (kind !== 'mod_item' && kind !== 'function_item') continue;
    const before = syntax.text.slice(Math.max(0, syntax.start[at]! - 200), syntax.start[at]!);
    if (/#\[(?:cfg\(test\)|(?:\w+::)?test(?:\([^\]]*\))?)\]\s*(?:#\[[^\]]*\]\s*)*(?:pub\s+|async\s+)*$/.test(before))
      return true;
  }
  return false;
}

type Owners = ReadonlyMap<Node, ClientFunction>;

function readCall(syntax: Syntax, node: Node, owner: Owners, code: string): ClientCall {
  const callee = childByField(syntax, node, 'function');
  const args = childByField(syntax, node, 'arguments');
  const text = callee === -1 ? '' : code.slice(syntax.start[callee]!, syntax.end[callee]!);
  return {
    name: lastName(text),
    callee: text,
    args: args === -1 ? '' : code.slice(syntax.start[args]! + 1, syntax.end[args]! - 1).trim(),
    start: syntax.start[node]!,
    end: syntax.end[node]!,
    isAwaited: AWAITS.has(kindOf(syntax, syntax.parent[node]!)),
    isMethod: /\.\s*\w+\s*$/.test(text),
    isDropped: isDropped(syntax, node),
    ...surroundingsOf(syntax, node, owner),
  };
}

/** `rx.await` and `await future`, where the name is bound to the answer of another task in that function. */
function readAwait(syntax: Syntax, node: Node, owner: Owners): ClientCall | null {
  const operand = childrenOf(syntax, node).find((child) => isNamed(syntax, child));
  if (operand === undefined || kindOf(syntax, operand) !== 'identifier') return null;
  const callee = textOf(syntax, operand);
  const around = surroundingsOf(syntax, node, owner);
  const bound = new RegExp(
    `,\\s*(?:mut\\s+)?${callee}\\s*\\)\\s*=[^;\\n]*\\boneshot::channel|\\b${callee}\\b[^\\n=]*=[^\\n]*(?:create_future|Future)\\(`,
  );
  if (!bound.test(around.within?.code ?? '')) return null;
  const [start, end] = [syntax.start[node]!, syntax.end[node]!];
  return { name: AWAITED, callee, args: '', start, end, isAwaited: true, isMethod: true, isDropped: false, ...around };
}

/** The name of a wait for what another task hands over: no function can have it. */
export const AWAITED = 'the answer';

function surroundingsOf(syntax: Syntax, node: Node, owner: Owners): Pick<ClientCall, 'around' | 'inLoop' | 'within'> {
  const around: string[] = [];
  let inLoop = false;
  for (let at = node, up = syntax.parent[node]!; up !== -1; at = up, up = syntax.parent[up]!) {
    const kind = kindOf(syntax, up);
    if (LOOPS.has(kind)) inLoop = true;
    if (CALLS.has(kind) && fieldOf(syntax, at) === 'arguments') around.push(nameIn(syntax, up));
    if (kind === 'with_statement') around.push(headerOf(syntax, up));
    const within = owner.get(up);
    if (within !== undefined) return { around, inLoop, within };
  }
  return { around, inLoop, within: null };
}

const lastName = (callee: string): string => /(\w+)\s*(?:::<[^>]*>)?\s*$/.exec(callee)?.[1] ?? '';

function nameIn(syntax: Syntax, call: Node): string {
  const callee = childByField(syntax, call, 'function');
  return callee === -1 ? '' : lastName(textOf(syntax, callee));
}

function headerOf(syntax: Syntax, node: Node): string {
  const body = childByField(syntax, node, 'body');
  return syntax.text.slice(syntax.start[node]!, body === -1 ? syntax.end[node]! : syntax.start[body]!);
}

/** `child.wait().await?;`, `let _ = child.wait();`, `child.wait().ok();` */
function isDropped(syntax: Syntax, node: Node): boolean {
  let at = syntax.parent[node]!;
  while (at !== -1 && (PASSED_ON.has(kindOf(syntax, at)) || isOk(syntax, at))) at = syntax.parent[at]!;
  if (at === -1) return false;
  if (kindOf(syntax, at) === 'expression_statement') return true;
  return kindOf(syntax, at) === 'let_declaration' && /^let\s+_\s*=/.test(textOf(syntax, at));
}

const isOk = (syntax: Syntax, node: Node): boolean =>
  (kindOf(syntax, node) === 'field_expression' && /\.\s*ok$/.test(textOf(syntax, node))) ||
  (kindOf(syntax, node) === 'call_expression' && /\.\s*ok\(\)$/.test(textOf(syntax, node)));

/** Rust: what waits inside of a macro is no expression for the grammar. Those that hold their own limit are fine. */
function macrosThatWait(syntax: Syntax, code: string): number[] {
  const found: number[] = [];
  for (let node = 0; node < syntax.size; node += 1) {
    if (kindOf(syntax, node) !== 'macro_invocation') continue;
    const text = code.slice(syntax.start[node]!, syntax.end[node]!);
    if (
      /\.(?:call_tool|list_tools|read_line|next_line|send_request)\s*\(/.test(text) &&
      !/\b(?:sleep|timeout)\w*\s*\(/.test(text)
    )
      found.push(syntax.start[node]!);
  }
  return found;
}
