/**
 * The most that a reader holds in memory of one record (a line of JSON Lines, an object of a JSON array), in bytes:
 * the largest records of OpenAlex, with a thousand authors and their institutions, have 2 MB. The rest of a longer one
 * is skipped, whatever its length.
 */
export const recordBytes = 8 * 2 ** 20;

/** The most of a copied page that is read, in bytes: that of a whole year has 2 MB. */
export const pageBytes = 32 * 2 ** 20;

/** What is looked at of a file to recognise its format, in bytes, and the lines in it. */
export const headBytes = 100_000;
export const headLines = 20;

/**
 * How much a gzip file may unpack to: text packs to a fifth, records that repeat each other to a hundredth, nothing but
 * zeros to a thousandth. Below `free` bytes nobody asks.
 */
export const gzip = { free: 256 * 2 ** 20, ratio: 200 };

/**
 * The same of a zip archive, and how many files of one are read: a library that is a file for each paper has some
 * thousands.
 */
export const packedFiles = { free: 64 * 2 ** 20, ratio: gzip.ratio, most: 20_000 };

/** The earliest year of a publication. The latest is the next one: issues are dated ahead. */
export const firstYear = 1500;

/** Rejected records and fields left out that are kept with their reasons; what is beyond is only counted. */
export const reportedAtMost = 10_000;
