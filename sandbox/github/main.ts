import { parseArgs } from 'node:util';
import { GITHUB } from '../network.ts';
import { startGitHub } from './server.ts';

/** `node sandbox/github/main.ts --directory D [--host H] [--port P]`: the stand-in as a process of its own. */
const { values } = parseArgs({
  options: {
    directory: { type: 'string' },
    host: { type: 'string', default: GITHUB.host },
    port: { type: 'string', default: String(GITHUB.port) },
  },
});
if (values.directory === undefined)
  throw new Error('--directory is missing: the folder that the stand-in keeps its memory in');
const github = await startGitHub({ directory: values.directory, host: values.host, port: Number(values.port) });
console.log(`GitHub stand-in: ${github.url}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    github.close().finally(() => process.exit(0));
  });
}
