import { D } from '../dep';
import { add } from '../log';

export const d = add('d') + D;
