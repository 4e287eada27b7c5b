import { emptyState, type StateDocuments } from '../../../src/domain/state/documents.ts';
import { quarantined, rememberImages } from '../../../src/domain/state/images.ts';
import type { ImageRecord } from '../../../src/ports/image-record.ts';
import type { PortError } from '../../../src/ports/port-error.ts';

/** Our record of images in memory. */
export class FakeImageRecord implements ImageRecord {
  images: StateDocuments['images'] = emptyState.images;
  quarantined: StateDocuments['quarantine'] = emptyState.quarantine;
  /** What everything fails with; undefined: nothing does. */
  failure: PortError | undefined;
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  async read() {
    this.#fail();
    return { images: this.images, quarantine: this.quarantined };
  }

  async remember(images: Parameters<ImageRecord['remember']>[0]): Promise<void> {
    this.#fail();
    this.images = rememberImages(this.images, images, this.#now());
  }

  async quarantine(images: Parameters<ImageRecord['quarantine']>[0]): Promise<void> {
    this.#fail();
    for (const image of images) this.quarantined = quarantined(this.quarantined, image, this.#now());
  }

  #fail(): void {
    if (this.failure !== undefined) throw this.failure;
  }
}
