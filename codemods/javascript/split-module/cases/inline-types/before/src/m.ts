import { type Shape, type Size } from './shape';
import { area, type Colour } from './shape';

export const width = (shape: Shape): number => shape.width;

export const size = (size: Size): number => size.n + area;

export const paint = (colour: Colour): string => colour.name;
