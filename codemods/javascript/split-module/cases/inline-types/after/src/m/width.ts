import { type Shape } from '../shape';

export const width = (shape: Shape): number => shape.width;
