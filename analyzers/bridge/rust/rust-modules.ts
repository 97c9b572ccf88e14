import type { Composition } from '../../composition/composition.ts';

/** The modules of Rust, in the order of the composition. */
export const rustModules = ({ modules }: Composition): Composition['modules'] =>
  modules.filter(({ language }) => language === 'rust');
