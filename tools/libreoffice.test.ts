import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'

const module = pathToFileURL(path.resolve('bin/libreoffice.mjs')).href
const ask = (code: string, searched: string) =>
  spawnSync(process.execPath, ['--input-type=module', '-e', `import * as office from '${module}'; ${code}`], {
    encoding: 'utf8',
    env: { PATH: searched },
  })

/** The tests that print letters are never passed over: what they lack is named. */
describe('LibreOffice for the tests', () => {
  it('is named with what mends it where it is missing', () => {
    const { status, stderr } = ask('office.getOffice()', '/nowhere')
    expect(status).not.toBe(0)
    expect(stderr).toMatch(/Thiếu LibreOffice/u)
  })

  it('is found with its readers and its font where they are', () => {
    const { status, stdout } = ask(
      'console.log(Object.values(office.getOffice()).length)',
      process.env['PATH'] ?? '',
    )
    expect({ status, stdout: stdout.trim() }).toEqual({ status: 0, stdout: '4' })
  })
})
