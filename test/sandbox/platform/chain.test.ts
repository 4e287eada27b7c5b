import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { answerEnd, encode } from '../../../sandbox/platform/programs/api-gateway/cache.ts';
import { type Block, Chain, seal } from '../../../sandbox/platform/programs/blockchain-node/chain.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rooivalk-chain-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function next({ height, hash, total }: Block, transactions = 5): Block {
  const root = 'f'.repeat(64);
  return seal({
    height: height + 1,
    parent: hash,
    proposer: 'n',
    time: 1,
    transactions,
    root,
    total: total + transactions,
  });
}

describe('the ledger', () => {
  test('keeps blocks that follow, refuses the others, and has them again after a restart', () => {
    const chain = new Chain(join(folder, 'blocks'));
    const first = next(chain.head);
    expect(chain.append(first)).toBe(true);
    expect(chain.append(first)).toBe(false);
    expect(chain.append({ ...next(first), transactions: 6 })).toBe(false);
    expect(chain.append(next(first))).toBe(true);
    chain.close();
    const again = new Chain(join(folder, 'blocks'));
    expect(again.head).toEqual(next(first));
    expect(again.from(first.height, 10)).toHaveLength(2);
    again.close();
  });

  test('loses no more than the block whose line was torn by a crash', () => {
    const path = join(folder, 'blocks');
    const chain = new Chain(path);
    const first = next(chain.head);
    chain.append(first);
    chain.close();
    appendFileSync(path, JSON.stringify(next(first)).slice(0, 40));
    const again = new Chain(path);
    expect(again.head).toEqual(first);
    again.append(next(first));
    again.close();
    expect(readFileSync(path, 'utf8').trimEnd().split('\n')).toHaveLength(3);
  });
});

describe("the gateway's Redis protocol", () => {
  test.each([
    ['+OK\r\n', 5],
    [':42\r\n:1\r\n', 5],
    ['$3\r\nabc\r\n', 9],
    ['$-1\r\n', 5],
    ['$3\r\nab', undefined],
    ['+O', undefined],
  ])('the first answer of %j ends at %s', (text, end) => expect(answerEnd(text)).toBe(end));

  test('a command counts bytes, not characters', () => {
    expect(encode(['SET', 'é', 'a\r\nb'])).toBe('*3\r\n$3\r\nSET\r\n$2\r\né\r\n$4\r\na\r\nb\r\n');
  });
});
