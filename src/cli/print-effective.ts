import { effectiveLevels } from '../../analyzers/workspace-lints/effective-levels.ts';
import { EXIT, type ExitCode, RefactorError } from '../core/errors.ts';
import { effectiveText, effectiveToJson } from '../report/findings/effective.ts';
import type { View } from '../workspace/view.ts';
import type { Io } from './io.ts';

/** `check --effective CRATE`. Throws RefactorError `unknown-crate`. */
export function printEffective(io: Io, view: View, name: string, json: boolean): ExitCode {
  const { crates } = view.manifests;
  const crate = crates.find((one) => one.name === name) ?? crates.find((one) => one.dir === name.replace(/\/$/, ''));
  if (!crate)
    throw new RefactorError({
      code: 'unknown-crate',
      what: `There is no crate ${name}`,
      why:
        crates.length === 0
          ? 'the workspace has no crates'
          : `its crates are ${crates.map((one) => one.name).join(', ')}`,
      whatToDo: 'Name one of these crates, or the folder of one.',
    });
  const levels = effectiveLevels(view, crate);
  io.stdout.write(json ? effectiveToJson(crate.name, levels) : effectiveText(crate.name, levels));
  return EXIT.fine;
}
