declare const GLOBAL: number;
export const open = () => GLOBAL;
