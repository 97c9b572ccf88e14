export { Leaf } from './tree/leaf';
export { Base } from './tree/base';
