import type { ObservationKind } from '../transport/observations.ts';
import { BATCH_VERSION, type Era } from '../versions.ts';
import { type ProbeFinding, tell } from './probe-finding.ts';
import type { RuleKey } from './rules.ts';
import type { Transcript } from './transcript.ts';

/** What each observation breaks. Those that are missing break nothing by themselves. */
const BROKEN: Partial<Readonly<Record<ObservationKind, RuleKey>>> = {
  stray: 'stray',
  'not-utf8': 'notUtf8',
  batch: 'batch',
  'not-a-message': 'invalid',
  'bad-error': 'badError',
  'too-deep': 'deep',
  half: 'half',
  oversized: 'oversized',
  large: 'large',
  'unasked-response': 'unasked',
  'unknown-id': 'unknownId',
  'second-response': 'twice',
  'server-request': 'request',
  http: 'http',
};

/** More of them than any client asked for. */
const MOST_NOTIFICATIONS = 1_000;
/** What a pipe holds on Linux: more of it blocks a server whose client does not read. */
const PIPE_BYTES = 64 << 10;

/** What came over the wire beside answers. */
export function judgeWire({ observations, established, closing }: Transcript, era: Era): ProbeFinding[] {
  const found = observations.flatMap(({ kind, count, samples }) => {
    if (kind === 'batch' && established.handshake?.version === BATCH_VERSION) return [];
    if (kind === 'notification' && count > MOST_NOTIFICATIONS) return [tell('flood', era, { count })];
    const key = BROKEN[kind];
    if (key === undefined) return [];
    return [tell(key, era, { symbol: samples[0]?.during ?? null, sample: samples[0]?.text ?? null, count })];
  });
  const { bytes, tail } = closing.stderr;
  return bytes <= PIPE_BYTES ? found : [...found, tell('stderr', era, { sample: tail.slice(-200), count: bytes })];
}
