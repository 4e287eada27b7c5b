import { objectStoreContract } from '../../contracts/object-store.contract.ts';
import { createFakeObjectStore } from './fake-object-store.ts';

objectStoreContract('fake', async () => {
  const store = createFakeObjectStore();
  return {
    store,
    put: async (key, given) => {
      const content = typeof given === 'number' ? new Uint8Array(given) : given;
      store.objects.set(key, { bytes: content.length, modifiedAt: Date.now(), content });
    },
    close: async () => undefined,
  };
});
