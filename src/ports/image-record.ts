import type { StateDocuments } from '../domain/state/documents.ts';
import type { BadImage, SeenImage } from '../domain/state/images.ts';

/** Our own record of images: what each tag stood for and since when, and what failed. Methods reject with a PortError. */
export interface ImageRecord {
  read(): Promise<Pick<StateDocuments, 'images' | 'quarantine'>>;
  /** Write down that these were seen; those that it knows keep their first moment. Only a step does this. */
  remember(images: readonly SeenImage[]): Promise<void>;
  /** Keep images from being tried again. Only a step that failed does this. */
  quarantine(images: readonly BadImage[]): Promise<void>;
}
