import { join } from 'node:path';
import { DefaultArtifactClient } from '@actions/artifact';
import type { Artifacts } from '../../ports/artifacts.ts';
import { PortError } from '../../ports/port-error.ts';

const retentionDays = 90;

/** GitHub's artifacts. The runner's own variables tell the client where to upload; nothing else is read from them here. */
export function createArtifacts(): Artifacts {
  const client = new DefaultArtifactClient();
  return {
    upload: async (name, folder, files) => {
      try {
        const answer = await client.uploadArtifact(
          name,
          files.map((file) => join(folder, file)),
          folder,
          { retentionDays },
        );
        return answer.id === undefined ? {} : { id: answer.id };
      } catch (error) {
        throw new PortError({
          code: 'failed',
          subject: `artifact ${name}`,
          message: `artifact ${name} could not be uploaded (${error instanceof Error ? error.name : 'no reason given'})`,
          next: 'the job summary holds the report; the artifact of the next run holds its own',
        });
      }
    },
  };
}
