import { one } from './lib';
vi.mock('./lib');
