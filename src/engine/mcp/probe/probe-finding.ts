import type { Severity } from '../../../core/finding.ts';
import type { Era } from '../versions.ts';
import { clauseUrl } from './clauses.ts';
import { PROBE_RULES, type ProbeRule, type RuleKey } from './rules.ts';

/** One thing that the probe found. Its texts may quote the server: print them sanitised. */
export interface ProbeFinding {
  readonly rule: string;
  readonly severity: Severity;
  /** The tool, method or list that is meant. */
  readonly symbol: string | null;
  /** What has a handler in the server's source. */
  readonly item: Item | null;
  readonly what: string;
  readonly why: string;
  readonly whatToDo: string;
  /** What the specification says; null: it says nothing. */
  readonly clause: { readonly url: string; readonly says: string } | null;
  /** What the server said, shortened. */
  readonly sample: string | null;
  readonly count: number;
}

export interface Item {
  readonly kind: 'tool' | 'prompt' | 'resource';
  readonly name: string;
}

interface Seen {
  readonly symbol?: string | null;
  readonly item?: Item | null;
  /** More than the rule says. */
  readonly detail?: string;
  readonly sample?: string | null;
  readonly count?: number;
}

/** A finding by its rule. @param era the one that was agreed on; the modern one where none was */
export function tell(
  key: RuleKey,
  era: Era,
  { symbol = null, item = null, detail, sample = null, count = 1 }: Seen,
): ProbeFinding {
  const { id, severity, what, why, whatToDo, clauses }: ProbeRule = PROBE_RULES[key];
  const clause = clauses[era];
  return {
    rule: id,
    severity,
    symbol,
    item,
    what: detail === undefined ? what : `${what.slice(0, -1)}: ${detail}.`,
    why,
    whatToDo,
    clause: clause === undefined ? null : { url: clauseUrl(era, clause), says: clause.says },
    sample,
    count,
  };
}

export const toolItem = (name: string): Item => ({ kind: 'tool', name });
