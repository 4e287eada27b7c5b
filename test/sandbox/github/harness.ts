import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenedRun } from '../../../sandbox/github/control.ts';
import type { Permission } from '../../../sandbox/github/operations.ts';
import { type GitHub, startGitHub } from '../../../sandbox/github/server.ts';

/** A stand-in on this machine's loopback, with a clock that a test can move and a folder that goes away with it. */
export interface Bench {
  github: GitHub;
  directory: string;
  /** Milliseconds that the stand-in's clock is ahead. */
  ahead: number;
  openRun(permissions?: Permission[]): Promise<OpenedRun>;
  get(path: string, token: string, headers?: Record<string, string>): Promise<Answer>;
  send(method: string, path: string, token: string, body: string): Promise<Answer>;
  close(): Promise<void>;
}

/** What came back. */
export interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of many shapes
  body: any;
}

/** Starts a stand-in for one test file. */
export async function openBench(): Promise<Bench> {
  const directory = mkdtempSync(join(tmpdir(), 'rooivalk-github-'));
  const bench = { directory, ahead: 0 } as Bench;
  bench.github = await startGitHub({ directory, host: '127.0.0.1', port: 0, now: () => Date.now() + bench.ahead });
  const ask = async (path: string, init: RequestInit): Promise<Answer> => {
    const answer = await fetch(`${bench.github.url}${path}`, { redirect: 'manual', ...init });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
    return { status: answer.status, headers: answer.headers, body: isJson ? JSON.parse(text) : text };
  };
  bench.get = (path, token, headers = {}) => ask(path, { headers: { authorization: `Bearer ${token}`, ...headers } });
  bench.send = (method, path, token, body) =>
    ask(path, { method, body, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' } });
  bench.openRun = (permissions = ['actions=read']) =>
    bench.github.control.openRun(
      {
        workflow: { name: 'Daily maintenance', path: '.github/workflows/daily.yml' },
        event: 'schedule',
        sha: 'a'.repeat(40),
      },
      permissions,
    );
  bench.close = async () => {
    await bench.github.close();
    rmSync(directory, { recursive: true, force: true });
  };
  return bench;
}
