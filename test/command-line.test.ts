import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import readline from 'node:readline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { duties, planText } from '#apps/server/plan-testing.ts'

/** The command line in a process of its own, built into a folder such as people have. */
describe('the built command line', () => {
  let folder: string
  let cli: string
  beforeAll(() => {
    fs.mkdirSync('node_modules/.cache', { recursive: true })
    folder = fs.mkdtempSync(path.resolve('node_modules/.cache/Phần mềm Bình An (2026) #'))
    execFileSync(process.execPath, ['bin/bundle-to.mjs', 'src/apps/cli/main.ts', path.join(folder, 'dist')])
    cli = path.join(folder, 'dist/main.mjs')
  })
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

  const write = (count: number): string[] =>
    Array.from({ length: count }, (_, i) => {
      const name = path.join(folder, `${count}-${i}.txt`)
      fs.writeFileSync(name, planText(duties, { number: `${i + 1}/KH-UBND` }))
      return name
    })

  it('reads files in workers that it finds beside itself, and ends by itself with its code', () => {
    const files = write(3)
    const missing = path.join(folder, 'khong-co.txt')
    const end = spawnSync(process.execPath, [cli, 'extract', ...files, '--json'], { encoding: 'utf8' })
    expect(end.status).toBe(0)
    const numbers = end.stdout
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { document: { number: string } }).document.number)
    expect(numbers).toEqual(['1/KH-UBND', '2/KH-UBND', '3/KH-UBND'])
    expect(spawnSync(process.execPath, [cli, 'extract', missing]).status).toBe(1)
    expect(spawnSync(process.execPath, [cli, 'extract']).status).toBe(2)
  })

  it('ends at once when it is interrupted amid its files', async () => {
    const files = write(400)
    const child = spawn(process.execPath, [cli, 'extract', ...files, '--json'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const lines: string[] = []
    const ended = once(child, 'exit')
    readline.createInterface({ input: child.stdout }).on('line', (line) => {
      if (lines.push(line) === 1) child.kill('SIGINT')
    })
    expect(await ended).toEqual([null, 'SIGINT'])
    expect(lines.length).toBeLessThan(files.length)
  })
})
