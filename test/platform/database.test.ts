import { databaseContract } from '../contracts/database.contract.ts';
import { realDatabase } from './servers/database-subject.ts';

databaseContract('PostgreSQL', realDatabase);
