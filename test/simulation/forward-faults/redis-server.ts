import type { Talker } from './talker.ts';

/** A cache with stale keys: every page of SCAN lets some of them go. Counts what was done to it. */
export class RedisServer {
  readonly done: string[] = [];
  expired = 0;

  /** One connection, in RESP 2 with single-line arguments. */
  readonly connection = (): Talker => {
    let rest = '';
    return {
      take: (bytes) => {
        rest += bytes.toString('latin1');
        const requests: Buffer[] = [];
        for (let length = lengthOf(rest); length !== undefined; length = lengthOf(rest)) {
          requests.push(Buffer.from(rest.slice(0, length), 'latin1'));
          rest = rest.slice(length);
        }
        return requests;
      },
      answer: (request) => Buffer.from(this.#reply(wordsOf(request.toString('latin1')))),
    };
  };

  #reply(words: readonly string[]): string {
    const [command = '', second = ''] = words.map((word) => word.toUpperCase());
    switch (command) {
      case 'PING':
        return '+PONG\r\n';
      case 'ROLE':
        return '*3\r\n$6\r\nmaster\r\n:42\r\n*0\r\n';
      case 'INFO':
        return bulk(this.#info());
      case 'SCAN':
        return this.#page(Number(second));
      case 'MEMORY':
        this.done.push('memory purge');
        return '+OK\r\n';
      case 'SELECT':
      case 'CLIENT':
        return '+OK\r\n';
      default:
        return `-ERR unknown command ${command}\r\n`;
    }
  }

  #info(): string {
    const facts = {
      redis_version: '8.4.0',
      hz: '10',
      uptime_in_seconds: '86400',
      expired_keys: `${this.expired}`,
      db0: 'keys=40,expires=40,avg_ttl=0',
      used_memory: '1000000',
      maxmemory: '2000000',
      connected_clients: '2',
    };
    return Object.entries(facts)
      .map((fact) => fact.join(':'))
      .join('\r\n');
  }

  #page(cursor: number): string {
    this.expired += 4;
    const next = cursor >= 3 ? 0 : cursor + 1;
    return `*2\r\n${bulk(`${next}`)}*1\r\n${bulk('key')}`;
  }
}

const bulk = (text: string): string => `$${Buffer.byteLength(text)}\r\n${text}\r\n`;

/** `*2\r\n$4\r\nPING\r\n$1\r\na\r\n`: how long the first array is; undefined: it is not whole. */
function lengthOf(text: string): number | undefined {
  const [head = '', count = '0'] = /^\*(\d+)\r\n/.exec(text) ?? [];
  if (head === '') return undefined;
  let at = head.length;
  for (let left = Number(count); left > 0; left -= 1) {
    const [size = '', bytes = '0'] = /^\$(\d+)\r\n/.exec(text.slice(at)) ?? [];
    at += size.length + Number(bytes) + 2;
    if (size === '' || at > text.length) return undefined;
  }
  return at;
}

const wordsOf = (request: string): readonly string[] =>
  request.split('\r\n').filter((line, index) => index > 1 && index % 2 === 0 && line !== '');
