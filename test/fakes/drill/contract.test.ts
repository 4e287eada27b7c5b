import { drillContract } from '../../contracts/drill.contract.ts';
import { createFakeDrill } from './fake-drill.ts';

drillContract('fake', async () => createFakeDrill());
