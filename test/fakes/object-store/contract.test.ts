import { objectStoreContract } from '../../contracts/object-store.contract.ts';
import { createFakeObjectStore } from './fake-object-store.ts';

objectStoreContract('fake', async () => {
  const store = createFakeObjectStore();
  return {
    store,
    put: async (key, bytes) => void store.objects.set(key, { bytes, modifiedAt: Date.now() }),
    close: async () => undefined,
  };
});
