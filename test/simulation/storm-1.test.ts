import { storm } from './storm.ts';

storm(20261127);
