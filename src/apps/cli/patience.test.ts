import { describe, expect, it } from 'vitest'
import { NobodyListens, ServerWentAway } from '#apps/server/control.ts'
import { databaseProblems } from '#platform/server/db/problems.ts'
import { Problem } from '#kernel/problem.ts'
import { OwnedElsewhere } from './command.ts'
import { runWithPatience } from './patience.ts'

const held = async (): Promise<never> => {
  throw new OwnedElsewhere(new Problem(databaseProblems.folderInUse))
}
const silent = async (): Promise<never> => {
  throw new NobodyListens()
}

/** Runs with attempts that follow one another; the last one repeats. */
const tryWith = async (
  there: readonly (() => Promise<number>)[],
  here: readonly (() => Promise<number>)[],
  limit = 3000,
) => {
  let [asked, tried, said, slept] = [0, 0, 0, 0]
  const run = runWithPatience({
    there: () => (there[Math.min(asked++, there.length - 1)] ?? silent)(),
    here: () => (here[Math.min(tried++, here.length - 1)] ?? held)(),
    sayWaiting: () => void said++,
    waited: () => {},
    pause: async (ms) => void (slept += ms),
    limit,
  })
  const code = await run.catch((error: unknown) => error)
  return { code, asked, tried, said, slept }
}

describe('a command while another process holds the data', () => {
  it('goes to a server that listens, without a word', async () => {
    expect(await tryWith([async () => 3], [held])).toMatchObject({ code: 3, said: 0, tried: 0, slept: 0 })
  })

  it('waits for a server that is starting, and says so once', async () => {
    const done = await tryWith([silent, silent, silent, async () => 0], [held])
    expect(done).toMatchObject({ code: 0, asked: 4, said: 1, slept: 900 })
  })

  it('does the work itself when the folder became free', async () => {
    expect(await tryWith([silent], [held, async () => 0])).toMatchObject({ code: 0, tried: 2, said: 1 })
  })

  it('gives up when the patience is over', async () => {
    expect(await tryWith([silent], [held])).toMatchObject({ code: undefined, said: 1, slept: 3000 })
  })

  it('never sends a command twice: a server that went away ends the waiting', async () => {
    const gone = async (): Promise<never> => {
      throw new ServerWentAway()
    }
    const done = await tryWith([silent, gone], [held])
    expect(done.code).toBeInstanceOf(ServerWentAway)
    expect(done.asked).toBe(2)
  })
})
