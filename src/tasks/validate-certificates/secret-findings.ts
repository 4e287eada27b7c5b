import { type Certificate, type PemContent, readable } from '../../domain/certificate/certificate.ts';
import { describeSecret, showSecret } from '../../domain/certificate/commands-for-people.ts';
import { maxPemCertificates } from '../../domain/certificate/pem.ts';
import type { Finding, Severity } from '../../domain/finding/finding.ts';
import { kubectl } from '../../domain/kubernetes/kubectl.ts';
import { type HeldSecret, type Judgeable, leafOf } from '../../observation/certificates/held-secret.ts';
import { type About, authorityDates, listed, validityFindings, weaknessFindings } from './certificate-findings.ts';
import { chainFindings, type NeededHost, nameFindings, type Trust } from './chain-findings.ts';

/** What one Secret is held against. */
export interface SecretNeeds {
  readonly hosts: readonly NeededHost[];
  readonly services: readonly { readonly name: string; readonly hosts: readonly string[] }[];
  readonly trust: Trust;
}

type Base = Omit<About, 'subject' | 'next'> & { readonly namespace: string };

/** Everything that is to be said of one Secret. */
export function secretFindings(secret: HeldSecret, base: Base, needs: SecretNeeds): readonly Finding[] {
  const subject = `secret/${secret.name}`;
  const describe = describeSecret(base.namespace, secret.name);
  if (secret.state === 'unreadable') {
    return [
      one(
        subject,
        'cannot-read',
        'unknown',
        'it could not be read',
        secret.trouble?.message ?? '',
        secret.trouble?.next ?? describe,
      ),
    ];
  }
  if (secret.state === 'absent') {
    const next = `create it, or take its name out there: ${kubectl(base.namespace)`get secrets --field-selector type=kubernetes.io/tls`}`;
    return [
      one(
        subject,
        'secret-missing',
        'fail',
        'the Secret does not exist',
        `named by ${secret.namedBy ?? 'the configuration'}, not in namespace ${base.namespace}`,
        next,
      ),
    ];
  }
  if (secret.certificates === undefined) {
    return [
      one(
        subject,
        'no-certificate',
        'fail',
        'the Secret holds no certificate',
        `no tls.crt; type ${secret.type ?? 'Opaque'}`,
        describe,
      ),
    ];
  }
  const about: About = { ...base, subject, next: showSecret(base.namespace, secret.name) };
  return [
    ...contentFindings(secret.certificates.content, about, 'fail'),
    ...keyFindings(secret, about, describe),
    ...leafFindings(secret, secret.certificates, about, needs),
  ];
}

/** Blocks that could not be read, too many of them, and what does not belong there. */
export function contentFindings(content: PemContent, about: About, severity: Severity): readonly Finding[] {
  const { subject, next } = about;
  const findings: Finding[] = [];
  if (content.refused !== undefined) {
    findings.push(one(subject, 'too-large', 'unknown', 'it is too large to be read', content.refused, next));
  }
  const broken = content.certificates.flatMap((block) =>
    'error' in block ? [`certificate ${block.position}: ${block.error}`] : [],
  );
  const total = content.certificates.length + content.unread;
  if (broken.length > 0) {
    const evidence = `${listed(broken)} (${broken.length} of ${total})`;
    findings.push(one(subject, 'broken-certificate', severity, 'a certificate cannot be read', evidence, next));
  } else if (content.certificates.length === 0 && content.refused === undefined) {
    findings.push(
      one(
        subject,
        'no-certificate',
        severity,
        'there is no certificate in it',
        `0 certificates${othersOf(content)}`,
        next,
      ),
    );
  }
  if (content.unread > 0) {
    const evidence = `${total} certificates, of which the first ${maxPemCertificates} were read`;
    findings.push(one(subject, 'too-many', 'unknown', 'it holds more certificates than are read', evidence, next));
  }
  if (content.otherBlocks.some((label) => label.endsWith('PRIVATE KEY'))) {
    findings.push(
      one(
        subject,
        'key-among-certificates',
        'fail',
        'a private key stands among the certificates',
        othersOf(content).slice(2),
        'take it out and replace the key: whoever may read the certificate could read it',
      ),
    );
  }
  return findings;
}

const othersOf = (content: PemContent): string =>
  content.otherBlocks.length === 0 ? '' : `; other blocks: ${[...new Set(content.otherBlocks)].slice(0, 5).join(', ')}`;

function keyFindings(secret: HeldSecret, about: About, describe: string): readonly Finding[] {
  const { key, certificates } = secret;
  if (key === undefined || certificates === undefined) return [];
  const list = readable(certificates.content);
  const finding = (code: string, title: string, evidence: string, severity: Severity = 'fail') => [
    one(about.subject, code, severity, title, evidence, describe),
  ];
  switch (key.kind) {
    case 'absent':
      return finding('key-missing', 'there is no private key', 'no private key in tls.key');
    case 'encrypted':
      return finding('key-encrypted', 'private key is encrypted, so no server can load it', 'tls.key is encrypted');
    case 'unreadable':
      return finding(
        'key-unreadable',
        'private key cannot be read',
        'tls.key is no private key that OpenSSL can decode',
      );
    case 'differs': {
      if (list.length === 0) return [];
      const own = list[0] as Certificate;
      return finding(
        'key-mismatch',
        'private key does not belong to the certificate',
        `tls.key is another key than that of ${own.subject}, serial ${own.serial}`,
      );
    }
    case 'matches': {
      if (key.index === 0) return [];
      const evidence = `tls.key belongs to certificate ${key.index + 1} of ${list.length}; a server takes the first for its own`;
      return finding('key-mismatch', 'private key does not belong to the first certificate', evidence);
    }
  }
}

function leafFindings(secret: HeldSecret, held: Judgeable, about: About, needs: SecretNeeds): readonly Finding[] {
  const list = readable(held.content);
  const leaf = leafOf(secret);
  if (leaf === undefined) return [];
  return [
    ...validityFindings(leaf, about, secret.renewedBy),
    ...authorityDates(
      list.filter((each) => each !== leaf),
      about,
    ).map(softened),
    ...chainFindings(leaf, held, about, needs.trust),
    ...nameFindings(leaf, needs.hosts, needs.services, about),
    ...weaknessFindings(list, about),
  ];
}

/** An authority in a chain is only one path of several: whether the chain still holds is judged apart. */
const softened = (finding: Finding): Finding =>
  finding.severity === 'fail' ? { ...finding, severity: 'warn' } : finding;

function one(
  subject: string,
  code: string,
  severity: Severity,
  title: string,
  evidence: string,
  next: string,
): Finding {
  return { code, severity, subject, title, evidence, next };
}
