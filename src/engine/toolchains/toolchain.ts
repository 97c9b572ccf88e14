import type { Rung } from '../../core/evidence.ts';
import type { View } from '../../workspace/view.ts';
import type { FoundProgram } from './find-program.ts';

export interface ToolchainRequest {
  readonly view: View;
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
}

/** The programs that prove a language's changes. */
export interface Toolchain {
  /** In the order in which they are shown. */
  readonly find: (request: ToolchainRequest) => Promise<readonly FoundProgram[]>;
  /** Why a rung that executes something cannot be reached with these programs; null if it can. */
  readonly obstacle: (
    request: ToolchainRequest,
    programs: readonly FoundProgram[],
  ) => Promise<(rung: Rung) => string | null>;
}

/** Why a program cannot be run; null if it can. */
export function lacking(name: string, programs: readonly FoundProgram[]): string | null {
  const found = programs.find((program) => program.name === name);
  return found?.version ? null : `${name}: ${found?.why ?? 'not found'}`;
}
