/** Put in place by `bin/reader-version.mjs` wherever these sources are made into modules. */
declare const BINHAN_READER_VERSION: string

/**
 * Changes whenever the same file may read differently: a newer one makes "read again" worth while. It follows from
 * the sources that the reader consists of, so that nobody can forget to raise it.
 */
export const READER_VERSION: string = BINHAN_READER_VERSION
