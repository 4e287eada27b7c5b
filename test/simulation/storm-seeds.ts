/** The seeds whose worlds every run of the tests goes through. */
export const stormSeeds = [20261127, 815] as const;
