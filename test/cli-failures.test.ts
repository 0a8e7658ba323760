import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refuse } from '#apps/cli/dispatch.ts'
import { cliProblems } from '#apps/cli/problems.ts'
import { Problem } from '#kernel/problem.ts'
import { databaseProblems } from '#platform/server/db/problems.ts'

/** With `--json` whatever goes wrong is an object where the result would be. */
describe('a command that fails', () => {
  let folder: string
  beforeAll(() => {
    folder = fs.mkdtempSync(path.join(tmpdir(), 'binhan-failures-'))
  })
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))
  const run = (environment: Readonly<Record<string, string>>, ...args: string[]) =>
    spawnSync(process.execPath, [path.resolve('bin/binhan.mjs'), ...args], {
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        DATA_DIR: path.join(folder, 'data'),
        ...environment,
      },
    })

  it.each<[string, number, Record<string, string>, string[], string]>([
    ['of a wrong configuration', 2, { PORT: 'abc' }, ['migrate'], 'cli.wrong-configuration'],
    ['of an unknown command', 2, {}, ['lam-gi-do'], 'cli.wrong-use'],
    ['of nothing said', 2, {}, [], 'cli.wrong-use'],
    [
      'of a database that does not answer',
      1,
      { DATABASE_URL: 'postgres://127.0.0.1:9/khong-co' },
      ['journal', 'verify'],
      databaseProblems.unavailable.code,
    ],
    ['of data that no province has', 1, {}, ['user', 'list'], cliProblems.noProvince.code],
  ])(
    'because %s ends with %i and one object',
    (_, status, environment, args, error) => {
      const { stdout, stderr, ...ended } = run(environment, ...args, '--json')
      expect({ status: ended.status, stderr }).toEqual({ status, stderr: expect.stringMatching(/\S/u) })
      expect(JSON.parse(stdout)).toMatchObject({ error, title: expect.stringMatching(/\S/u) })
      const plain = run(environment, ...args)
      expect(plain.status).toBe(status)
      expect(args.length === 0 || plain.stdout === '').toBe(true)
    },
    240_000,
  )

  it.each([
    ['the server does not answer', new Problem(cliProblems.noAnswer), cliProblems.noAnswer],
    ['the server went away', new Problem(cliProblems.serverWentAway), cliProblems.serverWentAway],
    ['of what nobody foresaw', new Error('x is not a function'), cliProblems.unexpected],
  ])('because %s is an object too', (_, error, kind) => {
    const said: string[] = []
    const io = { out: (line: string) => void said.push(line), err: () => {}, progress: () => {}, cwd: '' }
    expect(refuse(io, true, error)).toBe(1)
    expect(said.map((line) => JSON.parse(line) as unknown)).toEqual([
      { error: kind.code, title: kind.title, action: kind.action },
    ])
    expect(refuse({ ...io, out: (line) => void said.push(line) }, false, error)).toBe(1)
    expect(said).toHaveLength(1)
  })
})
