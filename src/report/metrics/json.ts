import type { FileMetrics, FunctionMetrics } from '../../../analyzers/complexity/metrics.ts';
import { halsteadMeasures } from '../../../analyzers/complexity/sizes/halstead.ts';
import { maintainability } from '../../../analyzers/complexity/sizes/maintainability.ts';
import type { SummedSizes } from '../../../analyzers/complexity/sizes/sum-sizes.ts';
import type { FileMetricsJson, SummedSizesJson } from './schema.ts';

/** Every metric of a file and its parts, with what follows from Halstead's four numbers. */
export const metricsToJson = (metrics: FileMetrics): FileMetricsJson => ({
  file: { ...partToJson({ ...metrics, line: 1 }) },
  types: metrics.types.map((each) => ({ symbol: each.symbol, ...partToJson(each), methods: each.methods })),
  functions: metrics.functions.map(functionToJson),
});

export const functionToJson = (each: FunctionMetrics): FileMetricsJson['functions'][number] => ({
  symbol: each.symbol,
  ...partToJson(each),
  nesting: each.nesting,
  parameters: each.parameters,
});

type Part = Pick<FunctionMetrics, 'line' | 'cognitive' | 'cyclomatic' | 'sizes'>;

export function partToJson({ line, cognitive, cyclomatic, sizes }: Part): FileMetricsJson['file'] {
  const { lines, code, comment, blank, statements, exits, halstead } = sizes;
  const { volume, difficulty, effort, time, bugs } = halsteadMeasures(halstead);
  const { original, sei, index } = maintainability({ volume, cyclomatic, lines, comment });
  const derived = { volume, difficulty, effort, time, bugs };
  return {
    ...{ line, lines, code, comment, blank, statements, exits, cognitive, cyclomatic },
    halstead: { ...halstead, ...roundAll(derived) },
    maintainability: roundAll({ original, sei, index }),
  };
}

export const sizesToJson = ({
  statements,
  exits,
  types,
  nesting,
  parameters,
  ...derived
}: SummedSizes): SummedSizesJson => ({
  ...{ statements, exits, types, nesting, parameters },
  ...roundAll(derived),
});

const roundAll = <T extends Readonly<Record<string, number>>>(values: T): T =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, Math.round(value * 10_000) / 10_000])) as T;
