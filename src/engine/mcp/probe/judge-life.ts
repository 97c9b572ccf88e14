import type { Era } from '../versions.ts';
import { type ProbeFinding, tell } from './probe-finding.ts';
import { answersOf, type Transcript } from './transcript.ts';

/** How the conversation began, and what was never answered. */
export function judgeHandshake(transcript: Transcript, era: Era): ProbeFinding[] {
  const { established, failure, isDiscoverFatal } = transcript;
  const { foreign, isUndiscoverable, handshake } = established;
  return [
    ...(isDiscoverFatal ? [tell('fatal', era, {})] : []),
    ...(isUndiscoverable ? [tell('undiscoverable', era, {})] : []),
    ...(foreign.length > 0 ? [tell('foreign', era, { detail: foreign.join(', ') })] : []),
    ...(handshake === null && foreign.length === 0 && failure?.kind === 'handshake'
      ? [tell('refused', era, { detail: failure.detail })]
      : []),
    ...(handshake !== null && failure?.kind === 'unreachable' ? [tell('http', era, { detail: failure.detail })] : []),
    ...unanswered(transcript).map((method) => tell('noAnswer', era, { symbol: method })),
  ];
}

/** A server need not answer the question that tells its era. */
function unanswered(transcript: Transcript): string[] {
  const { initialize } = transcript.established;
  const open = answersOf(transcript).flatMap(({ method, answer }) => {
    const isOptional = method === 'server/discover' && initialize !== null;
    return answer.kind === 'failed' && answer.failure.kind === 'timeout' && !isOptional ? [method] : [];
  });
  return [...new Set(open)];
}

const NAMES = 3;

/** How it ended. */
export function judgeClosing({ closing }: Transcript, era: Era): ProbeFinding[] {
  const { by, exitCode, signal, helpers, stderr } = closing;
  const found: ProbeFinding[] = [];
  if (by === 'before') {
    const how = signal === null ? `exit code ${exitCode}` : `signal ${signal}`;
    const last = stderr.tail.trim().slice(-200);
    found.push(tell('exit', era, { detail: how, sample: last === '' ? null : last }));
  }
  if (by === 'SIGTERM' || by === 'SIGKILL' || by === 'nothing') found.push(tell('eof', era, {}));
  if (by === 'SIGKILL' || by === 'nothing') found.push(tell('sigterm', era, {}));
  if (helpers.length > 0) {
    const names = [...new Set(helpers.map(({ name }) => name))].slice(0, NAMES).join(', ');
    const holding = helpers.some(({ holdsPipe }) => holdsPipe) ? ', and holds the pipes' : '';
    found.push(tell('helper', era, { detail: `${names}${holding}`, count: helpers.length }));
  }
  return found;
}
