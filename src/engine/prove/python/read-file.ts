import { analyzeScopes } from '../../../languages/python/analyze-scopes.ts';
import { isInert } from '../../../languages/python/describe-statement.ts';
import { frameNamed, retellingLines } from '../../../languages/python/frame-named.ts';
import { isGuardedImport } from '../../../languages/python/guarded-import.ts';
import {
  type Binding,
  bindingsOf,
  globalWrites,
  moduleReads,
  type Read,
} from '../../../languages/python/module-accesses.ts';
import { moduleAnnotations } from '../../../languages/python/module-annotations.ts';
import { absoluteModule, type ModuleName, moduleName } from '../../../languages/python/module-name.ts';
import { type PythonImport, readImports } from '../../../languages/python/read-imports.ts';
import { checkedStatements, isTypeCheckingBlock } from '../../../languages/python/type-checking-block.ts';
import { childrenOf, fieldOf, kindOf, type Node, type Syntax, textOf } from '../../../languages/syntax.ts';
import { within } from '../../../languages/within.ts';
import type { View } from '../../../workspace/view.ts';

export type StatementKind = 'plain' | 'import' | 'future' | 'type-checking' | 'docstring' | 'guarded';

export interface Statement {
  /** Place among the statements of its file. */
  readonly index: number;
  readonly kind: StatementKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Its tokens, without comments, with blocks marked and relative imports made absolute: equal in two files if it means the same text. */
  readonly key: string;
  readonly binds: readonly string[];
  /** Names that its functions rebind by `global`. */
  readonly rebinds: readonly string[];
  /** Names that it takes away. */
  readonly deletes: readonly string[];
  readonly reads: readonly Read[];
  readonly imports: readonly PythonImport[];
  /** A string or `...` by itself. */
  readonly inert: boolean;
  /** What an `if TYPE_CHECKING:` holds beside imports, in order: each is copied to the files that need it. [] for all else. */
  readonly checked: readonly Checked[];
}

export interface Checked {
  readonly key: string;
  readonly binds: readonly string[];
}

export interface Annotated {
  readonly name: string;
  /** The annotation, its layout aside. */
  readonly type: string;
  /** What stands behind the `=`, or null. */
  readonly value: string | null;
  /** The statement that it stands in. */
  readonly index: number;
  /** It is a statement of its own. */
  readonly direct: boolean;
}

export interface PythonFile {
  readonly path: string;
  readonly name: ModuleName;
  readonly statements: readonly Statement[];
  readonly comments: readonly string[];
  readonly broken: boolean;
  /** Annotated names at the module's own level, in source order. */
  readonly annotations: readonly Annotated[];
  /** What takes the module's name from the frame: the statement that makes it, and what has to be said behind that; null if nothing can. */
  readonly frameNamed: readonly { readonly maker: number; readonly call: string; readonly retelling: string | null }[];
}

/** A Python file as a list of statements, from our own parser. */
export function readFile(view: View, path: string): PythonFile {
  const syntax = view.syntax(path);
  const name = moduleName(
    path,
    (other) => view.file(other) !== undefined,
    view.manifests.distributions.flatMap(({ importRoots }) => importRoots),
  );
  const tree = analyzeScopes(syntax);
  const reads = moduleReads(tree);
  const bindings = bindingsOf(tree.scopes[0]!);
  const writes = globalWrites(tree);
  const imports = readImports(syntax);
  const statements: Statement[] = [];
  for (const node of childrenOf(syntax, 0)) {
    if (kindOf(syntax, node) === 'comment') continue;
    const start = syntax.start[node]!;
    const end = syntax.end[node]!;
    const inRange = imports.filter((item) => item.start >= start && item.end <= end);
    const kind = kindOfStatement(syntax, node, inRange, statements.length === 0);
    statements.push({
      index: statements.length,
      kind,
      start,
      end,
      text: syntax.text.slice(start, end),
      key: keyOf(syntax, node, inRange, name),
      binds: [...new Set(within(bindings, start, end).map((one) => one.name))],
      rebinds: [...new Set(within(writes, start, end).map((one) => one.name))],
      deletes: [
        ...new Set(
          within(bindings, start, end)
            .filter((one) => one.kind === 'delete')
            .map((one) => one.name),
        ),
      ],
      reads: within(reads, start, end),
      imports: inRange,
      inert: isInert(syntax, node),
      checked: kind === 'type-checking' ? checkedIn(syntax, node, { bindings, imports: inRange, name }) : [],
    });
  }
  const named = frameNamed(syntax).map((one) => ({
    maker: statements.findIndex(({ start }) => start === syntax.start[one.statement]),
    call: syntax.text.slice(one.start, one.end).split(/[\r\n]/, 1)[0]!,
    retelling: one.object === null ? null : retellingLines(one).join('\n'),
  }));
  const broken = syntax.errors.length > 0;
  const annotations = annotationsOf(syntax, statements);
  return { path, name, statements, comments: commentsOf(syntax), broken, annotations, frameNamed: named };
}

