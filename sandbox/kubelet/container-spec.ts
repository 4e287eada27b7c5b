/** What `pod-init` must do to start one container of a pod. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, containerEnvironment, expand, type PodContext } from './environment.ts';
import { containerIdentity } from './identity.ts';
import type { Image } from './image-store.ts';
import type { Container } from './objects.ts';
import type { ContainerSpec } from './pod-init.ts';
import { quantity } from './quantity.ts';
import type { References } from './references.ts';
import type { PodVolumes } from './volumes.ts';

/** A container's root and its /tmp hold this much each, unless `limits.ephemeral-storage` says otherwise. */
export const ROOT_BYTES = 64 * 2 ** 20;
/** A log file is followed by a new one at this size; one older file is kept. */
export const LOG_BYTES = 4 * 2 ** 20;

const DEFAULT_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const READ_ONLY_KINDS = ['configMap', 'secret', 'downwardAPI', 'projected'] as const;

/** The places and services that a container's start needs. */
export interface StartContext {
  readonly context: PodContext;
  readonly container: Container;
  readonly image: Image;
  readonly volumes: PodVolumes;
  readonly references: References;
  /** The folder of this instance of the container. */
  readonly folder: string;
  readonly log: string;
  /** The files that every container of the pod has in /etc, by name. */
  readonly etc: Readonly<Record<string, string>>;
  readonly apiServer: { readonly host: string; readonly port: string };
}

/** The path of the container's termination message on the machine. */
export function terminationLog(folder: string): string {
  return join(folder, 'termination-log');
}

/** Builds the specification and the instance's folder. Throws a `ConfigError` or `VolumeError` that says what is wrong. */
export async function containerSpec(start: StartContext): Promise<ContainerSpec> {
  const { container, image, context, folder } = start;
  const { spec, metadata } = context.pod;
  const variables = await containerEnvironment(container, context, start.references, baseEnvironment(start));
  const argv = commandLine(container, image, variables);
  mkdirSync(join(folder, 'root'), { recursive: true });
  writeFileSync(terminationLog(folder), '', { mode: 0o666 });
  const identity = containerIdentity(container, spec, image);
  const limit = container.resources?.limits?.['ephemeral-storage'];
  const size = limit === undefined ? ROOT_BYTES : quantity(limit);
  const readOnlyRoot = container.securityContext?.readOnlyRootFilesystem ?? false;
  return {
    root: join(folder, 'root'),
    rootSize: size,
    layer: image.files,
    hostname: spec.hostname ?? metadata.name,
    links: image.binds.links,
    scratch: readOnlyRoot ? [] : [{ target: '/tmp', size, mode: '1777' }],
    binds: binds(start, variables),
    readOnlyRoot,
    argv,
    env: [...variables].map(([name, value]) => `${name}=${value}`),
    cwd: container.workingDir ?? (image.config.WorkingDir || '/'),
    log: start.log,
    logLimit: LOG_BYTES,
    identity,
  };
}

/** The variables below those of the manifest: the image's, the pod's own address, and the API server's. */
function baseEnvironment({ image, context, apiServer }: StartContext): Map<string, string> {
  const pairs = (image.config.Env ?? []).map((pair): [string, string] => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), pair.slice(at + 1)];
  });
  return new Map([
    ['PATH', DEFAULT_PATH],
    ['HOSTNAME', context.pod.spec.hostname ?? context.pod.metadata.name],
    // Nothing routes Service addresses here, so programs find the API server where it is.
    ['KUBERNETES_SERVICE_HOST', apiServer.host],
    ['KUBERNETES_SERVICE_PORT', apiServer.port],
    ['KUBERNETES_SERVICE_PORT_HTTPS', apiServer.port],
    // All pods share one network: a program listens on its own address.
    ['POD_IP', context.podIP],
    ...pairs,
  ]);
}

function commandLine(container: Container, image: Image, variables: ReadonlyMap<string, string>): string[] {
  const given = (list: readonly string[]): string[] => list.map((text) => expand(text, variables));
  const command = container.command?.length ? given(container.command) : [...(image.config.Entrypoint ?? [])];
  const args = container.args?.length
    ? given(container.args)
    : container.command?.length
      ? []
      : [...(image.config.Cmd ?? [])];
  const argv = [...command, ...args];
  if (argv.length === 0) throw new ConfigError('no command specified');
  return argv;
}

function binds(start: StartContext, variables: ReadonlyMap<string, string>): ContainerSpec['binds'] {
  const { image, container, context, etc, folder } = start;
  const fromMachine = image.binds.binds.map((bind) => ({ ...bind, readOnly: true, program: true }));
  const files = Object.entries(etc).map(([name, source]) => ({ source, target: `/etc/${name}`, readOnly: true }));
  const message = {
    source: terminationLog(folder),
    target: container.terminationMessagePath ?? '/dev/termination-log',
    readOnly: false,
  };
  const mounts = (container.volumeMounts ?? []).map((mount) => {
    const volume = context.pod.spec.volumes?.find(({ name }) => name === mount.name);
    const subPath = mount.subPathExpr === undefined ? (mount.subPath ?? '') : expand(mount.subPathExpr, variables);
    const readOnly =
      mount.readOnly === true ||
      volume?.persistentVolumeClaim?.readOnly === true ||
      READ_ONLY_KINDS.some((kind) => volume?.[kind] !== undefined);
    return { source: start.volumes.source(mount, subPath), target: mount.mountPath, readOnly };
  });
  // A mount inside another comes after it.
  mounts.sort((a, b) => a.target.split('/').length - b.target.split('/').length);
  return [...fromMachine, ...files, ...mounts, message];
}
