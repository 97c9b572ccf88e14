import { z } from 'zod';
import { DIALECT_IDS } from '../../../analyzers/complexity/dialects/table.ts';

const count = z.int().nonnegative();
const amount = z.number().nonnegative();

const part = {
  line: z.int().positive(),
  lines: count.describe('Physical lines: code + comment + blank.'),
  code: count,
  comment: count,
  blank: count,
  statements: count.describe('Logical lines.'),
  exits: count.describe('return, ?, raise, throw.'),
  cognitive: count,
  cyclomatic: count,
  halstead: z.strictObject({
    n1: count.describe('Different operators.'),
    n2: count.describe('Different operands.'),
    N1: count,
    N2: count,
    volume: amount,
    difficulty: amount,
    effort: amount,
    time: amount.describe('Seconds.'),
    bugs: amount,
  }),
  maintainability: z
    .strictObject({ original: z.number(), sei: z.number(), index: z.number().min(0).max(100) })
    .describe('Four decimals, as Halstead’s numbers.'),
};

/** What `--dialect` adds. */
export const dialectSchema = z.strictObject({
  id: z.enum(DIALECT_IDS),
  peer: z.string().describe('The tool and version whose values these are.'),
  functions: z.array(
    z.strictObject({
      metric: z.enum(['cyclomatic', 'cognitive']),
      symbol: z.string(),
      line: z.int().positive(),
      lines: count,
      value: z.int(),
    }),
  ),
});

/** Those of one function. */
export const functionMetricsSchema = z.strictObject({ symbol: z.string(), ...part, nesting: count, parameters: count });

/** The metrics of one file and its parts. */
export const fileMetricsSchema = z.strictObject({
  file: z.strictObject(part),
  types: z.array(z.strictObject({ symbol: z.string(), ...part, methods: count })),
  functions: z.array(functionMetricsSchema),
});

/** Sizes of one or more files together. */
export const summedSizesSchema = z.strictObject({
  statements: count,
  exits: count,
  types: count.describe('Classes, impls and traits.'),
  nesting: count.describe('The deepest of a function.'),
  parameters: count.describe('The most of a function.'),
  volume: amount.describe('Halstead’s; of several files the sum, as effort and bugs.'),
  effort: amount,
  bugs: amount,
  maintainability: z.number().min(0).max(100).describe('Of several files the mean by lines.'),
});

export type FileMetricsJson = z.infer<typeof fileMetricsSchema>;
export type SummedSizesJson = z.infer<typeof summedSizesSchema>;
