/** What justifies an exception: all four, or it is a finding. */
export interface Answer {
  readonly reason: string | null;
  readonly owner: string | null;
  /** ISO day; it holds up to and on it. */
  readonly expires: string | null;
  /** What has to be true for it to go. */
  readonly exit: string | null;
}

export const ANSWERS = ['reason', 'owner', 'expires', 'exit'] as const satisfies readonly (keyof Answer)[];

export const NO_ANSWER: Answer = { reason: null, owner: null, expires: null, exit: null };

export type Tool = 'cargo-deny' | 'cargo-audit' | 'osv-scanner' | 'pip-audit' | 'uv' | 'safety' | 'trivy';

/** One advisory that a tool of this repository is configured to ignore. */
export interface Ignored {
  readonly tool: Tool;
  /** `RUSTSEC-2024-0001`, `GHSA-…`, `crate@1.2.3`. */
  readonly id: string;
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  readonly answer: Answer;
}

const PART = /^(owner|expires|exit)\s*[=:]\s*(.+)$/;

/** `why it is fine | owner=@x | expires=2026-12-31 | exit=upstream 2.0`: in a reason, or in a comment beside the entry. */
export function parseAnswer(text: string | null): Answer {
  if (text === null) return NO_ANSWER;
  const answer = { ...NO_ANSWER };
  const rest: string[] = [];
  for (const part of text.split('|').map((one) => one.trim())) {
    const [, key, value] = PART.exec(part) ?? [];
    if (key && value) answer[key as 'owner' | 'expires' | 'exit'] = value.trim();
    else if (part !== '') rest.push(part);
  }
  return { ...answer, reason: rest.length === 0 ? null : rest.join(' | ') };
}

/** Written as `parseAnswer` reads it. */
export const printAnswer = ({ reason, owner, expires, exit }: Answer): string =>
  [reason, owner && `owner=${owner}`, expires && `expires=${expires}`, exit && `exit=${exit}`]
    .filter((part) => part !== null && part !== '')
    .join(' | ');

/** The first that has it, part by part. */
export const mergeAnswers = (...answers: readonly Answer[]): Answer =>
  answers.reduce((all, one) => ({
    reason: all.reason ?? one.reason,
    owner: all.owner ?? one.owner,
    expires: all.expires ?? one.expires,
    exit: all.exit ?? one.exit,
  }));

/** True for a day of the calendar, written as one. */
export const isDay = (text: string): boolean => {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};
