import { expect, test } from '@jest/globals';
import type { ClusterSubject } from './cluster-subject.ts';
import { codeOf } from './code-of.ts';

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

/** What every implementation does with containers: commands, logs, forwarded ports. `talk` sends to a local port. */
export function containersContract(
  subject: () => ClusterSubject,
  talk: (host: string, port: number, send: string) => Promise<string>,
): void {
  test('runs a command: output, exit code, stdin', async () => {
    const run = (argv: string[], stdin?: string) =>
      subject().cluster.exec(subject().container, argv, {
        timeoutMs: 10_000,
        ...(stdin === undefined ? {} : { stdin: Buffer.from(stdin) }),
      });
    const echoed = await run(['echo', 'two  words', '$HOME']);
    expect([echoed.exitCode, text(echoed.stdout), text(echoed.stderr)]).toEqual([0, 'two  words $HOME\n', '']);
    const failed = await run(['sh', '-c', 'echo out; echo oops >&2; exit 42']);
    expect([failed.exitCode, text(failed.stdout), text(failed.stderr)]).toEqual([42, 'out\n', 'oops\n']);
    const copied = await run(['cat'], 'from stdin');
    expect([copied.exitCode, text(copied.stdout)]).toEqual([0, 'from stdin']);
  }, 40_000);

  test('caps the output, and names what is missing', async () => {
    const { container } = subject();
    const capped = await subject().cluster.exec(container, ['cat'], {
      timeoutMs: 10_000,
      maxOutputBytes: 1000,
      stdin: Buffer.alloc(5000, 'x'),
    });
    expect([capped.stdout.byteLength, capped.truncated, capped.exitCode]).toEqual([1000, true, 141]);
    const missing = subject().cluster.exec(container, ['no-such-program', 'x'], { timeoutMs: 10_000 });
    await expect(missing).rejects.toMatchObject({
      code: 'missing-tool',
      message: expect.stringContaining('no-such-program'),
    });
    const elsewhere = { ...container, container: 'no-such-container' };
    expect(await codeOf(subject().cluster.exec(elsewhere, ['echo'], { timeoutMs: 10_000 }))).toBe('not-found');
    const nobody = { ...container, pod: 'no-such-pod' };
    expect(await codeOf(subject().cluster.exec(nobody, ['echo'], { timeoutMs: 10_000 }))).toBe('not-found');
  }, 40_000);

  test('reads the end of what a container has printed', async () => {
    const { container, printed } = subject();
    const lines = await subject().cluster.logs(container, { lines: printed });
    expect(lines).toHaveLength(printed);
    expect(lines.every((line) => !line.includes('\n'))).toBe(true);
    expect((await subject().cluster.logs(container, { lines: 1 })).length).toBe(1);
    expect(await codeOf(subject().cluster.logs({ ...container, pod: 'nobody' }, { lines: 1 }))).toBe('not-found');
  });

  test('reads the file systems of a node by its kubelet, with a right of its own', async () => {
    const { cluster, restricted, node } = subject();
    const [own] = await cluster.nodeFileSystems(node);
    expect(own).toEqual({ name: 'nodefs', capacityBytes: expect.any(Number), availableBytes: expect.any(Number) });
    expect(own?.availableBytes).toBeLessThan(own?.capacityBytes ?? 0);
    expect(await codeOf(cluster.nodeFileSystems('nobody'))).toBe('not-found');
    await expect(restricted.nodeFileSystems(node)).rejects.toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining('nodes/proxy'),
    });
  });

  test('forwards a port, one stream for each connection', async () => {
    const { service, container } = subject();
    await using forward = await subject().cluster.forward(container, service.port);
    const answers = await Promise.all([1, 2, 3].map(() => talk(forward.host, forward.port, service.send)));
    for (const answer of answers) expect(answer).toContain(service.expect);
    await forward.close();
    await forward.close();
    expect(await codeOf(subject().cluster.forward({ ...container, pod: 'no-such-pod' }, service.port))).toBe(
      'not-found',
    );
  }, 40_000);
}
