import type { Io } from './command.ts'

const WIDTH = 28

/** A bar that redraws itself on a terminal; a line at the end of each step elsewhere. */
export const toBar = (label: string, done: number, total: number): string => {
  const share = total === 0 ? 1 : done / total
  const full = Math.round(share * WIDTH)
  return `${label} [${'█'.repeat(full)}${'·'.repeat(WIDTH - full)}] ${done}/${total}`
}

/** The terminal in front of the person. */
export const terminal = (): Io => {
  let drawn = false
  const clear = (): void => {
    if (drawn) process.stderr.write('\r\u{1b}[2K')
    drawn = false
  }
  return {
    cwd: process.cwd(),
    out: (line) => {
      clear()
      process.stdout.write(`${line}\n`)
    },
    err: (line) => {
      clear()
      process.stderr.write(`${line}\n`)
    },
    progress: (label, done, total) => {
      if (process.stderr.isTTY) {
        process.stderr.write(`\r\u{1b}[2K${toBar(label, done, total)}`)
        drawn = true
        if (done === total) clear()
      } else if (done === total) process.stderr.write(`${label}: ${done}/${total}\n`)
    },
  }
}
