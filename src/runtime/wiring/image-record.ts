import { quarantined, rememberImages } from '../../domain/state/images.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ImageRecord } from '../../ports/image-record.ts';
import type { State } from '../../ports/state.ts';

/** Our own record of images, kept in the state beside the platform. */
export function imageRecord(state: State, clock: Clock): ImageRecord {
  return {
    read: async () => ({ images: await state.read('images'), quarantine: await state.read('quarantine') }),
    remember: async (seen) => {
      await state.update('images', (images) => rememberImages(images, seen, clock.now()));
    },
    quarantine: async (bad) => {
      await state.update('quarantine', (quarantine) =>
        bad.reduce((kept, image) => quarantined(kept, image, clock.now()), quarantine),
      );
    },
  };
}
