import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { CHECKOUT } from '../../../sandbox/toolchain/cache.ts';
import { type Report, reportSchema } from '../../../src/domain/report/schema.ts';

/** For a window on two cores that other tests share, ms. */
export const long = 240_000;

/** How a command line ended, and what it printed. */
export interface Ended {
  status: number;
  output: string;
}

/** Run one of the sandbox's command lines, as a user does, without what the tests have in their environment. */
export function run(file: string, ...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [join(CHECKOUT, file), ...args], {
    cwd: CHECKOUT,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...cache(), SECRET_OF_THE_DEVELOPER: 'do-not-pass-me-on' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      output += text;
    });
  }
  return new Promise((resolve) => {
    child.once('close', (code) => resolve({ status: code ?? 1, output }));
  });
}

function cache(): Record<string, string> {
  const names = ['ROOIVALK_CACHE', 'ROOIVALK_SANDBOX', 'XDG_CACHE_HOME'];
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name] as string]] : [])));
}

/** What a run left in its folder below `out/`. */
export const out = (id: string, name: string): string => readFileSync(join(CHECKOUT, 'out', id, name), 'utf8');

/** Its report. */
export function reportOf(id: string): Report {
  return reportSchema.parse(JSON.parse(out(id, 'report.json')));
}

/** Nothing that a run leaves may hold a token, a key or the developer's environment. */
export function expectNoSecrets(id: string): void {
  for (const name of ['log.txt', 'report.json', 'summary.md']) {
    expect(out(id, name)).not.toMatch(/ghs_[A-Za-z0-9_-]{20}|eyJ[A-Za-z0-9_-]{20}|BEGIN [A-Z ]*PRIVATE KEY/);
    expect(out(id, name)).not.toMatch(/[?&]sig=(?!\*\*\*)|add-mask|do-not-pass-me-on/);
  }
}

/** `npm run dispatch -- …`; with the number of the run that it made, 0 for none. */
export async function dispatch(...words: string[]): Promise<Ended & { readonly runId: number }> {
  const ended = await run('sandbox/act/dispatch.ts', ...words);
  return { ...ended, runId: Number(/^Run ([0-9]+)\.$/m.exec(ended.output)?.[1] ?? 0) };
}
