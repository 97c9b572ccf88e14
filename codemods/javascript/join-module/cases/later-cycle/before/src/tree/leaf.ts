import { Base } from './base';

export class Leaf extends Base {}
