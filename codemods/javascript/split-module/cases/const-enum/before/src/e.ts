export const enum Level {
  low,
  high,
}

export function at(level: Level): number;
export function at(level: string): string;
export function at(level: Level | string): number | string {
  return level === Level.low ? 0 : level;
}
