// The helper has a session of its own, and nothing of the server's.
import { spawn } from 'node:child_process';
import { serve } from './base.mjs';

spawn('sleep', ['300'], { stdio: 'ignore', detached: true }).unref();
serve();
