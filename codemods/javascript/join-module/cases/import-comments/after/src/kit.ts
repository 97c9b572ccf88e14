export default class Event {
  at = 1
}
export const off = 0
export const on = 1
