import { settingsFor } from '../../../../analyzers/readings/javascript/compiler-settings.ts';
import { isEsPackage } from '../../../../analyzers/readings/javascript/package-scope.ts';
import { type Proof, weaken } from '../../../core/evidence.ts';
import { kindOf } from '../../../languages/syntax.ts';
import type { View } from '../../../workspace/view.ts';
import { isScriptFile } from './is-script-file.ts';
import { readEsModule } from './read-es-module.ts';

/**
 * Static proofs of TypeScript, weakened where the compiler writes something else than modules of the language: a re-export in CommonJS is a getter,
 * and decorators leave the types of their imports in the program. M compares what is written; without it nothing does.
 */
export function withEmittedForm(proofs: readonly Proof[], before: View, after: View): Proof[] {
  return proofs.map((proof) => {
    if (proof.rung !== 'S' || proof.verdict !== 'proven') return proof;
    if (after.file(proof.path)?.state !== 'text' || !isScriptFile(after, proof.path)) return proof;
    const isDivided = reexports(after, proof.path) > reexports(before, proof.path);
    const common = isDivided && isEmittedAsCommonJs(after, proof.path) ? weaken(proof, COMMON) : proof;
    const isOther = isDivided || !before.file(proof.path);
    return isOther && hasMetadata(after, proof.path) ? weaken(common, METADATA) : common;
  });
}

const COMMON =
  'it is compiled to CommonJS, where a re-export is a getter, late in a circle and elsewhere among the keys (J90), and only M compares that';
const METADATA = 'its decorators have their types in the program (J91), and only M compares them';

/** Names that a module exports and has from another one, however that is written. */
function reexports(view: View, path: string): number {
  const read = view.file(path)?.state === 'text' ? readEsModule(view, path) : 'not there';
  if (typeof read === 'string') return 0;
  const names = [...read.exports.values()].filter(
    (one) =>
      ('foreign' in one && !one.foreign.typeOnly) ||
      ('local' in one && read.imports.get(one.local)?.typeOnly === false),
  );
  return names.length + read.stars.length;
}

/** By its ending, the nearest configuration or its package; a bundler decides for itself, and is given modules of the language. */
function isEmittedAsCommonJs(view: View, path: string): boolean {
  if (/\.cts$/.test(path)) return true;
  if (!/\.tsx?$/.test(path)) return false;
  return settingsFor(view, path).some(({ options }) => {
    const form = String(options.module ?? '').toLowerCase();
    if (/^(?:commonjs|umd|amd|system)$/.test(form)) return true;
    if (/^node/.test(form)) return !isEsPackage(view, path);
    return form === '' && options.target !== undefined && /^es[35]$/i.test(String(options.target));
  });
}

function hasMetadata(view: View, path: string): boolean {
  if (!/\.[cm]?tsx?$/.test(path) || !view.text(path).includes('@')) return false;
  if (settingsFor(view, path).every(({ options }) => options.emitDecoratorMetadata !== true)) return false;
  const syntax = view.syntax(path);
  for (let node = 1; node < syntax.size; node++) if (kindOf(syntax, node) === 'decorator') return true;
  return false;
}
