import type { MacroDefinition, MacroDefinitions } from '../../../../../analyzers/readings/rust/macro-definitions.ts';
import { type TokenCall, tokenCalls } from '../../../../../analyzers/readings/rust/token-calls.ts';
import { type Glue, gluesIn, mayBeGlued } from '../../../../languages/rust/glued-names.ts';
import { tokenBefore, tokenBehind } from '../../../../languages/rust/macro-tokens.ts';
import { kindOf, type Node, type Syntax, textOf } from '../../../../languages/syntax.ts';
import { definitionSpans } from './definition-spans.ts';

/** Where a file names something by parts that a macro glues, itself or through the body of a macro that it calls. */
export interface GluedPlace {
  readonly glue: Glue;
  /** The text that has it. */
  readonly syntax: Syntax;
  /** The place in the file: of the glued name, or of the call. */
  readonly node: Node;
  /** The macro whose body has it. */
  readonly through: string | null;
  /** `.name` and `Type::name`; `other` is a name of its own, or one behind `self`, `super` and `crate`. */
  readonly position: 'member' | 'other';
  readonly mayBe: (name: string) => boolean;
}

/** The glued names of a file outside of its macro definitions, and those of the macros that it calls there. */
export function gluedPlaces(syntax: Syntax, definitions: MacroDefinitions): GluedPlace[] {
  const inDefinitions = definitionSpans(syntax);
  const isApart = (node: Node): boolean => inDefinitions.some(([from, until]) => from <= node && node < until);
  const own = gluesIn(syntax)
    .filter(({ node }) => !isApart(node))
    .map((glue) => place(syntax, glue, { node: glue.node, through: null, words: new Set() }));
  const calls = tokenCalls(syntax, 0, syntax.size).filter(({ node }) => !isApart(node));
  return [...own, ...calls.flatMap((call) => throughCall(syntax, call, definitions))];
}

function throughCall(syntax: Syntax, call: TokenCall, definitions: MacroDefinitions): GluedPlace[] {
  const { glues, words } = bodyOf(call.name, definitions);
  if (glues.length === 0) return [];
  const all = new Set([...words, ...wordsBetween(syntax, call.tree, syntax.after[call.tree]!)]);
  return glues.map((one) => place(one.syntax, one.glue, { node: call.node, through: call.name, words: all }));
}

const place = (
  syntax: Syntax,
  glue: Glue,
  { words, ...rest }: Pick<GluedPlace, 'node' | 'through'> & { readonly words: ReadonlySet<string> },
): GluedPlace => ({
  glue,
  syntax,
  ...rest,
  position: positionOf(syntax, glue),
  mayBe: (name) => mayBeGlued(glue, name, words),
});

function positionOf(syntax: Syntax, { node }: Glue): GluedPlace['position'] {
  const mark = tokenBefore(syntax, node);
  const before = textOf(syntax, mark);
  if (before === '.') return 'member';
  return before === '::' && !/^(?:self|super|crate)$/.test(textOf(syntax, tokenBefore(syntax, mark)))
    ? 'member'
    : 'other';
}

interface Body {
  readonly glues: readonly { readonly syntax: Syntax; readonly glue: Glue }[];
  readonly words: ReadonlySet<string>;
}

const NOTHING: Body = { glues: [], words: new Set() };
const known = new WeakMap<MacroDefinitions, Map<string, Body>>();

/** What a macro glues, itself or through those that it calls, and the words that its bodies may hand on. */
function bodyOf(first: string, definitions: MacroDefinitions): Body {
  const bodies = known.get(definitions) ?? new Map<string, Body>();
  known.set(definitions, bodies);
  const found = bodies.get(first) ?? readBody(first, definitions);
  bodies.set(first, found);
  return found;
}

function readBody(first: string, definitions: MacroDefinitions): Body {
  const all = withCalled(first, definitions);
  const glues = all.flatMap(({ syntax, node }) =>
    gluesIn(syntax)
      .filter((glue) => node < glue.node && glue.node < syntax.after[node]!)
      .map((glue) => ({ syntax, glue })),
  );
  if (glues.length === 0) return NOTHING;
  const words = all.flatMap(({ syntax, node }) => [...wordsBetween(syntax, node + 1, syntax.after[node]!)]);
  return { glues, words: new Set(words) };
}

function withCalled(first: string, definitions: MacroDefinitions): MacroDefinition[] {
  const names = new Set([first]);
  const found: MacroDefinition[] = [];
  for (const name of names)
    for (const definition of definitions(name)) {
      const { syntax, node } = definition;
      found.push(definition);
      for (const call of tokenCalls(syntax, node + 1, syntax.after[node]!)) names.add(call.name);
    }
  return found;
}

function wordsBetween(syntax: Syntax, from: Node, to: Node): Set<string> {
  const words = new Set<string>();
  for (let node = from; node < to; node++)
    if (kindOf(syntax, node) === 'identifier') words.add(textOf(syntax, node).replace(/^r#/, ''));
    else if (kindOf(syntax, node) === 'string_content')
      for (const word of textOf(syntax, node).match(/\w+/g) ?? []) words.add(word);
  return words;
}

/** True where a path goes on behind the glued name. */
export const beginsPath = ({ syntax, glue }: GluedPlace): boolean =>
  textOf(syntax, tokenBehind(syntax, glue.until - 1)) === '::';

/** True where the glued name is that of a macro which is called. */
export const isMacroCall = ({ syntax, glue }: GluedPlace): boolean =>
  textOf(syntax, tokenBehind(syntax, glue.until - 1)) === '!';
