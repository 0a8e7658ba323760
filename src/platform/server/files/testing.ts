/** Builds small compound files for tests: header, one table sector, a directory, streams of whole sectors. */

const SECTOR = 512
const END = 0xfffffffe
const FREE = 0xffffffff

/** A compound file with these streams; each is padded to at least 4 KB, so that all live in whole sectors. */
export const makeOle = (streams: Readonly<Record<string, Uint8Array>>): Uint8Array => {
  const entries = Object.entries(streams).map(([name, bytes]) => ({
    name,
    bytes,
    size: Math.max(4096, bytes.byteLength),
  }))
  const directorySectors = Math.ceil((entries.length + 1) / 4)
  const table: number[] = [0xfffffffd]
  const chain = (count: number): number => {
    const first = table.length
    for (let i = 0; i < count; i++) table.push(i === count - 1 ? END : table.length + 1)
    return first
  }
  const directory = chain(directorySectors)
  const starts = entries.map((entry) => chain(Math.ceil(entry.size / SECTOR)))
  if (table.length > SECTOR / 4) throw new Error('more than one table sector')

  const file = new Uint8Array(SECTOR * (table.length + 1))
  const view = new DataView(file.buffer)
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  view.setUint16(24, 0x3e, true)
  view.setUint16(26, 3, true)
  view.setUint16(28, 0xfffe, true)
  view.setUint16(30, 9, true)
  view.setUint16(32, 6, true)
  view.setUint32(44, 1, true)
  view.setUint32(48, directory, true)
  view.setUint32(56, 4096, true)
  view.setUint32(60, END, true)
  view.setUint32(68, END, true)
  view.setUint32(76, 0, true)
  for (let i = 1; i < 109; i++) view.setUint32(76 + i * 4, FREE, true)
  for (let i = 0; i < SECTOR / 4; i++) view.setUint32(SECTOR + i * 4, table[i] ?? FREE, true)

  const writeEntry = (i: number, name: string, type: number, start: number, size: number): void => {
    const at = (directory + 1) * SECTOR + i * 128
    for (const [k, letter] of [...name].entries()) view.setUint16(at + k * 2, letter.charCodeAt(0), true)
    view.setUint16(at + 64, (name.length + 1) * 2, true)
    file[at + 66] = type
    view.setUint32(at + 116, start, true)
    view.setUint32(at + 120, size, true)
  }
  writeEntry(0, 'Root Entry', 5, END, 0)
  for (const [i, entry] of entries.entries()) {
    const start = starts[i] ?? 0
    writeEntry(i + 1, entry.name, 2, start, entry.size)
    file.set(entry.bytes, (start + 1) * SECTOR)
  }
  return file
}
