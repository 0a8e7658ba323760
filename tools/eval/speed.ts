import { noAgencies } from '../../src/capabilities/documents/domain/agency-lookup.ts'
import { readDocument } from '../../src/capabilities/documents/domain/parse/pipeline.ts'

const time = (work: () => void): number => {
  const start = performance.now()
  work()
  return performance.now() - start
}

const best = (rounds: number, work: () => void): number =>
  Math.min(...Array.from({ length: rounds }, () => time(work)))

const bytes = (text: string): number => Buffer.byteLength(text, 'utf8')

/** Milliseconds for 40 kB of text and megabytes a second over all documents, warm. */
export const printSpeed = (texts: readonly string[]): void => {
  for (const text of texts) readDocument({ text, agencies: noAgencies })
  const size = texts.reduce((sum, text) => sum + bytes(text), 0)
  const ms = best(3, () => {
    for (const text of texts) readDocument({ text, agencies: noAgencies })
  })
  const perForty = (ms / size) * 40_960
  console.log(
    `\nSpeed: ${texts.length} documents, ${(size / 1024).toFixed(0)} kB in ${ms.toFixed(0)} ms: ${perForty.toFixed(1)} ms per 40 kB, ${(size / 1_000_000 / (ms / 1000)).toFixed(1)} MB/s`,
  )
}

/** The longest document once, twice … 32 times over: time per kB stays the same when growth is linear. */
export const printGrowth = (text: string): void => {
  console.log('\nGrowth: copies      kB        ms   ms per 40 kB')
  for (let copies = 1; copies <= 32; copies *= 2) {
    const long = Array.from({ length: copies }, () => text).join('\n\n')
    const ms = best(copies > 8 ? 1 : 3, () => readDocument({ text: long, agencies: noAgencies }))
    const size = bytes(long)
    console.log(
      `${String(copies).padStart(14)} ${(size / 1024).toFixed(0).padStart(7)} ${ms.toFixed(1).padStart(9)} ${((ms / size) * 40_960).toFixed(1).padStart(14)}`,
    )
  }
}
