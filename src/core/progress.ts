import type { Proof } from './evidence.ts';

/** What the engine tells while it works; faces listen. Counts only, no times: times belong to the listener. */
export type ProgressEvent =
  | { readonly type: 'phase'; readonly phase: Phase; readonly total?: number }
  | {
      readonly type: 'step';
      readonly phase: Phase;
      readonly done: number;
      readonly total: number;
      readonly path?: string;
    }
  | { readonly type: 'done'; readonly phase: Phase }
  | { readonly type: 'command'; readonly command: readonly string[]; readonly cwd: string }
  | { readonly type: 'output'; readonly text: string }
  | { readonly type: 'proof'; readonly proof: Proof }
  | { readonly type: 'note'; readonly text: string };

export type Phase =
  | 'discover'
  | 'facts'
  | 'history'
  | 'analyze'
  | 'plan'
  | 'run'
  | 'stage'
  | 'baseline'
  | 'prove'
  | 'write'
  | 'undo';

export type OnProgress = (event: ProgressEvent) => void;

export const SILENT: OnProgress = () => {};
