/** The proxy settings of the environment, read by the runtime. */
export interface ProxySettings {
  /** `HTTPS_PROXY` (or `https_proxy`). */
  readonly httpsProxy?: string;
  /** `NO_PROXY` (or `no_proxy`): comma-separated hosts, domains, CIDR ranges, or `*`. */
  readonly noProxy?: string;
}

const ipv4 = (text: string): number | undefined => {
  const parts = text.split('.').map(Number);
  const valid = parts.length === 4 && parts.every((part) => Number.isInteger(part) && part >= 0 && part <= 255);
  return valid ? parts.reduce((sum, part) => sum * 256 + part, 0) : undefined;
};

function inRange(host: string, range: string): boolean {
  const [base = '', bits = ''] = range.split('/');
  const address = ipv4(host);
  const network = ipv4(base);
  const length = Number(bits);
  if (address === undefined || network === undefined || bits === '' || !(length >= 0 && length <= 32)) return false;
  const size = 2 ** (32 - length);
  return Math.floor(address / size) === Math.floor(network / size);
}

function excludes(entry: string, host: string, port: string): boolean {
  if (entry === '*') return true;
  if (entry.includes('/')) return inRange(host, entry);
  const [, name = entry, onlyPort] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? [];
  if (onlyPort !== undefined && onlyPort !== port) return false;
  const bare = name.replace(/^\*?\./, '');
  return host === bare || host.endsWith(`.${bare}`);
}

/** The proxy for a server, or undefined when it is reached directly; as Go's clients decide it. */
export function proxyFor(server: URL, settings: ProxySettings): URL | undefined {
  const { httpsProxy, noProxy = '' } = settings;
  if (httpsProxy === undefined || httpsProxy === '' || server.protocol !== 'https:') return undefined;
  const host = server.hostname.replace(/^\[|\]$/g, '').toLowerCase();
  if (host === 'localhost' || host === '::1' || host.startsWith('127.')) return undefined;
  const entries = noProxy
    .toLowerCase()
    .split(',')
    .map((entry) => entry.trim());
  if (entries.some((entry) => entry !== '' && excludes(entry, host, server.port || '443'))) return undefined;
  const address = httpsProxy.includes('://') ? httpsProxy : `http://${httpsProxy}`;
  return URL.canParse(address) ? new URL(address) : undefined;
}
