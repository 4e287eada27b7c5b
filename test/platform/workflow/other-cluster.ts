import { readFileSync } from 'node:fs';
import { createServer, request } from 'node:https';
import { API_SERVER } from '../../../sandbox/network.ts';
import { files, type SandboxState } from '../../../sandbox/supervisor/state.ts';

/** A port beside the API server's, whose certificate is for the address. */
const port = 6444;

/** A cluster that has the same objects and is another one: the sandbox's API server with another UID of kube-system. */
export interface OtherCluster {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Starts it; every request is passed on with the credentials that it has. */
export async function otherCluster(state: SandboxState): Promise<OtherCluster> {
  const [ca, cert, key] = ['ca.crt', 'apiserver.crt', 'apiserver.key'].map((name) =>
    readFileSync(files.pki(state.directory, name)),
  );
  if (ca === undefined || cert === undefined || key === undefined) throw new Error('the sandbox has no certificates');
  const server = createServer({ cert, key }, (asked, answer) => {
    const options = { ...API_SERVER, ca, path: asked.url, method: asked.method, headers: asked.headers };
    const isAsked = asked.url === '/api/v1/namespaces/kube-system';
    const passed = request(options, (found) => {
      if (!isAsked) {
        answer.writeHead(found.statusCode ?? 502, found.headers);
        found.pipe(answer);
        return;
      }
      const parts: Buffer[] = [];
      found.on('data', (part: Buffer) => parts.push(part));
      found.on('end', () => {
        const namespace = JSON.parse(Buffer.concat(parts).toString('utf8')) as { metadata: { uid: string } };
        namespace.metadata.uid = '00000000-0000-4000-8000-000000000000';
        answer.writeHead(found.statusCode ?? 502, { 'content-type': 'application/json' });
        answer.end(JSON.stringify(namespace));
      });
    });
    passed.on('error', () => answer.destroy());
    asked.pipe(passed);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, API_SERVER.host, resolve);
  });
  return {
    url: `https://${API_SERVER.host}:${port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
