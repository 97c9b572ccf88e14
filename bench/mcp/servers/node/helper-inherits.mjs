// The helper holds stdin, stdout and stderr.
import { spawn } from 'node:child_process';
import { serve } from './base.mjs';

spawn('sleep', ['300'], { stdio: 'inherit' });
serve().on('close', () => process.exit(0));
