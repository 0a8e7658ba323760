import fs from 'node:fs'
import path from 'node:path'
import { Problem } from '#kernel/problem.ts'
import type { Io } from './command.ts'
import { cliProblems } from './problems.ts'

/** The files that the person named; folders are taken with the files in them, but for hidden ones. */
export const listNamedFiles = (given: readonly string[], io: Pick<Io, 'cwd'>): string[] =>
  given.flatMap((name) => {
    const place = path.resolve(io.cwd, name)
    if (!fs.statSync(place, { throwIfNoEntry: false })?.isDirectory()) return [name]
    return fs
      .readdirSync(place)
      .filter((file) => !file.startsWith('.'))
      .toSorted()
      .map((file) => path.join(name, file))
      .filter((file) => fs.statSync(path.resolve(io.cwd, file)).isFile())
  })

/** Writes a new file and returns its full path; what is there already stays untouched. */
export const writeNewFile = (io: Pick<Io, 'cwd'>, name: string, bytes: Uint8Array | string): string => {
  const place = path.resolve(io.cwd, name)
  try {
    fs.writeFileSync(place, bytes, { flag: 'wx' })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') throw new Problem(cliProblems.fileExists, place)
    if (code === 'ENOSPC') throw error
    throw new Problem(cliProblems.fileNotWritable, place)
  }
  return place
}
