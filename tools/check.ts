// `npm run check`: everything that can be known without running the product, in under a minute.
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import path from 'node:path'

interface Step {
  readonly name: string
  /** Arguments of this same Node: no shell, so that every system runs it alike. */
  readonly args: readonly string[]
}

interface Outcome extends Step {
  readonly ok: boolean
  readonly seconds: number
  readonly output: string
}

const tool = (file: string, ...rest: string[]): string[] => ['bin/run.mjs', `tools/${file}.ts`, ...rest]

/** Types are checked from what the last run knew; what changed since is looked at anew. */
const types = (part: string): string[] => [
  'node_modules/typescript/bin/tsc',
  '-p',
  `tsconfig.${part}.json`,
  '--incremental',
  '--tsBuildInfoFile',
  `node_modules/.cache/binhan/types-${part}.json`,
]

const steps: readonly Step[] = [
  { name: 'generated', args: tool('generate', '--check') },
  { name: 'types: domain', args: types('domain') },
  { name: 'types: server', args: types('server') },
  { name: 'types: web', args: types('web') },
  { name: 'types: tests', args: types('tests') },
  { name: 'format', args: ['node_modules/oxfmt/bin/oxfmt', '--check', 'src', 'tools', 'bin', 'test'] },
  { name: 'lint', args: ['node_modules/oxlint/bin/oxlint', '--deny-warnings'] },
  { name: 'architecture', args: tool('check-architecture') },
  { name: 'docs', args: tool('check-docs') },
  { name: 'unused', args: ['node_modules/knip/bin/knip.js', '--no-progress'] },
]

const run = (step: Step): Promise<Outcome> =>
  new Promise((done) => {
    const started = performance.now()
    let output = ''
    const child = spawn(process.execPath, step.args, {
      cwd: path.resolve('.'),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const take = (chunk: Buffer): void => void (output += chunk.toString('utf8'))
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    const end = (ok: boolean): void =>
      done({ ...step, ok, seconds: (performance.now() - started) / 1000, output })
    child.on('error', (error) => {
      output += error.message
      end(false)
    })
    child.on('close', (code) => end(code === 0))
  })

const print = ({ name, ok, seconds, output }: Outcome): void => {
  console.log(`${ok ? 'ok  ' : 'FAIL'}  ${name.padEnd(14)} ${seconds.toFixed(1).padStart(5)} s`)
  if (!ok) console.log(output.trimEnd().replace(/^/gmu, '      '))
}

/** As many at once as there are processors; each is printed when it ends. */
const runAll = async (): Promise<Outcome[]> => {
  const waiting = [...steps]
  const outcomes: Outcome[] = []
  const work = async (): Promise<void> => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const outcome = await run(step)
      print(outcome)
      outcomes.push(outcome)
    }
  }
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work))
  return outcomes
}

const outcomes = await runAll()
const failed = outcomes.filter((outcome) => !outcome.ok).length
console.log(`${outcomes.length - failed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
