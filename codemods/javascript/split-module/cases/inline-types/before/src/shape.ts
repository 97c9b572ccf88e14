export interface Shape {
  width: number;
}
export interface Size {
  n: number;
}
export interface Colour {
  name: string;
}
export const area = 1;
