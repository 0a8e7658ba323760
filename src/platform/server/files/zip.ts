import { crc32, inflateRawSync } from 'node:zlib'

/**
 * Zip containers from strangers (docx, xlsx). The directory at the end is judged before a byte is inflated;
 * inflating stops at the size that the directory promised. Containers inside containers are never opened.
 */

export type ZipFault =
  | 'broken' // no directory, parts that overlap or lie outside, a checksum that fails
  | 'bomb' // too many parts, too large, inflates beyond reason or beyond its own promise
  | 'unsafe-path' // a part that names a place outside
  | 'encrypted'
  | 'unsupported' // another method, several volumes, 64-bit sizes

/** Why a container is not opened. `detail` is for the developer; the words for the person are the reader's. */
export class ZipRefused extends Error {
  readonly fault: ZipFault

  constructor(fault: ZipFault, detail: string) {
    super(`${fault}: ${detail}`)
    this.name = 'ZipRefused'
    this.fault = fault
  }
}

export interface ZipLimits {
  readonly entries: number
  /** Of one part, inflated. */
  readonly partBytes: number
  /** Of all parts, inflated. */
  readonly totalBytes: number
  /** Inflated to packed, judged from one megabyte on: small parts of XML shrink very well. */
  readonly ratio: number
}

export const OFFICE_LIMITS: ZipLimits = {
  entries: 4_000,
  partBytes: 64 * 1024 * 1024,
  totalBytes: 256 * 1024 * 1024,
  ratio: 200,
}

export interface ZipEntry {
  readonly name: string
  readonly size: number
  readonly packed: number
}

export interface Zip {
  readonly entries: readonly ZipEntry[]
  readonly has: (name: string) => boolean
  /** The inflated bytes of a part; undefined when there is none of this name. Throws `ZipRefused`. */
  readonly findPart: (name: string) => Uint8Array | undefined
}

interface Part extends ZipEntry {
  readonly method: number
  readonly crc: number
  readonly start: number
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50

/** Judges the directory of a container. Throws `ZipRefused`; nothing has been inflated by then. */
export const openZip = (bytes: Uint8Array, limits: ZipLimits = OFFICE_LIMITS): Zip => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts = listParts(bytes, view, limits)
  judge([...parts.values()], limits)
  return {
    entries: [...parts.values()],
    has: (name) => parts.has(name),
    findPart: (name) => {
      const part = parts.get(name)
      return part && inflate(bytes, part)
    },
  }
}

const findEnd = (view: DataView): number => {
  const last = view.byteLength - 22
  for (let at = last; at >= 0 && at >= last - 0xffff; at--) {
    if (view.getUint32(at, true) === END) return at
  }
  throw new ZipRefused('broken', 'no end of central directory')
}

const listParts = (bytes: Uint8Array, view: DataView, limits: ZipLimits): Map<string, Part> => {
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  const offset = view.getUint32(end + 16, true)
  if (view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count)
    throw new ZipRefused('unsupported', 'several volumes')
  if (count === 0xffff || offset === 0xffffffff) throw new ZipRefused('unsupported', 'zip64')
  if (count > limits.entries) throw new ZipRefused('bomb', `${count} parts`)
  const names = new TextDecoder('utf-8')
  const parts = new Map<string, Part>()
  let at = offset
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL)
      throw new ZipRefused('broken', `directory entry ${i}`)
    const nameLength = view.getUint16(at + 28, true)
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (next > end) throw new ZipRefused('broken', `directory entry ${i} runs over`)
    const name = names.decode(bytes.subarray(at + 46, at + 46 + nameLength))
    if ((view.getUint16(at + 8, true) & 1) === 1) throw new ZipRefused('encrypted', name)
    if (parts.has(name)) throw new ZipRefused('broken', `two parts named ${name}`)
    parts.set(name, toPart(view, at, name, offset))
    at = next
  }
  return parts
}

const toPart = (view: DataView, at: number, name: string, directory: number): Part => {
  const packed = view.getUint32(at + 20, true)
  const size = view.getUint32(at + 24, true)
  const local = view.getUint32(at + 42, true)
  if (packed === 0xffffffff || size === 0xffffffff || local === 0xffffffff)
    throw new ZipRefused('unsupported', 'zip64')
  if (local + 30 > directory || view.getUint32(local, true) !== LOCAL)
    throw new ZipRefused('broken', `no local header for ${name}`)
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (start + packed > directory) throw new ZipRefused('broken', `${name} runs into the directory`)
  return {
    name,
    size,
    packed,
    start,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
  }
}

const UNSAFE = /^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\\|\0/u

const judge = (parts: readonly Part[], limits: ZipLimits): void => {
  let total = 0
  for (const { name, size, packed } of parts) {
    if (UNSAFE.test(name)) throw new ZipRefused('unsafe-path', name)
    total += size
    if (size > limits.partBytes || total > limits.totalBytes)
      throw new ZipRefused('bomb', `${name}: ${size} bytes, ${total} in all`)
    if (size > 1024 * 1024 && size > packed * limits.ratio)
      throw new ZipRefused('bomb', `${name}: ${packed} → ${size}`)
  }
  // Parts that share packed bytes multiply a small file (the overlapping bomb).
  const sorted = parts.toSorted((a, b) => a.start - b.start)
  for (const [i, part] of sorted.entries()) {
    const next = sorted[i + 1]
    if (next && part.packed > 0 && part.start + part.packed > next.start)
      throw new ZipRefused('bomb', `${part.name} and ${next.name} overlap`)
  }
}

const inflate = (bytes: Uint8Array, part: Part): Uint8Array => {
  const packed = bytes.subarray(part.start, part.start + part.packed)
  const plain = part.method === 0 ? packed : part.method === 8 ? inflateBounded(packed, part) : undefined
  if (!plain) throw new ZipRefused('unsupported', `method ${part.method} of ${part.name}`)
  if (plain.byteLength !== part.size) throw new ZipRefused('broken', `${part.name}: size differs`)
  if (crc32(plain) !== part.crc) throw new ZipRefused('broken', `${part.name}: checksum differs`)
  return plain
}

const inflateBounded = (packed: Uint8Array, part: Part): Uint8Array => {
  try {
    // zlib counts while it inflates and stops one byte after the promise.
    const plain = inflateRawSync(packed, { maxOutputLength: Math.max(1, part.size) })
    return new Uint8Array(plain.buffer, plain.byteOffset, plain.byteLength)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new ZipRefused('bomb', `${part.name} inflates beyond its ${part.size} bytes`)
    throw new ZipRefused('broken', `${part.name}: ${(error as Error).message}`)
  }
}
