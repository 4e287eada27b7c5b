import { storm } from './storm.ts';
import { stormSeeds } from './storm-seeds.ts';

storm(stormSeeds[0]);
