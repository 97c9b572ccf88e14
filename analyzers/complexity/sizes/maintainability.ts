export interface MaintainabilityInput {
  /** Halstead's volume in bits. */
  readonly volume: number;
  readonly cyclomatic: number;
  readonly lines: number;
  readonly comment: number;
}

export interface Maintainability {
  /** Oman and Hagemeister: 171 - 5.2 ln V - 0.23 G - 16.2 ln L. It has no lower end. */
  readonly original: number;
  /** The SEI's form: the same with log2, and up to 50 for comments. */
  readonly sei: number;
  /** Visual Studio's: the original on a scale from 0 to 100. */
  readonly index: number;
}

/** The maintainability index in its three forms; nothing at all is as maintainable as can be. */
export function maintainability({ volume, cyclomatic, lines, comment }: MaintainabilityInput): Maintainability {
  const v = Math.max(volume, 1);
  const l = Math.max(lines, 1);
  const original = 171 - 5.2 * Math.log(v) - 0.23 * cyclomatic - 16.2 * Math.log(l);
  const share = comment / l;
  const sei =
    171 - 5.2 * Math.log2(v) - 0.23 * cyclomatic - 16.2 * Math.log2(l) + 50 * Math.sin(Math.sqrt(2.4 * share));
  return { original, sei, index: Math.max(0, (original * 100) / 171) };
}
