import { jest } from '@jest/globals';
import { forgeContract } from '../../contracts/forge.contract.ts';
import { standInWorld } from './stand-in.ts';

// The artifact client tells the log what it does.
jest.spyOn(process.stdout, 'write').mockReturnValue(true);

forgeContract('the stand-in for GitHub', standInWorld);
