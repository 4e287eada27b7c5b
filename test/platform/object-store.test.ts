import { objectStoreContract } from '../contracts/object-store.contract.ts';
import { realObjectStore } from './servers/versitygw.ts';

objectStoreContract('versitygw', realObjectStore);
