export const a = 1;

/* eslint-disable no-console */

export const b = () => console.log(1);

export const c = 3;
