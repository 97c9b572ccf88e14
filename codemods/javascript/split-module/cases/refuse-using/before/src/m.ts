const open = () => ({ [Symbol.dispose]: () => undefined });

using door = open();

export const isOpen = () => door !== undefined;
