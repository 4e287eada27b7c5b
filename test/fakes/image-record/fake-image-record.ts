import { emptyState, type StateDocuments } from '../../../src/domain/state/documents.ts';
import { quarantined, rememberImages } from '../../../src/domain/state/images.ts';
import type { ImageRecord } from '../../../src/ports/image-record.ts';
import type { PortError } from '../../../src/ports/port-error.ts';

/** Our record of images in memory. */
export class FakeImageRecord implements ImageRecord {
  images: StateDocuments['images'] = emptyState.images;
  quarantined: StateDocuments['quarantine'] = emptyState.quarantine;
  /** What was written through the port: `remember …`, `quarantine …`. */
  readonly writes: string[] = [];
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
    const before = this.images;
    this.images = rememberImages(before, images, this.#now());
    for (const key of Object.keys(this.images)) if (!Object.hasOwn(before, key)) this.writes.push(`remember ${key}`);
  }

  async quarantine(images: Parameters<ImageRecord['quarantine']>[0]): Promise<void> {
    this.#fail();
    for (const { repository, digest } of images) this.writes.push(`quarantine ${repository}@${digest}`);
    for (const image of images) this.quarantined = quarantined(this.quarantined, image, this.#now());
  }

  #fail(): void {
    if (this.failure !== undefined) throw this.failure;
  }
}
