import { z } from 'zod';
import {
  BUDGET_RULES,
  CONTRACT_DIRECTIONS,
  GATE_LANES,
  OWNERS_FROM_HISTORY,
  PYTHON_WRITES,
  RUST_TEST_RUNNERS,
} from './config.ts';
import { codesOf, THEME_KEYS, type Tone } from './screen/theme.ts';

const TONES = THEME_KEYS.filter((key): key is Tone => key !== 'selection');

const ceiling = z.int().positive();

const MISSING =
  'is missing: an exception needs an owner, a reason, an issue, a day on which it expires and what ends it';
const missing = (issue: { readonly input?: unknown }): string | undefined =>
  issue.input === undefined ? MISSING : undefined;
const requiredText = z.string({ error: missing }).trim().min(1, { error: 'is empty' });

const givenText = z
  .string({ error: ({ input }) => (input === undefined ? 'is missing: every table of this kind has it' : undefined) })
  .trim()
  .min(1, { error: 'is empty' });
const instead = z
  .string({
    error: ({ input }) => (input === undefined ? 'is missing: say what to do instead of what is forbidden' : undefined),
  })
  .trim()
  .min(1, { error: 'is empty' });

const day = requiredText.refine((text) => /^\d{4}-\d\d-\d\d$/.test(text) && isDay(text), {
  error: 'must be a day such as 2026-01-31',
});

/** 2026-02-30 parses as the second of March: only what comes back unchanged is a day. */
const isDay = (text: string): boolean => {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};

const exception = z
  .strictObject({
    rule: z.enum(BUDGET_RULES, { error: missing }),
    path: requiredText,
    symbol: requiredText.optional(),
    value: z.int({ error: missing }).positive(),
    owner: requiredText,
    reason: requiredText,
    issue: requiredText,
    expires: day,
    exit: requiredText,
  })
  .refine(({ rule, symbol }) => (rule === 'function-cognitive') === (symbol !== undefined), {
    error: 'a function is named by `path` and `symbol`, a file or module by `path` alone',
    path: ['symbol'],
  });

/** Of a rule without a number. */
const checkException = z.strictObject({
  rule: requiredText,
  path: requiredText,
  symbol: requiredText.optional(),
  owner: requiredText,
  reason: requiredText,
  issue: requiredText.optional(),
  expires: day,
  exit: requiredText,
});

/** A native module and the crate that makes it, where no manifest says so. */
const bridge = z.strictObject({
  module: givenText,
  crate: givenText,
  importers: z.array(givenText).min(1).optional(),
});

const selectors = z.array(givenText).min(1);
const leave = z.enum(['allow', 'forbid']).optional();

const boundaryRule = z
  .strictObject({
    id: givenText,
    from: selectors,
    forbid: selectors.optional(),
    require: selectors.optional(),
    except: selectors.optional(),
    deferred: leave,
    types: leave,
    instead,
  })
  .refine(({ forbid, require }) => (forbid === undefined) !== (require === undefined), {
    error: 'a rule has either `forbid` or `require`',
    path: ['forbid'],
  });

/** Who may lead to whom, on the graph that `map` prints. */
const boundary = z.strictObject({
  layers: z.array(selectors).optional(),
  instead: instead.optional(),
  dependencies: z.enum(['workspace', 'all', 'off']).optional(),
  rule: z.array(boundaryRule).optional(),
  interface: z.array(z.strictObject({ of: selectors, open: selectors, instead })).optional(),
});

const hasTwo = (...sides: readonly (string | undefined)[]): boolean =>
  sides.filter((side) => side !== undefined).length > 1;

/** The sides of a direction, as far as they are given. */
const namedBy = (
  direction: string,
  sides: Readonly<Partial<Record<string, unknown>>>,
): readonly (string | undefined)[] =>
  direction.split('->').map((side) => (typeof sides[side] === 'string' ? side : undefined));

/** Types that stand for one payload. */
const contract = z
  .strictObject({
    id: givenText,
    rust: givenText.optional(),
    python: givenText.optional(),
    typescript: givenText.optional(),
    schema: givenText.optional(),
    direction: z.enum(CONTRACT_DIRECTIONS),
    'python-writes': z.array(z.enum(PYTHON_WRITES)).optional(),
    integers: z.enum(['int64', 'any']).optional(),
    floats: z.enum(['finite', 'any']).optional(),
    numbers: z.enum(['fit', 'any']).optional(),
  })
  .refine(({ rust, python, typescript, schema }) => hasTwo(rust, python, typescript, schema), {
    error: 'a contract has at least two of `rust`, `python`, `typescript` and `schema`',
    path: ['id'],
  })
  .refine(({ direction, schema, ...sides }) => direction === 'both' || hasTwo(schema, ...namedBy(direction, sides)), {
    error: 'it names a side that the contract does not have',
    path: ['direction'],
  });

