import { counted } from '../domain/quantities.ts';
import { unrecorded } from '../domain/state/images.ts';
import { defineStep } from './executor.ts';

/** Write into our own record which digests tags stand for; what it knows keeps the moment when it was seen first. */
export default defineStep({
  kind: 'record-images',
  ports: ['imageRecord'],
  provedBy: 'settle',
  precondition: async () => ({ holds: true }),
  apply: async ({ ports }, { parameters }) => {
    await ports.imageRecord.remember(parameters.images);
    return { text: `${counted(parameters.images.length, 'image')} recorded`, measurements: [], findings: [] };
  },
  settle: async ({ ports }, { parameters }) => {
    const { images } = await ports.imageRecord.read();
    return unrecorded(images, parameters.images).length === 0 ? 'done' : 'not-done';
  },
});
