import './a';
import './b';
