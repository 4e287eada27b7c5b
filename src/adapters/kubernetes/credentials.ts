import { readFile } from 'node:fs/promises';
import type { Clock } from '../../ports/clock.ts';
import { PortError } from '../../ports/port-error.ts';
import type { Access } from './access.ts';
import { type PluginCredential, type PluginEntry, runPlugin } from './exec-plugin.ts';

/** A certificate and its key, for the TLS handshake. */
export interface ClientCertificate {
  readonly cert: Buffer;
  readonly key: Buffer;
}

/** What one request presents. */
export interface Presented {
  /** Value of `Authorization`. */
  readonly authorization?: string;
  readonly certificate?: ClientCertificate;
}

const pluginTimeoutMs = 30_000;
/** A projected token is replaced on disk well before it expires. */
const tokenFileAgeMs = 60_000;
/** A credential is renewed when it has less than this left. */
const renewBeforeMs = 60_000;

/** Who we are, kept valid: plugins run once for all that ask at the same time, files are read again as they rotate. */
export class Credentials {
  readonly #access: Access;
  readonly #clock: Clock;
  readonly #environment: Readonly<Record<string, string>>;
  #held: { readonly presented: Presented; readonly until: number } | undefined;
  #pending: Promise<Presented> | undefined;

  constructor(access: Access, clock: Clock, environment: Readonly<Record<string, string>>) {
    this.#access = access;
    this.#clock = clock;
    this.#environment = environment;
  }

  /** What to present now. Rejects with `unauthorized` when it cannot be had. */
  async present(): Promise<Presented> {
    if (this.#held !== undefined && this.#clock.now() < this.#held.until) return this.#held.presented;
    this.#pending ??= this.#obtain().finally(() => {
      this.#pending = undefined;
    });
    return this.#pending;
  }

  /** After a 401: forget what was held. `false` when asking again would give the same. */
  renew(refused: Presented): boolean {
    const { kind } = this.#access.identification;
    if (kind !== 'plugin' && kind !== 'token-file') return false;
    if (this.#held?.presented === refused) this.#held = undefined;
    return true;
  }

  async #obtain(): Promise<Presented> {
    const { identification, clientCertificate } = this.#access;
    const always = clientCertificate === undefined ? {} : { certificate: clientCertificate };
    switch (identification.kind) {
      case 'none':
        return this.#hold(always, Number.POSITIVE_INFINITY);
      case 'token':
        return this.#hold({ ...always, authorization: `Bearer ${identification.token}` }, Number.POSITIVE_INFINITY);
      case 'basic': {
        const pair = Buffer.from(`${identification.username}:${identification.password}`).toString('base64');
        return this.#hold({ ...always, authorization: `Basic ${pair}` }, Number.POSITIVE_INFINITY);
      }
      case 'token-file': {
        const token = await readToken(identification.file);
        return this.#hold({ ...always, authorization: `Bearer ${token}` }, this.#clock.now() + tokenFileAgeMs);
      }
      case 'plugin':
        return this.#fromPlugin(identification.plugin, always);
    }
  }

  async #fromPlugin(plugin: PluginEntry, always: Presented): Promise<Presented> {
    const credential: PluginCredential = await runPlugin(plugin, this.#environment, pluginTimeoutMs);
    const certificate = credential.clientCertificate ?? always.certificate;
    const presented: Presented = {
      ...(credential.token === undefined ? {} : { authorization: `Bearer ${credential.token}` }),
      ...(certificate === undefined ? {} : { certificate }),
    };
    return this.#hold(presented, (credential.expiresAt ?? Number.POSITIVE_INFINITY) - renewBeforeMs);
  }

  #hold(presented: Presented, until: number): Presented {
    this.#held = { presented, until };
    return presented;
  }
}

async function readToken(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch {
    const message = 'The token file cannot be read';
    throw new PortError({ code: 'unauthorized', subject: file, message, next: 'Check tokenFile in the kubeconfig' });
  }
}
