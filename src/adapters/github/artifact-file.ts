import { type ArtifactFile, mostArtifactBytes } from '../../ports/forge.ts';
import { PortError } from '../../ports/port-error.ts';
import { artifact } from './answers.ts';
import type { ForgeClient } from './client.ts';
import { forgeError } from './errors.ts';
import { untilAnswered } from './until-answered.ts';
import { onlyFile, ZipError } from './zip.ts';

const downloadMs = 60_000;

const invalid = (subject: string, why: string): PortError =>
  new PortError({ code: 'invalid', subject, message: `${subject}: ${why}` });

/** The one file of an artifact, in memory; see the port. */
export async function artifactFile(client: ForgeClient, id: number, file: string): Promise<ArtifactFile> {
  const subject = `artifact ${id}`;
  const path = { artifact_id: id };
  const facts = await client.ask('GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}', path, subject, artifact);
  if (facts.expired) throw new PortError({ code: 'gone', subject, message: `${subject} has expired` });
  if (facts.bytes > mostArtifactBytes) throw invalid(subject, `it is larger than ${mostArtifactBytes} bytes`);
  const location = await client.redirection(
    'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/zip',
    path,
    subject,
  );
  const zip = await untilAnswered(client.access, () => download(subject, location, client));
  try {
    const content = onlyFile(zip, file, mostArtifactBytes);
    return { facts, text: new TextDecoder('utf-8', { fatal: true }).decode(content) };
  } catch (error) {
    throw invalid(subject, error instanceof ZipError ? error.message : 'its file is no text');
  }
}

/** The address carries its own permission: the job's token is not sent there. */
async function download(subject: string, location: string, { access }: ForgeClient): Promise<Buffer> {
  const url = new URL(location);
  if (url.protocol !== 'https:' && url.protocol !== new URL(access.api).protocol) {
    throw invalid(subject, `it is kept at an address of ${url.protocol}`);
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    const answer = await fetch(url, {
      redirect: 'manual',
      signal: AbortSignal.any([access.signal, AbortSignal.timeout(downloadMs)]),
    });
    if (answer.status >= 300 && answer.status < 400) throw invalid(subject, 'its address leads to another one');
    if (!answer.ok || answer.body === null) throw forgeError(subject, { status: answer.status, response: {} });
    for await (const part of answer.body) {
      size += part.length;
      if (size > mostArtifactBytes) throw invalid(subject, `it is larger than ${mostArtifactBytes} bytes`);
      parts.push(part);
    }
  } catch (error) {
    throw forgeError(subject, error);
  }
  return Buffer.concat(parts);
}
