import { join } from 'node:path';
import { type Ran, runCommand } from '../corpus/run-command.ts';
import type { AttackLanguage, Ground } from './contract.ts';

/** What `--json` of `split` and `verify` says, as far as it is read here. */
export interface Told {
  readonly outcome: 'proven' | 'not-proven' | 'refused' | 'unchanged' | 'error';
  /** Hazards of the refusals, or the first rung that failed and what it said. */
  readonly why: string;
}

export type Omni = (...args: string[]) => Ran;

/** The built program, with state and cache of its own. */
export function createOmni(language: AttackLanguage, ground: Ground, main: string): Omni {
  const env = {
    OMNI_REFACTOR_STATE: join(ground.home, 'state'),
    OMNI_REFACTOR_CACHE: join(ground.home, 'cache'),
    NO_COLOR: '1',
  };
  const more = language.args?.(ground) ?? [];
  return (...args) => runCommand([process.execPath, main, ...args, ...more], ground.root, env, 20);
}

interface Json {
  readonly outcome: Told['outcome'];
  readonly refusals?: readonly { readonly hazard: string; readonly why: string }[];
  readonly evidence?: {
    readonly proofs: readonly {
      readonly rung: string;
      readonly verdict: string;
      readonly path: string;
      readonly why: string;
    }[];
  };
}

export function read({ stdout, stderr, exitCode }: Ran): Told {
  if (!stdout.startsWith('{')) return { outcome: 'error', why: `exit ${exitCode}: ${stderr.slice(0, 300)}` };
  const { outcome, refusals = [], evidence } = JSON.parse(stdout) as Json;
  const failed = evidence?.proofs.find(({ verdict }) => verdict === 'failed');
  const why =
    outcome === 'refused'
      ? refusals.map(({ hazard, why: said }) => `${hazard}: ${said}`).join('; ')
      : outcome === 'proven'
        ? ''
        : failed
          ? `${failed.rung} ${failed.path}: ${failed.why}`
          : 'a rung shows too little';
  return { outcome, why: why.replace(/\s+/g, ' ').slice(0, 240) };
}
