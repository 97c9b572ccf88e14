import { type BodyMod, type MacroRules, matchArguments } from '../../../src/languages/rust/composition/forwarding.ts';
import { type CallSite, type IncludeKind, isInclude } from '../../../src/languages/rust/composition-fact.ts';

/** What a macro call comes down to: `include!`s with the tokens of their arguments, and `mod x;`. */
export interface Expansion {
  readonly includes: readonly ForwardedInclude[];
  readonly mods: readonly BodyMod[];
}

export interface ForwardedInclude {
  readonly kind: IncludeKind;
  readonly tokens: readonly string[];
}

const DEEPEST = 16;

/** The includes and file modules that a call of a local macro makes, through any number of other local macros. */
export function expandCall(
  site: Pick<CallSite, 'name' | 'tokens'>,
  macros: ReadonlyMap<string, readonly MacroRules[]>,
): Expansion {
  const includes: ForwardedInclude[] = [];
  const mods: BodyMod[] = [];
  const open = [{ name: site.name, tokens: site.tokens, depth: 0 }];
  while (open.length > 0) {
    const { name, tokens, depth } = open.shift()!;
    const rule = firstFitting(macros.get(name) ?? [], tokens);
    if (!rule || depth > DEEPEST) continue;
    mods.push(...rule.mods);
    for (const call of rule.calls) {
      for (const substituted of substitute(call.tokens, rule.bound)) {
        if (isInclude(call.name)) includes.push({ kind: call.name, tokens: substituted });
        else if (macros.has(call.name)) open.push({ name: call.name, tokens: substituted, depth: depth + 1 });
      }
    }
  }
  return { includes, mods };
}

type Bound = NonNullable<ReturnType<typeof matchArguments>>;

function firstFitting(definitions: readonly MacroRules[], tokens: readonly string[]) {
  for (const { rules } of definitions) {
    for (const { matcher, calls, mods } of rules) {
      const bound = matchArguments(matcher, tokens);
      if (bound) return { bound, calls, mods };
    }
  }
  return null;
}

/** One result for a body without variables; for a repeated variable one for each of its values. */
function substitute(tokens: readonly string[], bound: Bound): string[][] {
  const times = Math.max(1, ...tokens.map((token) => bound.get(token)?.length ?? 1));
  return Array.from({ length: times }, (_, i) =>
    tokens.flatMap((token) => {
      const values = bound.get(token);
      return values ? (values[Math.min(i, values.length - 1)] ?? []) : [token];
    }),
  );
}

/** Names of the macros that come down to an include or a file module, given all macros of a crate. */
export function forwardingNames(macros: ReadonlyMap<string, readonly MacroRules[]>): Set<string> {
  const forwarding = new Set<string>();
  for (let grown = true; grown; ) {
    grown = false;
    for (const [name, definitions] of macros) {
      if (forwarding.has(name)) continue;
      const forwards = definitions.some(({ rules }) =>
        rules.some(
          ({ calls, mods }) =>
            mods.length > 0 || calls.some((call) => isInclude(call.name) || forwarding.has(call.name)),
        ),
      );
      if (!forwards) continue;
      forwarding.add(name);
      grown = true;
    }
  }
  return forwarding;
}
