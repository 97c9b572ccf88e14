import { one, deux, three as drei, Four, type T, five } from './lib';
import type { E } from "./lib/index"
import { all } from './lib';
import * as lib from './lib';
import { gone } from './lib';

one;
