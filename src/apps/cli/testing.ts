import type { Services } from '#platform/server/services.ts'
import { dataCommands } from './data-commands.ts'
import { dispatch } from './dispatch.ts'

export interface Said {
  readonly code: number
  readonly out: readonly string[]
  readonly err: readonly string[]
  readonly progress: readonly string[]
}

/** Runs one command in this process, as the running server does, and keeps what it said. */
export const runCommand = async (
  services: Services,
  argv: readonly string[],
  cwd = process.cwd(),
  address?: string,
): Promise<Said> => {
  const out: string[] = []
  const err: string[] = []
  const progress: string[] = []
  const io = {
    cwd,
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
    progress: (label: string, done: number, total: number) => void progress.push(`${label} ${done}/${total}`),
  }
  const code = await dispatch(dataCommands, argv, io, services.config, {
    services: async () => services,
    address: async () => address,
  })
  return { code, out, err, progress }
}

/** The objects that `--json` printed. */
export const jsonOf = (said: Said): ReturnType<typeof JSON.parse>[] =>
  said.out.map((line) => JSON.parse(line) as unknown)
