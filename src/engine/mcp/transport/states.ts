/** Every state that a connection can be in. */
export const STATES = [
  'starting',
  'connected',
  'probing-era',
  'initialising',
  'ready',
  'failed',
  'closing',
  'terminating',
  'killing',
  'sweeping',
  'closed',
] as const;
export type State = (typeof STATES)[number];

export interface Transition {
  readonly from: State;
  /** What happened: the transition's name. */
  readonly on: Event;
  readonly to: State;
}

export const EVENTS = [
  'started',
  'not-started',
  'discover-sent',
  'initialize-sent',
  'modern-found',
  'legacy-found',
  'initialised',
  'handshake-failed',
  'gone',
  'cancelled',
  'close',
  'overdue',
  'swept',
] as const;
export type Event = (typeof EVENTS)[number];

const to = (state: State, on: Event, from: readonly State[]): Transition[] =>
  from.map((one) => ({ from: one, on, to: state }));

/** The states in which the server is talked to. */
const TALKING: readonly State[] = ['connected', 'probing-era', 'initialising', 'ready'];

/** Every way from one state to the next. There is no other: an event that has no row here changes nothing. @internal */
export const TRANSITIONS: readonly Transition[] = [
  { from: 'starting', on: 'started', to: 'connected' },
  { from: 'starting', on: 'not-started', to: 'failed' },
  { from: 'connected', on: 'discover-sent', to: 'probing-era' },
  { from: 'connected', on: 'initialize-sent', to: 'initialising' },
  { from: 'probing-era', on: 'modern-found', to: 'ready' },
  { from: 'probing-era', on: 'legacy-found', to: 'initialising' },
  { from: 'initialising', on: 'initialised', to: 'ready' },
  // Its answer came late, or it has no discovery at all.
  { from: 'initialising', on: 'modern-found', to: 'ready' },
  ...to('failed', 'handshake-failed', ['connected', 'probing-era', 'initialising']),
  ...to('failed', 'gone', TALKING),
  ...to('failed', 'cancelled', ['starting', ...TALKING]),
  ...to('closing', 'close', ['starting', ...TALKING, 'failed']),
  ...to('terminating', 'overdue', ['closing']),
  ...to('killing', 'overdue', ['terminating']),
  // What cannot even be killed is waited for no longer.
  ...to('sweeping', 'overdue', ['killing']),
  ...to('sweeping', 'gone', ['closing', 'terminating', 'killing']),
  { from: 'sweeping', on: 'swept', to: 'closed' },
];

/** The state after an event; null where the event means nothing in this state. */
export const nextState = (state: State, event: Event): State | null =>
  TRANSITIONS.find(({ from, on }) => from === state && on === event)?.to ?? null;
