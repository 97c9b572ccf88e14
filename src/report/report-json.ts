import type { z } from 'zod';
import { jsonText } from './json-text.ts';
import type { SCHEMAS } from './schemas.ts';

type Frozen<Value> = Value extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: Frozen<Value[Key]> }
    : Value;

/** What `--json` may print: each kind as its schema says. */
type Report = Frozen<z.input<(typeof SCHEMAS)[keyof typeof SCHEMAS]>>;

/** One report as it is printed: what its schema does not allow does not compile. Ends with a newline. */
export const reportJson = (report: Report, indent = 2): string => jsonText(report, indent);
