import { existsSync } from 'node:fs';
import { findProgram } from './find-program.ts';
import { tscOf } from './named-programs.ts';
import { lacking, type Toolchain } from './toolchain.ts';

export const javascriptToolchain: Toolchain = {
  find: async ({ root, signal }) => {
    const tsc = tscOf(root);
    return [
      await findProgram('node', [process.execPath, '--version'], root, signal),
      existsSync(tsc)
        ? await findProgram('tsc', [process.execPath, tsc, '--version'], root, signal)
        : { name: 'tsc', command: [tsc], version: null, why: 'node_modules has no typescript' },
    ];
  },
  obstacle: async (_request, programs) => {
    const why = lacking('tsc', programs);
    return () => why;
  },
};