interface Inside {
  readonly bindings: readonly Binding[];
  readonly imports: readonly PythonImport[];
  readonly name: ModuleName;
}

const checkedIn = (syntax: Syntax, node: Node, { bindings, imports, name }: Inside): Checked[] =>
  checkedStatements(syntax, node)
    .filter(({ isImport }) => !isImport)
    .map((inner) => ({
      key: keyOf(syntax, inner.node, imports, name),
      binds: [...new Set(within(bindings, syntax.start[inner.node]!, syntax.end[inner.node]!).map((one) => one.name))],
    }));

const annotationsOf = (syntax: Syntax, statements: readonly Statement[]): Annotated[] =>
  moduleAnnotations(syntax).map(({ name, at, type, direct }) => {
    const home = statements.find(({ start, end }) => start <= at && at < end)!;
    const behind = /^\s*=\s*(\S[\s\S]*)$/.exec(syntax.text.slice(type.end, home.end))?.[1];
    return {
      name,
      type: syntax.text.slice(type.start, type.end).replace(/\s+/g, ' '),
      value: direct ? (behind?.trim() ?? null) : null,
      index: home.index,
      direct,
    };
  });

function kindOfStatement(syntax: Syntax, node: Node, imports: readonly PythonImport[], first: boolean): StatementKind {
  const kind = kindOf(syntax, node);
  if (kind === 'future_import_statement') return 'future';
  if (kind === 'import_statement' || kind === 'import_from_statement') return 'import';
  if (first && kind === 'expression_statement' && /string$/.test(kindOf(syntax, node + 1))) return 'docstring';
  const text = textOf(syntax, node);
  if (kind === 'if_statement' && isTypeCheckingBlock(syntax, node)) return 'type-checking';
  if (kind === 'try_statement' && imports.length === 1 && isGuardedImport(text)) return 'guarded';
  return 'plain';
}

const OPEN = '\u0001';
const CLOSE = '\u0002';
/** Between two statements of a block: `return` and `f()` are not `return f()`. */
const NEXT = '\u0003';

function keyOf(syntax: Syntax, top: Node, imports: readonly PythonImport[], name: ModuleName): string {
  const dots = new Map(imports.flatMap((item) => (item.from ? [[item.from.start, item] as const] : [])));
  const tokens: string[] = [];
  const closing: number[] = [];
  for (let node = top; node < syntax.after[top]!; node++) {
    while (closing.length > 0 && closing[closing.length - 1]! <= node) {
      tokens.push(CLOSE);
      closing.pop();
    }
    const kind = kindOf(syntax, node);
    if (SILENT.test(kind)) continue;
    if (beginsStatement(syntax, node, kind)) tokens.push(NEXT);
    if (kind === 'block') {
      tokens.push(OPEN);
      closing.push(syntax.after[node]!);
      continue;
    }
    const module = fieldOf(syntax, node) === 'module_name' ? moduleNamed(syntax, node, dots, name) : null;
    if (module !== null) {
      tokens.push(`=${module}`);
      node = syntax.after[node]! - 1;
    } else if (isToken(syntax, node, kind)) {
      tokens.push(textOf(syntax, node));
      node = syntax.after[node]! - 1;
    }
  }
  return tokens.join('\u0000');
}

const SILENT = /^(comment|line_continuation)$/;

const beginsStatement = (syntax: Syntax, node: Node, kind: string): boolean =>
  kind !== ';' && kindOf(syntax, syntax.parent[node]!) === 'block';

const isToken = (syntax: Syntax, node: Node, kind: string): boolean =>
  syntax.after[node] === node + 1 || kind === 'string_content' || tellsItself(syntax, node, kind);

/** `f"{total = }"` prints what stands between its braces, blanks included. */
const tellsItself = (syntax: Syntax, node: Node, kind: string): boolean =>
  kind === 'interpolation' && textOf(syntax, node).includes('=');

/** `from m._part import x` in m and `from ._part import x` in its package ask for the same. */
function moduleNamed(syntax: Syntax, node: Node, dots: ReadonlyMap<number, PythonImport>, name: ModuleName): string {
  const item = kindOf(syntax, node) === 'relative_import' ? dots.get(syntax.start[node]!) : undefined;
  return (item && absoluteModule(item.level, item.module, name.package)) ?? textOf(syntax, node);
}

function commentsOf(syntax: Syntax): string[] {
  const found: string[] = [];
  for (let node = 1; node < syntax.size; node++)
    if (kindOf(syntax, node) === 'comment') found.push(textOf(syntax, node).trimEnd());
  return found;
}
