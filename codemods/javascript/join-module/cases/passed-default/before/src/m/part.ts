export class Base {}

/** The queue itself. */
export default class Queue extends Base {}
