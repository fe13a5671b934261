/**
 * How long anything may take before it counts as missing, ms: one generous limit for every wait. A wait ends by what happens; a machine
 * with other work on it only takes longer. How fast things are is measured by `npm run bench`, never by a test.
 */
export const patience = 90_000
