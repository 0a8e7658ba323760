import { setTimeout as wait } from 'node:timers/promises'
import { Problem } from '#kernel/problem.ts'
import { askServer, NobodyListens, STOP } from '#apps/server/control.ts'
import { EXIT, say, type Command, type Invocation } from '../command.ts'
import { cliProblems } from '../problems.ts'

/** Milliseconds that a server may take to finish what is under way. */
const LONGEST = 60_000
const STEP = 100

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const run = async (invocation: Invocation): Promise<number> => {
  const { config, io } = invocation
  let pid = 0
  try {
    await askServer(config.dataDir, { argv: [STOP], cwd: io.cwd }, (message) => {
      if (message.kind === 'out') pid = Number(message.line)
    })
  } catch (error) {
    if (error instanceof NobodyListens) throw new Problem(cliProblems.noServer, `Thư mục ${config.dataDir}.`)
    // Gone before the last word, but not before it had said which process to wait for.
    if (pid === 0) throw error
  }
  for (let waited = 0; isAlive(pid); waited += STEP) {
    if (waited >= LONGEST) throw new Problem(cliProblems.notStopped, `Tiến trình số ${pid}.`)
    await wait(STEP)
  }
  say(invocation, { stopped: pid }, `Máy chủ (tiến trình số ${pid}) đã dừng.`)
  return EXIT.done
}

export const stopCommand: Command = {
  name: 'stop',
  summary: 'Dừng máy chủ đang chạy trên thư mục dữ liệu này',
  usage: 'stop [--json]',
  // Asks the server itself: it is never done by the server in the place of this process.
  onData: false,
  run,
}
