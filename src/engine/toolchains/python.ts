import { findProgram } from './find-program.ts';
import { findPython } from './find-python.ts';
import { lacking, type Toolchain } from './toolchain.ts';

export const pythonToolchain: Toolchain = {
  find: async ({ view, root, env, signal }) => {
    const found = await findPython({ root, configured: view.config.python.interpreter, env, signal });
    if (found.command === null) return [{ name: 'python', command: [], version: null, why: found.why }];
    const program = await findProgram('python', [...found.command, '--version'], root, signal);
    return [{ ...program, version: program.version && `${program.version} (${found.why})` }];
  },
  obstacle: async (_request, programs) => {
    const why = lacking('python', programs);
    return () => why;
  },
};
