import { fork, type ChildProcess } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'

/** How a task ended that was not stopped by an error of its own. */
export type Outcome =
  | { readonly end: 'done'; readonly value: unknown }
  /** It took longer than it may. */
  | { readonly end: 'overrun' }
  /** It needed more memory than it may. */
  | { readonly end: 'out-of-memory' }

/** What one task may use, and how many run at once. */
export interface WorkerBounds {
  readonly size: number
  /** Counted from the moment at which the task reaches its worker: waiting in the queue is not held against it. */
  readonly milliseconds: number
  readonly memoryMb: number
}

/** Processes of our own for work that may take long: this one goes on answering meanwhile. */
export interface Workers {
  readonly bounds: WorkerBounds
  /**
   * Has a task done by the next free worker. `input`, notes and the value cross between processes: plain data, maps,
   * bytes and errors. Rejects with the task's own error, with `WorkerDied`, or with `WorkersClosed`.
   */
  readonly run: (task: string, input: unknown, onNote?: (note: unknown) => void) => Promise<Outcome>
  readonly isClosed: () => boolean
  /** Ends the workers, also amid their work. */
  readonly close: () => Promise<void>
}

/** The process of a worker ended without a word: somebody killed it. The task may be tried again. */
export class WorkerDied extends Error {
  override readonly name = 'WorkerDied'
}

/** The pool has been closed before the task was done. */
export class WorkersClosed extends Error {
  override readonly name = 'WorkersClosed'
}

/** What a worker says. */
export type Saying =
  | { readonly say: 'ready' }
  | { readonly say: 'note'; readonly note: unknown }
  | { readonly say: 'done'; readonly value: unknown }
  | { readonly say: 'failed'; readonly error: Error }

/** More would need more memory than a server of a province has. */
const MOST_WORKERS = 4

/** One core stays with the server. */
export const defaultSize = (): number => Math.min(MOST_WORKERS, Math.max(1, availableParallelism() - 1))

/**
 * V8 throws away compiled functions and expressions that rested a while, and documents come one by one: a worker
 * would compile its hundreds of expressions again for nearly each.
 */
const KEEP_COMPILED = '--no-flush-bytecode'

interface Order {
  readonly task: string
  readonly input: unknown
  readonly onNote: (note: unknown) => void
  readonly resolve: (outcome: Outcome) => void
  readonly reject: (error: Error) => void
}

interface Worker {
  readonly child: ChildProcess
  order: Order | undefined
  timer: NodeJS.Timeout | undefined
  isOverrun: boolean
}

/** How V8 ends a process whose heap is full: by a signal, or on Windows by this code. */
const endedByHeap = (code: number | null, signal: NodeJS.Signals | null): boolean =>
  signal === 'SIGABRT' || code === 134

/**
 * Opens a pool whose workers run `entry`, which calls `serveTasks`. A worker starts when it is first needed and
 * stays; one that overruns or dies is replaced by the next task. Workers do not keep this process alive.
 */
export const openWorkers = (entry: URL, bounds: WorkerBounds): Workers => {
  const all = new Set<Worker>()
  const idle: Worker[] = []
  const waiting: Order[] = []
  let isClosed = false

  const finish = (worker: Worker): Order | undefined => {
    const { order } = worker
    clearTimeout(worker.timer)
    worker.order = undefined
    return order
  }

  const hear = (worker: Worker, saying: Saying): void => {
    if (saying.say === 'ready') return give(worker)
    if (saying.say === 'note') return worker.order?.onNote(saying.note)
    // Done a moment too late: its process is ending.
    if (worker.isOverrun) return
    const order = finish(worker)
    if (saying.say === 'done') order?.resolve({ end: 'done', value: saying.value })
    else order?.reject(saying.error)
    rest(worker)
  }

  const rest = (worker: Worker): void => {
    hold(worker, false)
    idle.push(worker)
    serve()
  }

  /** Hands the worker its task; the clock starts now. */
  const give = (worker: Worker): void => {
    const { order } = worker
    if (!order) return rest(worker)
    worker.timer = setTimeout(() => {
      worker.isOverrun = true
      worker.child.kill('SIGKILL')
    }, bounds.milliseconds)
    try {
      // A broken line is no news here: the process has closed, which is heard below.
      worker.child.send({ task: order.task, input: order.input }, () => {})
    } catch (error) {
      // Data that cannot cross between processes: the caller's mistake.
      finish(worker)?.reject(error as Error)
      rest(worker)
    }
  }

  const start = (order: Order): void => {
    const child = fork(fileURLToPath(entry), [], {
      // Nothing of our own flags, and nothing of our environment: there are secrets in it.
      execArgv: [`--max-old-space-size=${bounds.memoryMb}`, KEEP_COMPILED],
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    const worker: Worker = { child, order, timer: undefined, isOverrun: false }
    all.add(worker)
    let complaint = ''
    child.stderr?.on('data', (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(-2_000)))
    child.on('message', (saying: Saying) => hear(worker, saying))
    // One that did not start has no process that could close.
    child.on('error', (error) => child.pid === undefined && bury(worker, error))
    child.on('close', (code, signal) => {
      const died = new WorkerDied(`the worker ended by itself (${signal ?? `code ${code}`})`, {
        cause: new Error(complaint),
      })
      bury(
        worker,
        died,
        worker.isOverrun ? 'overrun' : endedByHeap(code, signal) ? 'out-of-memory' : undefined,
      )
    })
  }

  const bury = (worker: Worker, error: Error, end?: 'overrun' | 'out-of-memory'): void => {
    all.delete(worker)
    const at = idle.indexOf(worker)
    if (at !== -1) idle.splice(at, 1)
    const order = finish(worker)
    if (isClosed) order?.reject(new WorkersClosed())
    else if (end === undefined) order?.reject(error)
    else order?.resolve({ end })
    serve()
  }

  /** While a worker works, this process stays for its answer. */
  const hold = ({ child }: Worker, isHeld: boolean): void => {
    const stderr = child.stderr as unknown as { ref: () => void; unref: () => void } | null
    for (const handle of [child, child.channel, stderr]) handle?.[isHeld ? 'ref' : 'unref']()
  }

  const serve = (): void => {
    while (!isClosed && waiting.length > 0 && (idle.length > 0 || all.size < bounds.size)) {
      const order = waiting.shift() as Order
      const worker = idle.pop()
      if (worker) {
        worker.order = order
        hold(worker, true)
        give(worker)
      } else start(order)
    }
  }

  return {
    bounds,
    run: (task, input, onNote = () => {}) =>
      new Promise((resolve, reject) => {
        if (isClosed) return reject(new WorkersClosed())
        waiting.push({ task, input, onNote, resolve, reject })
        serve()
      }),
    isClosed: () => isClosed,
    close: async () => {
      isClosed = true
      for (const order of waiting.splice(0)) order.reject(new WorkersClosed())
      const ended = [...all].map((worker) => {
        hold(worker, true)
        worker.child.kill('SIGKILL')
        return new Promise<void>((resolve) => worker.child.once('close', () => resolve()))
      })
      await Promise.all(ended)
    },
  }
}
