import { describe, expect, test } from '@jest/globals';
import { PortError } from '../../../src/ports/port-error.ts';
import task from '../../../src/tasks/renew-certificates/index.ts';
import { made } from '../../certificates/made.ts';
import { declaredRights } from '../declared-rights.ts';
import { Bench, type BenchTraits } from './bench.ts';
import { inDays, namespace, serverOf } from './issuers.ts';

const annotations = { 'cert-manager.io/certificate-name': 'gateway' };

async function kept(traits: BenchTraits = {}, left = 12) {
  const bench = await Bench.make({ inputs: { 'signed-within': '5s' }, ...traits });
  await bench.secret('api-gateway-tls', left, {}, { metadata: { annotations } as never });
  bench.certificate('gateway', 'api-gateway-tls');
  bench.gateway();
  const good = () => made(serverOf('api-gateway-tls', 90, bench.issuing));
  return { bench, good, was: bench.held('api-gateway-tls') };
}

/** Writes to the platform's Secrets. */
const secretWrites = (bench: Bench) =>
  bench.cluster
    .changes()
    .filter(({ resource, namespace: where }) => resource.plural === 'secrets' && where === namespace);

describe('a Secret that cert-manager keeps', () => {
  test('is renewed by cert-manager, told as `cmctl renew` tells it, and served by every pod; never written by us', async () => {
    const { bench, good, was } = await kept();
    bench.certManager('gateway', good);
    const { entry, findings } = await bench.run();
    expect(entry).toMatchObject({
      status: 'done',
      verdict: 'pass',
      result: '1 of 1 due certificate renewed: api-gateway-tls',
    });
    expect(findings).toEqual([]);
    const now = bench.held('api-gateway-tls');
    expect(now.serial).not.toBe(was.serial);
    expect(bench.served()).toEqual([now.serial]);
    expect(secretWrites(bench)).toEqual([]);
    expect(bench.kept()).toEqual([]);
    const [trigger] = bench.cluster.changes();
    expect(trigger).toMatchObject({
      verb: 'patch',
      name: 'gateway',
      after: {
        status: {
          conditions: [{ type: 'Issuing', status: 'True', reason: 'ManuallyTriggered', observedGeneration: 1 }],
        },
      },
    });
  });

  test('may be dated from after the observation: a run that takes long is no reason to doubt it', async () => {
    const { bench } = await kept();
    const soon = { notBefore: inDays(0) + 30_000 };
    bench.certManager('gateway', () => made({ ...serverOf('api-gateway-tls', 90, bench.issuing), ...soon }));
    expect((await bench.run()).entry).toMatchObject({ status: 'done', verdict: 'pass' });
  });

  test('needs no issuer of ours, and the declared rights are enough', async () => {
    const { bench, good } = await kept({ certificates: { issuers: [] } });
    bench.certManager('gateway', good);
    const scene = bench.scene();
    const { observe, change } = task.permissions;
    bench.cluster.restrict(
      declaredRights({ permissions: { observe: [...observe, ...change], change } }, scene.configuration.platform),
    );
    expect((await scene.carryOut()).entry.status).toBe('done');
  });

  test('at which cert-manager is already is only waited for', async () => {
    const bench = await Bench.make({ inputs: { 'signed-within': '5s' } });
    await bench.secret('api-gateway-tls', 12, {}, { metadata: { annotations } as never });
    bench.certificate('gateway', 'api-gateway-tls', {
      conditions: [{ type: 'Issuing', status: 'True', reason: 'Renewing' }],
    });
    let looks = 0;
    const good = () => made(serverOf('api-gateway-tls', 90, bench.issuing));
    bench.cluster.intercept(({ resource, verb }) => {
      if (verb === 'get' && resource?.plural === 'certificates' && ++looks === 2) bench.certManager('gateway', good);
      return undefined;
    });
    expect((await bench.run()).entry.status).toBe('done');
    expect(bench.cluster.changes().filter(({ name }) => name === 'gateway')).toEqual([]);
  });

  test('is due by days and share alone: cert-manager does not wait for windows', async () => {
    const lives = { notBefore: inDays(-4) };
    const bench = await Bench.make();
    await bench.secret('a-tls', 11, lives, { metadata: { annotations } as never });
    expect((await bench.run()).entry.status).toBe('nothing-to-do');
    const other = await Bench.make();
    await other.secret('a-tls', 11, lives);
    expect((await other.run({ mode: 'plan' })).entry.status).toBe('planned');
  });
});

