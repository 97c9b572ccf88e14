import { type Package, sdist } from '../corpus/targets.ts';

/** Published sources that are read: large ones, and tools that keep odd code as data of their tests. */
export const PYTHON_PACKAGES: readonly Package[] = [
  sdist('django', '5.2.8'),
  sdist('sympy', '1.14.0'),
  sdist('black', '25.11.0'),
  sdist('astroid', '4.0.2'),
  sdist('pylint', '4.0.3'),
  sdist('parso', '0.8.5'),
  sdist('twisted', '25.5.0'),
  sdist('hypothesis', '6.148.2'),
  sdist('networkx', '3.5'),
  sdist('attrs', '25.4.0'),
  sdist('pydantic', '2.12.4'),
];
