import { settingsFor } from '../../../../analyzers/readings/javascript/compiler-settings.ts';
import { isEsPackage } from '../../../../analyzers/readings/javascript/package-scope.ts';
import { type Proof, weaken } from '../../../core/evidence.ts';
import type { View } from '../../../workspace/view.ts';

/**
 * Static proofs of TypeScript, weakened where the compiler writes something else than modules of the language: a re-export in CommonJS is a getter,
 * and decorators leave the types of their imports in the program. M compares what is written; without it nothing does.
 */
export function withEmittedForm(proofs: readonly Proof[], before: View, after: View): Proof[] {
  return proofs.map((proof) => {
    if (proof.rung !== 'S' || proof.verdict !== 'proven' || after.file(proof.path)?.state !== 'text') return proof;
    const isDivided = reexports(after, proof.path) > reexports(before, proof.path);
    const common = isDivided && isEmittedAsCommonJs(after, proof.path) ? weaken(proof, COMMON) : proof;
    return before.file(proof.path) || !hasMetadata(after, proof.path) ? common : weaken(common, METADATA);
  });
}

const COMMON =
  'it is compiled to CommonJS, where a re-export is a getter, late in a circle and elsewhere among the keys (J90), and only M compares that';
const METADATA = 'its decorators have their types in the program (J91), and only M compares them';

const REEXPORT = /^\s*export\b[^;'"]*\bfrom\s*['"]/gm;

const reexports = (view: View, path: string): number =>
  view.file(path)?.state === 'text' ? (view.text(path).match(REEXPORT)?.length ?? 0) : 0;

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

const hasMetadata = (view: View, path: string): boolean =>
  /\.[cm]?tsx?$/.test(path) &&
  /^\s*@[\w.]+/m.test(view.text(path)) &&
  settingsFor(view, path).some(({ options }) => options.emitDecoratorMetadata === true);
