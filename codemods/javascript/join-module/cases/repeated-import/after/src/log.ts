export const LOG: string[] = [];

export const add = (name: string): number => LOG.push(name);
