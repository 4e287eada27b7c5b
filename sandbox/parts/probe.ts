/** Asking a part whether it is ready. Each probe rejects with the reason while it is not. */
import { readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { files } from '../supervisor/state.ts';

const TIMEOUT_MS = 2000;

/** How to present oneself to a TLS server. */
export interface ClientTls {
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
  /** False for a server on the sandbox's own loopback that signed its certificate itself. */
  readonly rejectUnauthorized?: boolean;
}

/** The administrator's own certificate, for asking the control plane. */
export function adminTls(directory: string): ClientTls {
  const read = (name: string): string => readFileSync(files.pki(directory, name), 'utf8');
  return { ca: read('ca.crt'), cert: read('admin.crt'), key: read('admin.key') };
}

/** GETs `url` and resolves with the body when the status is 200 (or `status`). */
export function probeHttp(url: string, tls?: ClientTls, status = 200): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { timeout: TIMEOUT_MS, agent: false as const, ...tls };
    const request = (tls || url.startsWith('https:') ? httpsRequest : httpRequest)(url, options, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        body += chunk;
      });
      response.on('end', () => {
        if (response.statusCode === status) resolve(body);
        else reject(new Error(`${url} answers ${response.statusCode}: ${body.slice(0, 200)}`));
      });
      response.on('error', reject);
    });
    request.on('timeout', () => request.destroy(new Error(`${url} did not answer within ${TIMEOUT_MS} ms`)));
    request.on('error', (error) => reject(new Error(`${url}: ${error.message}`)));
    request.end();
  });
}
