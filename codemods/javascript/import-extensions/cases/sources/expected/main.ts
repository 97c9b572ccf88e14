import './a.ts';
import './b.tsx';
