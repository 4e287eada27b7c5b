import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { clusterWide, inContext, kubectl } from '../../../src/domain/kubernetes/kubectl.ts';

const folder = join(import.meta.dirname, '../../../src');

describe('a command for people', () => {
  test('names its namespace, or is about none', () => {
    expect(kubectl('phoenix')`describe ${'pod/a'}`).toBe('`kubectl -n phoenix describe pod/a`');
    expect(kubectl(clusterWide)`get nodes`).toBe('`kubectl get nodes`');
    expect(kubectl('p')`exec ${'a'} -c ${'b'} -- ${['ls', '-la', '/a b']}`).toBe(
      "`kubectl -n p exec a -c b -- ls -la '/a b'`",
    );
  });

  test.each([
    'app=gateway,tier in (a, b)',
    'it’s "quoted"',
    "a'b\\'c",
    '$(id) `id` ; rm -rf /',
    '',
    'two\nlines\u0000'.slice(0, 9),
    'with\u0085control and `tick’',
  ])('a shell hands %j on as it is', (value) => {
    const command = kubectl(value)`get pods -l ${value}`;
    expect(command.slice(1, -1)).not.toMatch(/[`\n]/);
    const script = `kubectl() { printf '%s\\0' "$@"; }; ${command.slice(1, -1)}`;
    const words = execFileSync('bash', ['-c', script]).toString().split('\0').slice(0, -1);
    expect(words).toEqual(['-n', value, 'get', 'pods', '-l', value]);
  });

  test('the context is put into every command of a text, once', () => {
    const text = `${kubectl('p')`get pods`}, then ${kubectl(clusterWide)`get nodes`}`;
    const told = '`kubectl --context prod-eu -n p get pods`, then `kubectl --context prod-eu get nodes`';
    expect(inContext(text, 'prod-eu')).toBe(told);
    expect(inContext(told, 'other')).toBe(told);
    expect(inContext(text, undefined)).toBe(text);
    expect(inContext('`kubectl get nodes`', 'a$&b')).toBe("`kubectl --context 'a$&b' get nodes`");
  });
});

/** What a source says outside of comments and imports. */
const saidIn = (source: string): string => source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$|^import .*$/gm, '');

test('no other place writes a kubectl command by hand', () => {
  const byHand = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && name !== 'domain/kubernetes/kubectl.ts')
    .flatMap((name) => {
      const said = saidIn(readFileSync(join(folder, name), 'utf8'));
      // `kubectl config` is about the reader's own files; a field manager is shown by `kubectl get` of whatever it is
      return /kubectl (?!config |get -o yaml --show-managed-fields)/.test(said) ? [name] : [];
    });
  expect(byHand).toEqual([]);
});
