import { serveTasks } from './serve.ts'

/** A worker that behaves well and badly, for the tests of the pool. */
serveTasks({
  echo: (input) => input,
  whoami: () => process.pid,
  fail: () => {
    throw new TypeError('hỏng')
  },
  leave: () => process.exit(3),
  spin: async (_input, note) => {
    await note(process.pid)
    for (let i = 0; ; i++) if (i > 1e9) i = 0
  },
  grow: () => {
    const rows: string[][] = []
    for (;;) rows.push('an toàn giao thông '.repeat(10_000).split(' '))
  },
})