/** A string that several sides spell alike. */
const contractConstant = z
  .strictObject({
    id: givenText,
    rust: givenText.optional(),
    python: givenText.optional(),
    schema: givenText.optional(),
    typescript: givenText.optional(),
  })
  .refine(({ rust, python, schema, typescript }) => hasTwo(rust, python, schema, typescript), {
    error: 'a shared constant has at least two of `rust`, `python`, `schema` and `typescript`',
    path: ['id'],
  });

/** Source that starts servers, or speaks to them. */
const client = z.strictObject({ path: givenText, tests: z.array(givenText).optional() });

/** Who registers what. */
const ownership = z.strictObject({
  document: givenText.optional(),
  duplicates: z.number().gt(0).max(1).optional(),
  responsibility: z
    .array(
      z.strictObject({
        id: givenText,
        owners: selectors,
        evidence: z
          .array(
            givenText.regex(/^(?:tool|prompt|resource|handler|route|command):/, {
              error: 'begins with no kind: `tool:`, `route:`, …',
            }),
          )
          .min(1),
        instead: givenText.optional(),
      }),
    )
    .optional(),
});

/** Who owns which paths, beside CODEOWNERS. */
const owners = z.strictObject({
  paths: z.record(givenText, givenText).optional(),
  history: z.enum(OWNERS_FROM_HISTORY).optional(),
  months: z.int().positive().max(1_200).optional(),
  mail: z.enum(['hide', 'show']).optional(),
});

/** Words such as `bold bright-red` or `#ffaf00`. */
const look = (base: 30 | 40) =>
  z.string().refine((words) => codesOf(words, base) !== null, {
    error: 'is no colour: bold, dim, italic, underline, a colour such as red or bright-red, or #rrggbb',
  });
const tone = look(30).optional();

/** Keys and colours of the screen. Which keys there are is looked at behind the schema: a table of 200 would tell an editor no more. */
const screen = z.strictObject({
  keys: z.record(z.string(), z.record(z.string(), z.array(z.string()))).optional(),
  theme: z
    .strictObject({
      ...(Object.fromEntries(TONES.map((key) => [key, tone])) as Record<Tone, typeof tone>),
      selection: look(40).optional(),
    })
    .optional(),
});

/** `omni-refactor.toml`, key by key. Strict: a misspelt key is an error, never a rule that silently does not run. */
export const CONFIG_SCHEMA = z.strictObject({
  exclude: z.array(z.string().min(1)).optional(),
  boundary: boundary.optional(),
  bridge: z.array(bridge).optional(),
  client: z.array(client).optional(),
  contract: z.array(contract).optional(),
  'contract-constant': z.array(contractConstant).optional(),
  ownership: ownership.optional(),
  owners: owners.optional(),
  exception: z.array(checkException).optional(),
  'quality-gates': z.strictObject({ lanes: z.array(z.enum(GATE_LANES)).optional() }).optional(),
  readmes: z
    .strictObject({
      sections: z.array(requiredText).optional(),
      headings: z.record(z.string(), z.array(requiredText).min(1)).optional(),
    })
    .optional(),
  budget: z
    .strictObject({
      'file-lines': ceiling.optional(),
      'function-cognitive': ceiling.optional(),
      'module-lines': ceiling.optional(),
      exception: z.array(exception).optional(),
    })
    .optional(),
  screen: screen.optional(),
  python: z.strictObject({ interpreter: z.string().min(1).optional() }).optional(),
  rust: z.strictObject({ 'test-runner': z.enum(RUST_TEST_RUNNERS).optional() }).optional(),
});

export type BoundaryInput = z.infer<typeof boundary>;
export type ContractInput = z.infer<typeof contract>;
export type ContractConstantInput = z.infer<typeof contractConstant>;
export type OwnershipInput = z.infer<typeof ownership>;
export type OwnersInput = z.infer<typeof owners>;
export type CheckExceptionInput = z.infer<typeof checkException>;
export type ExceptionInput = z.infer<typeof exception>;
export type ScreenInput = z.infer<typeof screen>;
