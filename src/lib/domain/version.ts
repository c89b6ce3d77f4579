/** The version of Throughline, as in package.json: kept with every ingest, so that a graph tells what made it. */
export const version = '0.1.0';
