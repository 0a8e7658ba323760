// Plain JavaScript, as the thread of the embedded database that calls it.
import fs from 'node:fs'

/**
 * Flushes an open file, or the folder at `pathOf()` when there is no descriptor: NODEFS never opens folders.
 *
 * Windows differs twice. It flushes only what may be written, while PostgreSQL, after a power cut, flushes every file
 * of its folder through descriptors that may only read; and it flushes no folders, whose names NTFS journals itself.
 *
 * @param {number | undefined} descriptor an open file of this process
 * @param {() => string} pathOf where the file or folder lies; asked only when it is needed
 * @param {typeof fs} disk what does it; a test gives one that refuses as Windows does
 */
export const flush = (descriptor, pathOf, disk = fs) => {
  if (descriptor === undefined) return flushFolder(pathOf(), disk)
  try {
    return disk.fdatasyncSync(descriptor)
  } catch (error) {
    if (error.code !== 'EPERM') throw error
  }
  const writable = disk.openSync(pathOf(), 'r+')
  try {
    return disk.fdatasyncSync(writable)
  } finally {
    disk.closeSync(writable)
  }
}

const flushFolder = (place, disk) => {
  const folder = disk.openSync(place, 'r')
  try {
    return disk.fsyncSync(folder)
  } catch (error) {
    if (error.code !== 'EPERM') throw error
    return undefined
  } finally {
    disk.closeSync(folder)
  }
}
