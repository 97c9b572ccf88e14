import { objectOf } from '../transport/conversation.ts';
import type { Answer } from '../transport/ledger.ts';
import { isObject } from '../transport/read-message.ts';
import { type Era, INVALID_PARAMS, METHOD_NOT_FOUND, UNSUPPORTED_VERSION } from '../versions.ts';
import { type ProbeFinding, tell, toolItem } from './probe-finding.ts';
import { lacksCacheHints, resultFault, resultTypeFault } from './result-shapes.ts';
import type { RuleKey } from './rules.ts';
import { answersOf, type Transcript } from './transcript.ts';
import type { Trial, TrialId } from './trials.ts';

/** Results against the schema of the protocol: of each method the first that is wrong. */
export function judgeResults(transcript: Transcript, era: Era): ProbeFinding[] {
  const { handshake } = transcript.established;
  // Of a server that agreed on nothing, there is no schema to hold its results against.
  const answers = handshake === null ? [] : answersOf(transcript);
  const found = answers.flatMap(({ method, answer }) => {
    if (answer.kind !== 'result' || !isJudged(method, era)) return [];
    const result = objectOf(answer);
    const fault = resultFault(method, answer.result);
    const typeFault = result === null ? null : resultTypeFault(era, result.resultType);
    return [
      ...(fault === null ? [] : [tell('result', era, { symbol: method, detail: fault })]),
      ...(typeFault === null ? [] : [tell('resultType', era, { symbol: method, detail: typeFault })]),
      ...(result === null || !lacksCacheHints(era, method, result) ? [] : [tell('cache', era, { symbol: method })]),
    ];
  });
  return uniqueBy(found);
}

/** The handshake of the era that was not chosen is another server's, as far as schemas go. */
const isJudged = (method: string, era: Era): boolean =>
  !(method === 'initialize' && era === '2026') && !(method === 'server/discover' && era === '2025');

function uniqueBy(found: readonly ProbeFinding[]): ProbeFinding[] {
  const keys = found.map(({ rule, symbol }) => `${rule} ${symbol}`);
  return found.filter((_, i) => keys.indexOf(keys[i]!) === i);
}

/** What each trial wants; what it breaks where that is not what came. Failures without an answer are told elsewhere. */
const WANTED: Readonly<Record<TrialId, (answer: Answer) => RuleKey | null>> = {
  ping: (answer) => (answer.kind === 'error' || !isEmpty(answer) ? 'ping' : null),
  'unknown-method': (answer) => {
    if (answer.kind === 'result') return 'unknownMethod';
    return answer.kind === 'error' && answer.error.code !== METHOD_NOT_FOUND ? 'unknownMethodCode' : null;
  },
  'unknown-tool': (answer) => {
    if (answer.kind === 'error') return answer.error.code === INVALID_PARAMS ? null : 'unknownToolForm';
    return isFailed(answer) ? 'unknownToolForm' : 'unknownTool';
  },
  'missing-arguments': (answer) => (answer.kind === 'error' || isFailed(answer) ? null : 'unchecked'),
  'log-level': (answer) => (answer.kind === 'error' && answer.error.code === METHOD_NOT_FOUND ? 'logLevel' : null),
  'no-meta': (answer) => (answer.kind === 'result' ? 'meta' : null),
  'old-version': (answer) => (isVersionRefusal(answer) ? null : 'versionUnchecked'),
};

const isEmpty = (answer: Answer): boolean => {
  const result = objectOf(answer);
  return result !== null && Object.keys(result).every((key) => key === '_meta');
};

const isFailed = (answer: Answer): boolean => objectOf(answer)?.isError === true;

const isVersionRefusal = (answer: Answer): boolean =>
  answer.kind === 'error' &&
  answer.error.code === UNSUPPORTED_VERSION &&
  isObject(answer.error.data) &&
  Array.isArray(answer.error.data.supported);

/** What was tried, what was called, and what was cancelled. */
export function judgeTrials({ trials, calls, outputs, cancel, http }: Transcript, era: Era): ProbeFinding[] {
  return [
    ...trials.flatMap((trial) => judgeTrial(trial, era)),
    ...calls.runs.flatMap(({ tool }, i) => {
      const verdict = outputs[i];
      return verdict?.kind === 'problem'
        ? [tell('output', era, { symbol: String(tool.name), item: toolItem(String(tool.name)), detail: verdict.why })]
        : [];
    }),
    ...(cancel?.isAnswered ? [tell('cancel', era, { symbol: cancel.tool ?? cancel.method })] : []),
    ...(http?.foreignOrigin && http.foreignOrigin.status < 300 ? [tell('origin', era, {})] : []),
    ...(http?.otherMethod && http.otherMethod.status < 300 ? [tell('headers', era, {})] : []),
  ];
}

function judgeTrial({ id, method, tool, answer }: Trial, era: Era): ProbeFinding[] {
  const key = answer.kind === 'failed' ? null : WANTED[id](answer);
  if (key === null) return [];
  const detail = answer.kind === 'error' ? `error ${answer.error.code}` : undefined;
  const sample = answer.kind === 'error' ? answer.error.message : null;
  return [
    tell(key, era, {
      symbol: tool ?? method,
      item: tool === null ? null : toolItem(tool),
      sample,
      ...(detail === undefined ? {} : { detail }),
    }),
  ];
}
