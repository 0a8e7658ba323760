import { Worker } from 'node:worker_threads'
import type { Saying } from './pool.ts'

/** A piece of work that a worker can do. `note` tells the asker how far it is; it resolves once that is on its way. */
export type Task = (input: never, note: (note: unknown) => Promise<void>) => unknown

/** A task that never ends would outlive a server that was killed; only another thread can see that. */
const WATCH = `
const { workerData: parent } = require('node:worker_threads')
setInterval(() => {
  try {
    process.kill(parent, 0)
    if (process.ppid === parent) return
  } catch {}
  process.kill(process.pid, 'SIGKILL')
}, 1000)`

const say = (saying: Saying): Promise<void> =>
  new Promise((resolve) => {
    process.send?.(saying, undefined, undefined, () => resolve())
  })

/** Makes this process a worker of a pool: it does what it is asked, one task after the other, until the asker is gone. */
export const serveTasks = (tasks: Readonly<Record<string, Task>>): void => {
  const watch = new Worker(WATCH, { eval: true, execArgv: [], workerData: process.ppid })
  watch.unref()
  process.on('disconnect', () => process.exit(0))
  process.on('message', ({ task, input }: { task: string; input: unknown }) => {
    void (async () => {
      try {
        const run = tasks[task]
        if (!run) throw new Error(`no task is called ${task}`)
        await say({ say: 'done', value: await run(input as never, (note) => say({ say: 'note', note })) })
      } catch (error) {
        await say({ say: 'failed', error: error instanceof Error ? error : new Error(String(error)) })
      }
    })()
  })
  void say({ say: 'ready' })
}
