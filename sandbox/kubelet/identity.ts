/** Who a container's processes run as, and which of root's rights they keep. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from './environment.ts';
import type { Image } from './image-store.ts';
import type { Container, PodSpec } from './objects.ts';
import type { Identity } from './pod-init.ts';

/** Kernel numbers of the capabilities that a manifest may name (capability.h). */
const CAPABILITIES: Readonly<Record<string, number>> = {
  CHOWN: 0,
  DAC_OVERRIDE: 1,
  FOWNER: 3,
  FSETID: 4,
  KILL: 5,
  SETGID: 6,
  SETUID: 7,
  SETPCAP: 8,
  NET_BIND_SERVICE: 10,
  SYS_NICE: 23,
  SYS_RESOURCE: 24,
};

/** What containers have without asking: the runtimes' usual list without making devices, raw sockets and chroot. */
const DEFAULT = [
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'SETGID',
  'SETUID',
  'SETPCAP',
  'NET_BIND_SERVICE',
];

/** Resolves user, group, supplementary groups and capabilities. Throws a `ConfigError` for what the sandbox will not grant. */
export function containerIdentity(container: Container, spec: PodSpec, image: Image): Identity {
  const own = container.securityContext;
  const shared = spec.securityContext;
  const [user, group] = imageUser(image);
  const uid = own?.runAsUser ?? shared?.runAsUser ?? user;
  const gid = own?.runAsGroup ?? shared?.runAsGroup ?? (uid === user ? group : 0);
  if ((own?.runAsNonRoot ?? shared?.runAsNonRoot) && uid === 0) {
    throw new ConfigError('container has runAsNonRoot and image will run as root');
  }
  const groups = [...new Set([...(shared?.supplementalGroups ?? []), ...(shared?.fsGroup ? [shared.fsGroup] : [])])];
  return { uid, gid, groups, capabilities: capabilities(own?.capabilities) };
}

function capabilities(wanted: { add?: readonly string[]; drop?: readonly string[] } = {}): number[] {
  const names = new Set(wanted.drop?.some((name) => name.toUpperCase() === 'ALL') ? [] : DEFAULT);
  for (const name of wanted.drop ?? []) names.delete(plain(name));
  for (const name of wanted.add ?? []) {
    if (!(plain(name) in CAPABILITIES)) throw new ConfigError(`the sandbox does not grant the capability ${name}`);
    names.add(plain(name));
  }
  return [...names].map((name) => CAPABILITIES[name] ?? 0).sort((a, b) => a - b);
}

const plain = (name: string): string => name.toUpperCase().replace(/^CAP_/, '');

/** `user`, `uid`, `uid:gid` or empty, as the image's config has it. */
function imageUser(image: Image): [uid: number, gid: number] {
  const [user = '', group] = (image.config.User ?? '').split(':', 2);
  if (user === '') return [0, 0];
  const entry = readAccount(image, 'passwd', user);
  const uid = /^\d+$/.test(user) ? Number(user) : entry && Number(entry[2]);
  if (uid === undefined) throw new ConfigError(`unable to find user ${user}: no matching entries in passwd file`);
  if (group === undefined) return [uid, entry ? Number(entry[3]) : 0];
  const gid = /^\d+$/.test(group) ? Number(group) : Number(readAccount(image, 'group', group)?.[2]);
  if (Number.isNaN(gid)) throw new ConfigError(`unable to find group ${group}: no matching entries in group file`);
  return [uid, gid];
}

/** The line of a name or a number. */
function readAccount(image: Image, file: 'passwd' | 'group', key: string): string[] | undefined {
  const path = join(image.files, 'etc', file);
  if (!existsSync(path)) return undefined;
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  return lines.find((fields) => fields[0] === key || fields[2] === key);
}
