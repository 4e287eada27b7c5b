import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { readControlFile, remoteControl } from '../../../sandbox/github/control.ts';
import { startGitHub } from '../../../sandbox/github/server.ts';
import { type Artifact, Store } from '../../../sandbox/github/state.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'rooivalk-github-state-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const daily = {
  workflow: { name: 'Daily', path: '.github/workflows/daily.yml' },
  event: 'schedule',
  sha: 'a'.repeat(40),
};

function keepArtifact(store: Store, runId: number): string {
  const blob = String(store.nextId());
  const file = join(store.blobDirectory, `${blob}.content`);
  writeFileSync(file, 'x');
  store.state.artifacts.push({ id: 1, runId, name: 'a', blob, finalized: true } as Artifact);
  return file;
}

test('what happened survives a restart; ids go on, and the key is the same', () => {
  const before = new Store(directory);
  const run = before.openRun(daily);
  before.closeRun(run.id, 'success');
  const after = new Store(directory);
  expect(after.run(run.id)).toMatchObject({ conclusion: 'success', number: 1 });
  expect(after.state.key).toBe(before.state.key);
  const next = after.openRun(daily);
  expect(next.id).toBeGreaterThan(run.id);
  expect(next).toMatchObject({ number: 2, workflow: { id: run.workflow.id } });
  expect(statSync(join(directory, 'state.json')).mode & 0o077).toBe(0);
});

test('the oldest ended runs are forgotten with their artifacts; one that still runs is not', () => {
  const store = new Store(directory);
  const running = store.openRun(daily);
  const ended = store.openRun(daily);
  const kept = keepArtifact(store, running.id);
  const gone = keepArtifact(store, ended.id);
  store.closeRun(ended.id, 'success');
  for (let n = 0; n < 99; n += 1) store.closeRun(store.openRun(daily).id, 'success');
  expect(store.state.runs).toHaveLength(100);
  expect(store.run(ended.id)).toBeUndefined();
  expect(existsSync(gone)).toBe(false);
  expect(store.run(running.id)).toBeDefined();
  expect(existsSync(kept)).toBe(true);
});

test('a run that ends takes its unfinished jobs and its tokens with it', () => {
  const store = new Store(directory);
  const run = store.openRun(daily);
  store.issueToken(['actions=read'], 10, undefined, run.id);
  store.recordJob(run.id, 'window', { status: 'in_progress' });
  store.closeRun(run.id, 'cancelled');
  expect(store.state.tokens).toEqual([]);
  expect(store.state.jobs).toMatchObject([{ name: 'window', status: 'completed', conclusion: 'cancelled' }]);
});

test('another process controls it by the file that it leaves, and only while it runs', async () => {
  const github = await startGitHub({ directory, host: '127.0.0.1', port: 0 });
  const reached = readControlFile(directory);
  if (reached === undefined) throw new Error('no control file');
  const control = remoteControl(reached);
  const opened = await control.openRun(daily, ['actions=read']);
  await control.recordJob(opened.run.id, 'window', { status: 'completed', conclusion: 'success' });
  expect(await control.closeRun(opened.run.id, 'success')).toMatchObject({ status: 'completed' });
  await expect(control.closeRun(1, 'success')).rejects.toThrow('closeRun: no run 1');
  await expect(remoteControl({ ...reached, secret: 'wrong' }).openIssue(true)).rejects.toThrow(
    'the control secret is needed',
  );
  await github.close();
  expect(readControlFile(directory)).toBeUndefined();
});
