export const enum Level {
  low,
  high,
}
