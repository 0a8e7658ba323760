/** Bytes of a block; names and contents of a tar fill whole ones. */
const BLOCK = 512

/** The text of a field, which ends at the first zero. */
const readField = (header: Buffer, start: number, length: number): string =>
  header
    .subarray(start, start + length)
    .toString('utf8')
    .split('\0', 1)[0] ?? ''

/**
 * The content of one plain file in a tar (POSIX 1003.1 `ustar`, as npm writes it).
 *
 * @throws when the archive has no file of this name or ends before the file does
 */
export const getFromTar = (tar: Buffer, name: string): Buffer => {
  for (let at = 0; at + BLOCK <= tar.length;) {
    const header = tar.subarray(at, at + BLOCK)
    const found = readField(header, 0, 100)
    if (found === '') break
    const size = Number.parseInt(readField(header, 124, 12).trim(), 8)
    if (Number.isNaN(size)) throw new Error(`the tar is damaged at byte ${at}: ${found} has no size`)
    const start = at + BLOCK
    if (start + size > tar.length) throw new Error(`the tar ends within ${found}`)
    if (found === name) return tar.subarray(start, start + size)
    at = start + Math.ceil(size / BLOCK) * BLOCK
  }
  throw new Error(`the tar has no file ${name}`)
}
