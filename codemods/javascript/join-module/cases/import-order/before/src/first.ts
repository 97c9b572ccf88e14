globalThis.first = globalThis.second;

export const first = 1;
