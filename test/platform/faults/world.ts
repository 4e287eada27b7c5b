/** Looking at the sandbox that is up, from outside of the faults' own code: with kubectl, psql, redis-cli, openssl. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { enterArgv, sandboxState } from '../../../sandbox/supervisor/enter.ts';
import { CHECKOUT } from '../../../sandbox/toolchain/cache.ts';
import { tool } from '../../../sandbox/toolchain/index.ts';

const execute = promisify(execFile);
const LIMIT = { timeout: 30_000, maxBuffer: 16 * 2 ** 20 };

/** What a command of the sandbox's command line printed, and how it ended. */
export interface Ended {
  readonly status: number;
  readonly output: string;
}

async function ended(file: string, args: readonly string[], timeout: number): Promise<Ended> {
  try {
    const { stdout, stderr } = await execute(file, args, { ...LIMIT, timeout, cwd: CHECKOUT });
    return { status: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout = '', stderr = '' } = error as { code?: number; stdout?: string; stderr?: string };
    return { status: typeof code === 'number' ? code : 1, output: stdout + stderr };
  }
}

/** `node sandbox/cli.ts …` */
export function cli(...words: readonly string[]): Promise<Ended> {
  return ended(process.execPath, [join(CHECKOUT, 'sandbox/cli.ts'), ...words], 180_000);
}

/** Runs a command inside the sandbox; gives what it prints, also when it fails. */
export async function inside(...argv: readonly string[]): Promise<string> {
  const [file, ...args] = enterArgv(argv);
  return (await ended(file, args, 30_000)).output.trim();
}

/** kubectl on the platform's namespace, as its administrator. */
export function kubectl(...words: readonly string[]): Promise<string> {
  const kubeconfig = `--kubeconfig=${sandboxState().kubeconfig}`;
  return inside(tool('kubectl'), kubeconfig, '--request-timeout=5s', '--namespace=phoenix-rooivalk', ...words);
}

/** One field of an object. */
export function field(object: string, path: string): Promise<string> {
  return kubectl('get', object, `--output=jsonpath={${path}}`);
}

/** A command in a pod. */
export function exec(pod: string, ...argv: readonly string[]): Promise<string> {
  return kubectl('exec', pod, '--', ...argv);
}

/** A query on one of PostgreSQL's servers, as its superuser. */
export function sql(query: string, pod = 'postgres-0'): Promise<string> {
  return exec(
    pod,
    'psql',
    '--username=postgres',
    '--dbname=phoenixrooivalk',
    '--tuples-only',
    '--no-align',
    `--command=${query}`,
  );
}

/** A command of Redis' master, as its administrator. */
export function redis(command: string): Promise<string> {
  const login = 'REDISCLI_AUTH=$(cat /etc/redis-credentials/admin)';
  return exec('redis-0', 'sh', '-c', `${login} redis-cli -s /run/redis/redis.sock --no-auth-warning ${command}`);
}

/** What OpenSSL says of a certificate in a Secret. */
export async function certificate(secret: string, ...options: readonly string[]): Promise<string> {
  const text = await field(`secret/${secret}`, '.data.tls\\.crt');
  return inside('sh', '-c', `echo '${text}' | base64 -d | openssl x509 -noout ${options.join(' ')} 2>&1`);
}

/** The first address of a workload's pods. */
export function address(app: string): Promise<string> {
  return kubectl('get', 'pods', `--selector=app=${app}`, '--output=jsonpath={.items[0].status.podIP}');
}

/** A page of a pod or node; empty when there is no answer in time. Certificates are not verified. */
export function page(url: string, seconds = 10): Promise<string> {
  return fetched(url, seconds, 'console.log(await answer.text())');
}

/** How long an answer takes, in seconds. */
export async function secondsTo(url: string): Promise<number> {
  return Number(await fetched(url, 20, 'console.log((performance.now() - began) / 1000)'));
}

function fetched(url: string, seconds: number, tell: string): Promise<string> {
  const script = `const began = performance.now();
    const answer = await fetch(${JSON.stringify(url)}, { signal: AbortSignal.timeout(${seconds * 1_000}) }).catch(() => process.exit(0));
    ${tell};`;
  const settings = ['NODE_TLS_REJECT_UNAUTHORIZED=0', 'NODE_NO_WARNINGS=1'];
  return inside('env', ...settings, process.execPath, '--input-type=module', '--eval', script);
}

/** How many ready pods a workload has, of how many. */
export function readyOf(workload: string): Promise<string> {
  return kubectl('get', workload, '--output=jsonpath={.status.readyReplicas}/{.spec.replicas}');
}
