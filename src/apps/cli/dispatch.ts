import { parseArgs } from 'node:util'
import type { Config } from '#platform/server/config.ts'
import { toProblem } from '#platform/server/http/errors.ts'
import type { Services } from '#platform/server/services.ts'
import { EXIT, OwnedElsewhere, type Command, type Invocation, type Io, type Options } from './command.ts'
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

/** Runs the command that `argv` names; every outcome is an exit code and every refusal a Vietnamese sentence. */
export const dispatch = async (
  commands: readonly Command[],
  argv: readonly string[],
  io: Io,
  config: Config,
  services: () => Promise<Services>,
): Promise<number> => {
  if (argv.length === 0 || argv[0] === '--help' || argv[0] === 'help') {
    io.out(helpText(commands))
    return argv.length === 0 ? EXIT.usage : EXIT.done
  }
  const found = findCommand(commands, argv)
  if (!found) {
    io.err(`Không có lệnh “${argv.slice(0, 2).join(' ')}”. Gõ binhan --help để xem các lệnh.`)
    return EXIT.usage
  }
  const invocation = toInvocation(found.command, found.rest, io, config, services)
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
    return refuse(invocation, error)
  }
}

const toInvocation = (
  command: Command,
  rest: readonly string[],
  io: Io,
  config: Config,
  services: () => Promise<Services>,
): Invocation | string => {
  try {
    const { values, positionals } = parseArgs({
      args: [...rest],
      allowPositionals: true,
      options: { ...command.options, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    })
    const options = values as Options
    return { args: positionals, options, json: options['json'] === true, io, config, services }
  } catch (error) {
    const name = /'(-[^']*)'/u.exec((error as Error).message)?.[1]
    return name === undefined ? 'Tham số chưa đúng.' : `Tham số ${name} không dùng được ở lệnh này.`
  }
}

const refuse = ({ io, json }: Invocation, error: unknown): number => {
  const problem = toProblem(error, {})
  if (!problem) {
    io.err(`Lỗi ngoài dự kiến: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    return EXIT.failed
  }
  if (json)
    io.out(JSON.stringify({ error: problem.kind.code, title: problem.kind.title, detail: problem.detail }))
  io.err(toSentence(problem))
  return EXIT.failed
}
