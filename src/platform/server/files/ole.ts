/**
 * The compound file of Microsoft ([MS-CFB]): a small file system in a file. Holds old `.doc` and `.xls`, and
 * the encrypted form of `.docx`. Every chain is followed at most once through each sector, so that no crooked
 * table makes the reader go round for ever or take more memory than the file has.
 */

export const OLE_MAGIC: readonly number[] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

export class OleBroken extends Error {}

interface Stream {
  readonly name: string
  readonly start: number
  readonly size: number
}

export interface Ole {
  readonly names: readonly string[]
  /** The bytes of a stream; undefined when there is none of this name. Throws `OleBroken`. */
  readonly findStream: (name: string) => Uint8Array | undefined
}

const FREE_OR_END = 0xfffffffa
const MINI_CUTOFF = 4096

export const isOle = (bytes: Uint8Array): boolean =>
  bytes.byteLength >= 512 && OLE_MAGIC.every((value, i) => bytes[i] === value)

/** Reads the tables and the directory. Throws `OleBroken` when they do not fit together. */
export const openOle = (bytes: Uint8Array): Ole => {
  if (!isOle(bytes)) throw new OleBroken('no compound file')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const shift = view.getUint16(30, true)
  if (shift !== 9 && shift !== 12) throw new OleBroken(`sector shift ${shift}`)
  const file = new Sectors(bytes, view, 1 << shift)
  const streams = listStreams(file.read(view.getUint32(48, true)))
  const root = streams.find((one) => one.name === 'Root Entry')
  return {
    names: streams.map((one) => one.name),
    findStream: (name) => {
      const stream = streams.find((one) => one.name === name)
      if (!stream) return undefined
      if (stream.size >= MINI_CUTOFF) return file.read(stream.start).subarray(0, stream.size)
      if (!root) throw new OleBroken('no root')
      return readMini(file, view, root, stream)
    },
  }
}

class Sectors {
  private readonly table: number[] = []
  private readonly bytes: Uint8Array
  private readonly view: DataView
  private readonly size: number

  constructor(bytes: Uint8Array, view: DataView, size: number) {
    this.bytes = bytes
    this.view = view
    this.size = size
    for (const sector of this.listTableSectors()) {
      const at = this.offsetOf(sector)
      for (let i = 0; i < size; i += 4) this.table.push(view.getUint32(at + i, true))
    }
  }

  /** The sectors of the allocation table: 109 in the header, the rest in a chain of their own. */
  private listTableSectors(): number[] {
    const count = this.view.getUint32(44, true)
    const found: number[] = []
    for (let i = 0; i < 109 && found.length < count; i++) found.push(this.view.getUint32(76 + i * 4, true))
    let next = this.view.getUint32(68, true)
    const seen = new Set<number>()
    while (found.length < count && next < FREE_OR_END) {
      if (seen.has(next)) throw new OleBroken('the table of tables goes round')
      seen.add(next)
      const at = this.offsetOf(next)
      for (let i = 0; i < this.size - 4 && found.length < count; i += 4)
        found.push(this.view.getUint32(at + i, true))
      next = this.view.getUint32(at + this.size - 4, true)
    }
    if (found.length * this.size > this.bytes.byteLength) throw new OleBroken('more tables than file')
    return found
  }

  private offsetOf(sector: number): number {
    const at = (sector + 1) * this.size
    if (at + this.size > this.bytes.byteLength) throw new OleBroken(`sector ${sector} lies outside`)
    return at
  }

  /** All bytes of a chain. The last sector of a file may be cut short by careless writers. */
  read(start: number): Uint8Array {
    const sectors: number[] = []
    const seen = new Set<number>()
    for (let sector = start; sector < FREE_OR_END; sector = this.table[sector] ?? FREE_OR_END) {
      if (seen.has(sector)) throw new OleBroken('a chain goes round')
      seen.add(sector)
      sectors.push(sector)
    }
    const whole = new Uint8Array(sectors.length * this.size)
    for (const [i, sector] of sectors.entries()) {
      const at = (sector + 1) * this.size
      if (at >= this.bytes.byteLength) throw new OleBroken(`sector ${sector} lies outside`)
      whole.set(this.bytes.subarray(at, Math.min(at + this.size, this.bytes.byteLength)), i * this.size)
    }
    return whole
  }
}

const listStreams = (directory: Uint8Array): Stream[] => {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength)
  const names = new TextDecoder('utf-16le')
  const streams: Stream[] = []
  for (let at = 0; at + 128 <= directory.byteLength; at += 128) {
    const length = view.getUint16(at + 64, true)
    if (directory[at + 66] === 0 || length < 2 || length > 64) continue
    streams.push({
      name: names.decode(directory.subarray(at, at + length - 2)),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    })
  }
  return streams
}

/** Streams under 4 KB live in sectors of 64 bytes inside the stream of the root. */
const readMini = (file: Sectors, header: DataView, root: Stream, stream: Stream): Uint8Array => {
  const store = file.read(root.start)
  const tableBytes = file.read(header.getUint32(60, true))
  const table = new DataView(tableBytes.buffer, tableBytes.byteOffset, tableBytes.byteLength)
  const whole = new Uint8Array(Math.ceil(stream.size / 64) * 64)
  let sector = stream.start
  for (let i = 0; i * 64 < stream.size; i++) {
    if (
      sector >= FREE_OR_END ||
      (sector + 1) * 64 > store.byteLength ||
      sector * 4 + 4 > tableBytes.byteLength
    )
      throw new OleBroken('a short chain ends early')
    whole.set(store.subarray(sector * 64, (sector + 1) * 64), i * 64)
    sector = table.getUint32(sector * 4, true)
  }
  return whole.subarray(0, stream.size)
}
