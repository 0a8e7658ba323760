import type { ParseArgsConfig } from 'node:util'
import type { Problem } from '#kernel/problem.ts'
import type { Config } from '#platform/server/config.ts'
import type { Services } from '#platform/server/services.ts'

/** Exit codes, as `docs/dong-lenh.md` explains them. */
export const EXIT = { done: 0, failed: 1, usage: 2, foundWrong: 3 } as const

/** Where a command speaks: a terminal here, or a socket when the running server does the work. */
export interface Io {
  /** Standard output: results only. */
  readonly out: (line: string) => void
  /** Standard error: everything meant for the person. */
  readonly err: (line: string) => void
  readonly progress: (label: string, done: number, total: number) => void
  /** Paths that the person typed are relative to this folder. */
  readonly cwd: string
}

export type Options = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>

/** What a command may reach: the data, opened on demand, and the server that is running on it, if one is. */
export interface Reach {
  readonly services: () => Promise<Services>
  /** Where the running server listens; undefined when none does. */
  readonly address: () => Promise<string | undefined>
}

export interface Invocation extends Reach {
  readonly args: readonly string[]
  readonly options: Options
  /** One JSON object a line instead of sentences. */
  readonly json: boolean
  readonly io: Io
  readonly config: Config
}

export interface Command {
  /** `backup`, or `journal verify`. */
  readonly name: string
  readonly summary: string
  readonly usage: string
  readonly options?: NonNullable<ParseArgsConfig['options']>
  /** Works on the data, so the running server does it when the data folder is in use. */
  readonly onData: boolean
  readonly run: (invocation: Invocation) => Promise<number>
}

/** Raised when a running server owns the data folder, so that the whole command moves there. */
export class OwnedElsewhere extends Error {
  /** The refusal of the one who opened: it names the process. */
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.message)
    this.problem = problem
  }
}

/** A result as JSON, or as the sentence for the person. */
export const say = ({ io, json }: Invocation, value: object, sentence: string): void =>
  io.out(json ? JSON.stringify(value) : sentence)
