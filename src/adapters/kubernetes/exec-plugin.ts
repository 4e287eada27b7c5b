import { PortError } from '../../ports/port-error.ts';

/** A credential plugin, as `users[].user.exec` names it. */
export interface PluginEntry {
  readonly apiVersion: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** What a plugin answered. */
export interface PluginCredential {
  readonly token?: string;
  readonly clientCertificate?: { readonly cert: Buffer; readonly key: Buffer };
  /** Epoch ms; absent: valid until the API server says otherwise. */
  readonly expiresAt?: number;
}

const mostOutputBytes = 1024 * 1024;

/** Reads an `exec` entry; undefined when it names no command. */
export function pluginEntry(raw: unknown): PluginEntry | undefined {
  const entry = raw as { apiVersion?: unknown; command?: unknown; args?: unknown; env?: unknown };
  if (typeof entry.command !== 'string' || entry.command === '') return undefined;
  const pairs = Array.isArray(entry.env) ? (entry.env as { name?: unknown; value?: unknown }[]) : [];
  return {
    apiVersion: typeof entry.apiVersion === 'string' ? entry.apiVersion : 'client.authentication.k8s.io/v1',
    command: entry.command,
    args: Array.isArray(entry.args) ? entry.args.map(String) : [],
    env: Object.fromEntries(pairs.map(({ name, value }) => [String(name), String(value)])),
  };
}

const failure = (plugin: PluginEntry, message: string, next?: string): PortError =>
  new PortError({
    code: 'unauthorized',
    subject: `credential plugin ${plugin.command}`,
    message,
    next: next ?? `Run ${plugin.command} by hand, in the job's environment, to see why`,
  });

function credentialOf(plugin: PluginEntry, output: string): PluginCredential {
  let status: Record<string, unknown> | undefined;
  try {
    status = (JSON.parse(output) as { status?: Record<string, unknown> }).status;
  } catch {
    throw failure(plugin, 'It printed no JSON');
  }
  const text = (key: string): string | undefined => {
    const value = status?.[key];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const token = text('token');
  const cert = text('clientCertificateData');
  const key = text('clientKeyData');
  if (token === undefined && (cert === undefined || key === undefined)) throw failure(plugin, 'It gave no credential');
  const expiresAt = Date.parse(text('expirationTimestamp') ?? '');
  return {
    ...(token === undefined ? {} : { token }),
    ...(cert === undefined || key === undefined
      ? {}
      : { clientCertificate: { cert: Buffer.from(cert), key: Buffer.from(key) } }),
    ...(Number.isNaN(expiresAt) ? {} : { expiresAt }),
  };
}

/**
 * Run a credential plugin once. It gets exactly the environment that is handed in and its own `env` entries, no stdin,
 * and `timeoutMs`; what it writes to stderr is dropped, since it may hold secrets.
 */
export async function runPlugin(
  plugin: PluginEntry,
  environment: Readonly<Record<string, string>>,
  timeoutMs: number,
): Promise<PluginCredential> {
  const info = { apiVersion: plugin.apiVersion, kind: 'ExecCredential', spec: { interactive: false } };
  const env = { ...environment, ...plugin.env, KUBERNETES_EXEC_INFO: JSON.stringify(info) };
  const { spawn } = await import('node:child_process');
  return new Promise((resolve, reject) => {
    // A group of its own, so that what the plugin has started ends with it.
    const child = spawn(plugin.command, plugin.args, { env, stdio: ['ignore', 'pipe', 'ignore'], detached: true });
    const chunks: Buffer[] = [];
    let size = 0;
    let objection: PortError | undefined;
    const stop = (why: string): void => {
      objection ??= failure(plugin, why);
      endGroup(child.pid);
      child.stdout.destroy();
    };
    const timer = setTimeout(() => stop(`It did not end within ${Math.ceil(timeoutMs / 1000)} s`), timeoutMs);
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.byteLength;
      if (size <= mostOutputBytes) chunks.push(chunk);
      else stop('It printed more than 1 MiB');
    });
    child.once('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      const message = error.code === 'ENOENT' ? 'The program does not exist' : `It did not start (${error.code})`;
      reject(failure(plugin, message, `Install ${plugin.command} in the job before this step`));
    });
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      if (code !== 0) objection ??= failure(plugin, `It ended with ${code === null ? signal : `exit status ${code}`}`);
      if (objection !== undefined) reject(objection);
      else resolve(new Promise((done) => done(credentialOf(plugin, Buffer.concat(chunks).toString('utf8')))));
    });
  });
}

function endGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
