export const five = 5;
export enum E { A }
