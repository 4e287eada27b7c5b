import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openMaintenance } from '../../src/adapters/kubernetes/maintenance.ts';
import { calendarOf } from '../../src/domain/configuration/windows.ts';
import type { TaskOutcome } from '../../src/domain/report/outcome.ts';
import { beginAlone } from '../../src/pipeline/conduct/begin-alone.ts';
import { finish } from '../../src/pipeline/publish/finish.ts';
import type { Process } from '../../src/runtime/process.ts';
import { publishReport } from '../../src/runtime/publish.ts';
import { Redactor } from '../../src/runtime/redactor.ts';
import { Stdout } from '../../src/runtime/stdout.ts';
import type { AnyTask } from '../../src/tasks/contract.ts';
import { loadTask, taskLoaders } from '../../src/tasks/registry.ts';
import { Scene } from '../contracts/task-scene.ts';
import type { MakeWorld } from '../contracts/world.ts';
import { FakeCluster } from '../fakes/cluster/fake-cluster.ts';
import { stillClock, testNow } from '../tasks/environment.ts';
import { foreignCommands, schemaErrors, secretForms, unsafeMarkdown } from './harmless.ts';

const secret = 'planted/Secret+value?=';

/** What somebody may have named a file, a table, a key or a certificate. */
const hostile: readonly string[] = [
  '::error::pretended',
  'a\n::error file=x,line=1::pretended',
  '\u00a0::warning::pretended',
  'a ##[error]pretended',
  'a\r::add-mask::a',
  'a\u2028::set-output name=verdict::pass',
  '<img src=x onerror=alert(1)>',
  '</details></td><script>alert(1)</script>',
  '[x](javascript:alert(1)) ![i](https://evil.example/i.png)',
  '@everyone #1 GH-1 https://evil.example www.evil.example',
  'a | b |\n|---|---|\n| c | d |',
  '`a` ``` ~~~ `',
  '```\n</code>',
  '$(id) `id` $HOME ; rm -rf / # %0A::error::x',
  'a\u0000b\u001b[31mred\u0007',
  '\u202egnp.exe\u200b',
  '&lt;b&gt; $\\alpha$ \\',
  'x'.repeat(20_000),
  `password=${secret} ${Buffer.from(secret).toString('base64')} ${encodeURIComponent(secret)}`,
];

/** Words of ours, which nobody else writes. */
const ourWords = new Set([
  'severity',
  'verdict',
  'status',
  'phase',
  'kind',
  'unit',
  'outcome',
  'digest',
  'type',
  'code',
]);

/** A megabyte takes long to write: each kind of place (whatever the position in a list) has it once, whoever is first. */
const megabyte = 'y'.repeat(2 ** 20);
const hadMegabyte = new Set<string>();

/** The outcome with every word that may come from outside replaced by a hostile one. */
function poisoned(outcome: TaskOutcome, start: number): TaskOutcome {
  let next = start;
  const wordFor = (place: string): string | undefined => {
    next += 1;
    const turn = next % hostile.length;
    if (turn !== 7 || hadMegabyte.has(place)) return hostile[turn];
    hadMegabyte.add(place);
    return megabyte;
  };
  const walk = (value: unknown, place: string, key = ''): unknown => {
    if (typeof value === 'string' && !ourWords.has(key)) return wordFor(place);
    if (Array.isArray(value)) return value.map((item) => walk(item, `${place}[]`, key));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, walk(inner, `${place}.${name}`, name)]),
    );
  };
  const { entry, findings } = outcome;
  const { id, title } = entry;
  return {
    entry: { ...(walk(entry, 'entry') as TaskOutcome['entry']), id, title },
    findings: walk(findings, 'findings') as TaskOutcome['findings'],
  };
}

/** Publish an outcome as an action does, and what that left. */
async function published(task: AnyTask, scene: Scene, outcome: TaskOutcome) {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  const redactor = new Redactor();
  redactor.add(secret);
  let log = '';
  const stdout = new Stdout(redactor, (text) => {
    log += text;
  });
  const environment = { jobFolder: folder, onRunner: true, variables: {}, summary: () => undefined };
  const self = { environment, redactor, stdout } as unknown as Process;
  const run = {
    url: 'local',
    attempt: 1,
    event: 'local',
    actor: hostile[9] as string,
    requestedBy: hostile[1] as string,
  };
  const job = beginAlone({
    task: task.id,
    mode: 'plan',
    reason: hostile[7] as string,
    calendar: calendarOf(scene.configuration),
    now: testNow,
    run,
    platform: { name: hostile[6] as string, cluster: hostile[8] as string, namespace: hostile[0] as string },
    failOn: 'fail',
  });
  try {
    const { report } = await finish({
      kind: 'task',
      id: task.id,
      job,
      outcomes: [outcome],
      describe: () => ({ title: task.title, type: task.type }),
      state: openMaintenance(new FakeCluster(), stillClock()).state,
      clock: stillClock(),
      runWord: 'local',
    });
    for (const text of hostile) stdout.print(text);
    const { json } = await publishReport(self, report, false);
    return {
      log,
      json: readFileSync(json, 'utf8'),
      summary: readFileSync(join(folder, 'report', 'summary.md'), 'utf8'),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe.each(Object.keys(taskLoaders))('hostile words in whatever %s carries', (id) => {
  let task: AnyTask;
  let scene: Scene;
  const outcomes: TaskOutcome[] = [];
  beforeAll(async () => {
    task = (await loadTask(id)) as AnyTask;
    const world = (await import(`../tasks/${id}/world.ts`)) as { makeWorld: MakeWorld };
    scene = new Scene(task, await world.makeWorld());
    outcomes.push(await scene.carryOut({ mode: 'plan' }), await scene.carryOut());
  });
  afterAll(() => {
    outcomes.length = 0;
  });

  test('nothing escapes from log, annotations, summary and report', async () => {
    for (const outcome of outcomes) {
      // each word in each place
      for (let start = 0; start < hostile.length; start += 1) {
        const { log, summary, json } = await published(task, scene, poisoned(outcome, start));
        expect(foreignCommands(log)).toEqual([]);
        expect(log.split('\n').every((line) => line.length < 8192)).toBe(true);
        expect(unsafeMarkdown(summary)).toEqual([]);
        expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
        expect(schemaErrors(JSON.parse(json))).toEqual([]);
        for (const text of [log, summary, json]) expect(secretForms(text, secret)).toEqual([]);
      }
    }
  }, 60_000);
});

describe('what the tests look with', () => {
  test.each(hostile.slice(0, 6))('sees a command in %j', (text) => expect(foreignCommands(text)).not.toEqual([]));
  test.each(hostile.slice(6, 10))('sees more than text in %j', (text) => expect(unsafeMarkdown(text)).not.toEqual([]));
});
