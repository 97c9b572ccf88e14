export const a = { n: 1 };
export const b = { ...a };
export const c = { ...b };
