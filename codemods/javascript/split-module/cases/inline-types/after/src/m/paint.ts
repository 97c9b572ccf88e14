import type { Colour } from '../shape';

export const paint = (colour: Colour): string => colour.name;
