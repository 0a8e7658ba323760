import { parseArgs } from 'node:util'
import { Problem } from '#kernel/problem.ts'
import type { Config } from '#platform/server/config.ts'
import { toProblem } from '#platform/server/http/errors.ts'
import {
  EXIT,
  OwnedElsewhere,
  type Command,
  type Invocation,
  type Io,
  type Options,
  type Reach,
} from './command.ts'
import { cliProblems } from './problems.ts'
import { toSentence } from './sentence.ts'

/** The command that the words name, longest name first, and the words left over. */
export const findCommand = (
  commands: readonly Command[],
  argv: readonly string[],
): { command: Command; rest: readonly string[] } | undefined => {
  const byLength = commands.toSorted((a, b) => b.name.length - a.name.length)
  for (const command of byLength) {
    const words = command.name.split(' ')
    if (words.every((word, i) => argv[i] === word)) return { command, rest: argv.slice(words.length) }
  }
  return undefined
}

export const helpText = (commands: readonly Command[]): string =>
  [
    'binhan — dòng lệnh của Bình An',
    '',
    'Cách dùng: binhan LỆNH [tham số] [--json]',
    '',
    ...commands.map((command) => `  ${command.name.padEnd(16)} ${command.summary}`),
    '',
    'binhan LỆNH --help giải thích từng lệnh. Mã kết thúc: 0 xong, 1 không làm được, 2 sai cách dùng, 3 phát hiện sai lệch.',
  ].join('\n')

const commandHelp = (command: Command): string =>
  [`${command.summary}.`, '', `Cách dùng: binhan ${command.usage}`].join('\n')

/** With `--json` a wrong use is an object too, in the words that the person reads. */
const listenForWrongUse = (argv: readonly string[], io: Io): { io: Io; report: (code: number) => number } => {
  let said: string | undefined
  const err = (line: string): void => {
    said ??= line.split('\n', 1)[0]
    io.err(line)
  }
  const report = (code: number): number => {
    if (code === EXIT.usage && argv.includes('--json'))
      io.out(JSON.stringify({ error: 'cli.wrong-use', title: said ?? 'Sai cách dùng.' }))
    return code
  }
  return { io: { ...io, err }, report }
}

/** Runs the command that `argv` names; every outcome is an exit code and every refusal a Vietnamese sentence. */
export const dispatch = async (
  commands: readonly Command[],
  argv: readonly string[],
  person: Io,
  config: Config,
  reach: Reach,
): Promise<number> => {
  const { io, report } = listenForWrongUse(argv, person)
  return report(await obey(commands, argv, io, config, reach))
}

const obey = async (
  commands: readonly Command[],
  argv: readonly string[],
  io: Io,
  config: Config,
  reach: Reach,
): Promise<number> => {
  if (argv.length === 0 || argv[0] === '--help' || argv[0] === 'help') {
    io.out(helpText(commands))
    return argv.length === 0 ? EXIT.usage : EXIT.done
  }
  const found = findCommand(commands, argv)
  if (!found) {
    const words = argv.filter((word) => !word.startsWith('-')).slice(0, 2)
    io.err(`Không có lệnh “${words.join(' ')}”. Gõ binhan --help để xem các lệnh.`)
    return EXIT.usage
  }
  const invocation = toInvocation(found.command, found.rest, io, config, reach)
  if (typeof invocation === 'string') {
    io.err(`${invocation}\n\n${commandHelp(found.command)}`)
    return EXIT.usage
  }
  if (invocation.options['help'] === true) {
    io.out(commandHelp(found.command))
    return EXIT.done
  }
  try {
    return await found.command.run(invocation)
  } catch (error) {
    if (error instanceof OwnedElsewhere) throw error
    return refuse(invocation.io, invocation.json, error)
  }
}

const toInvocation = (
  command: Command,
  rest: readonly string[],
  io: Io,
  config: Config,
  reach: Reach,
): Invocation | string => {
  try {
    const { values, positionals } = parseArgs({
      args: [...rest],
      allowPositionals: true,
      options: { ...command.options, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    })
    const options = values as Options
    return { args: positionals, options, json: options['json'] === true, io, config, ...reach }
  } catch (error) {
    const name = /'(-[^']*)'/u.exec((error as Error).message)?.[1]
    return name === undefined ? 'Tham số chưa đúng.' : `Tham số ${name} không dùng được ở lệnh này.`
  }
}

/** A refusal for the person, and with `--json` an object where the result would be. */
export const refuse = (io: Io, json: boolean, error: unknown): number => {
  const problem = toProblem(error, {})
  const { kind, detail } = problem ?? new Problem(cliProblems.unexpected)
  if (json) io.out(JSON.stringify({ error: kind.code, title: kind.title, detail, action: kind.action }))
  if (problem) io.err(toSentence(problem))
  else io.err(`${kind.title}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  return problem?.kind === cliProblems.wrongConfiguration ? EXIT.usage : EXIT.failed
}
