class Base {}

/** The queue itself. */
export default class Queue extends Base {}

export const make = (): Base => new Base();
