import { one, two as deux } from './lib/one';
import { three as drei } from './lib/three';
import Four from './lib/four';
import type { T } from './lib/types';
import { five } from './lib/deep/five';
import type { E } from "./lib/deep/five"
import { all } from './lib';
import * as lib from './lib';
import { gone } from './lib';

one;
