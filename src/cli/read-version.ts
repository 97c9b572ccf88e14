import { ownPackage } from '../engine/own-package.ts';

/** The package's version. */
export const readVersion = (): string => ownPackage().version;
