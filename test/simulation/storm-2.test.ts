import { storm } from './storm.ts';

storm(815);
