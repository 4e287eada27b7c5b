import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { PortError } from '../../ports/port-error.ts';
import { isPublicAddress } from '../public-address.ts';

/** Finds the addresses of a name; handed in so that tests decide it. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** By the system's resolver, IPv4 first. */
export const systemResolve: Resolve = async (host) =>
  (await lookup(host, { all: true, order: 'ipv4first' })).map(({ address }) => address);

/**
 * Names resolved once: whatever a name's answer changes to later, connections go where the first one led. An address that
 * is not public is used only where that is configured for the host.
 */
export class Addresses {
  readonly #resolve: Resolve;
  readonly #known = new Map<string, Promise<readonly string[]>>();

  constructor(resolve: Resolve) {
    this.#resolve = resolve;
  }

  /** The address to connect to. `unreachable` for a name without any, `forbidden` for one that leads inside. */
  async of(hostname: string, privateAllowed: boolean, subject: string): Promise<string> {
    const name = hostname.replace(/^\[|\]$/g, '');
    const all = await this.#all(name, subject);
    const allowed = privateAllowed ? all : all.filter(isPublicAddress);
    const [first] = allowed;
    if (first !== undefined) return first;
    throw new PortError({
      code: 'forbidden',
      subject,
      message: `${subject} is at ${all[0]}, which is no public address, and is not asked there`,
      next: `if it is meant, set \`private-address: true\` for ${hostname} under \`platform.registries\``,
    });
  }

  async #all(name: string, subject: string): Promise<readonly string[]> {
    if (isIP(name) !== 0) return [name];
    let answer = this.#known.get(name);
    if (answer === undefined) {
      answer = this.#resolve(name);
      this.#known.set(name, answer);
    }
    const found = await answer.catch(() => [] as readonly string[]);
    if (found.length > 0) return found;
    this.#known.delete(name);
    throw new PortError({ code: 'unreachable', subject, message: `${subject} has a name that does not resolve` });
  }
}
