globalThis.second = globalThis.first;

export const second = 2;