describe('refused', () => {
  test.each<[string, BenchTraits, (bench: Bench) => void, RegExp, RegExp]>([
    [
      'when the configuration says no',
      { certificates: { 'cert-manager': false } },
      (bench) => bench.certificate('gateway', 'a-tls'),
      /certificate\/gateway keeps it, and `platform\.certificates\.cert-manager` is false/,
      /cmctl renew gateway -n phoenix-rooivalk/,
    ],
    [
      'when there is no such Certificate',
      {},
      () => undefined,
      /there is no such Certificate that keeps it/,
      /take the annotation/,
    ],
    [
      'when the Certificate keeps another Secret',
      {},
      (bench) => bench.certificate('gateway', 'other-tls'),
      /no such Certificate that keeps it/,
      /./,
    ],
    [
      'when cert-manager is not installed',
      {},
      (bench) =>
        bench.cluster.fail(
          { resource: 'certificates' },
          new PortError({ code: 'not-found', subject: 'x', message: 'the server knows no such resource' }),
          'every',
        ),
      /no such Certificate/,
      /./,
    ],
  ])('%s', async (_name, traits, arrange, state, next) => {
    const bench = await Bench.make(traits);
    await bench.secret('a-tls', 12, {}, { metadata: { annotations } as never });
    arrange(bench);
    const { entry } = await bench.run();
    expect(entry).toMatchObject({ status: 'refused', verdict: 'warn', applied: [] });
    expect(entry.plan?.refusals[0]?.state).toMatch(state);
    expect(entry.plan?.refusals[0]?.next).toMatch(next);
    expect(bench.cluster.changes()).toEqual([]);
  });
});

/** What cert-manager does instead of renewing well: reported, and left as it is. */
describe('reported, and nothing is put back, when', () => {
  test.each<[string, (bench: Bench) => void, RegExp, boolean]>([
    ['cert-manager does nothing', () => undefined, /cert-manager has not issued after 5 s/, false],
    [
      'cert-manager fails',
      (bench) => bench.certManager('gateway', undefined),
      /cert-manager has failed: Failed, the issuer said no/,
      false,
    ],
    [
      'a name is lost',
      (bench) =>
        bench.certManager('gateway', () => made({ ...serverOf('x', 90, bench.issuing), dns: ['other.example'] })),
      /is not as it must be, and stays: it does not carry api-gateway-tls\.example/,
      true,
    ],
    [
      'nobody trusts the issuer',
      (bench) =>
        bench.certManager('gateway', async () => {
          const other = await made({ name: 'Other', authority: true });
          return made(serverOf('api-gateway-tls', 90, other));
        }),
      /does not lead to a trusted authority: CN=Other is missing/,
      true,
    ],
  ])('%s', async (_name, arrange, cause, changed) => {
    const { bench, was } = await kept();
    arrange(bench);
    const { entry, findings } = await bench.run();
    expect(entry).toMatchObject({ status: 'failed', verdict: 'fail', undone: [] });
    expect(findings.find(({ code }) => code === 'step-failed')?.evidence).toMatch(cause);
    expect(bench.held('api-gateway-tls').serial === was.serial).toBe(!changed);
    expect(secretWrites(bench)).toEqual([]);
    if (!changed) {
      expect(entry.applied.at(-1)).toMatchObject({ outcome: 'skipped' });
      expect(bench.mark()).toBeUndefined();
    }
  });

  test('pods do not take it up: its Secret stays as cert-manager made it', async () => {
    const { bench, good, was } = await kept({ habit: 'ignores' });
    bench.certManager('gateway', good);
    const { entry, findings } = await bench.run();
    expect(entry).toMatchObject({ status: 'failed', verdict: 'fail', undone: [] });
    expect(bench.held('api-gateway-tls').serial).not.toBe(was.serial);
    expect(secretWrites(bench)).toEqual([]);
    expect(findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['step-failed', 'served-differs']));
  });
});

test.each([[{ step: 0, where: 'begun' }], [{ step: 0, where: 'in' }], [{ step: 1, where: 'begun' }]] as const)(
  'cut off at %o: the journal is closed, and nothing is put back',
  async (point) => {
    const { bench, good } = await kept();
    bench.certManager('gateway', good);
    const scene = bench.scene();
    await scene.kill(point);
    const held = bench.held('api-gateway-tls');
    expect(await scene.closeJournal()).toMatchObject({ kind: 'closed', finding: { code: 'run-cut-off' } });
    expect(bench.held('api-gateway-tls')).toEqual(held);
    expect(secretWrites(bench)).toEqual([]);
  },
);
