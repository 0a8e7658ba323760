import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The text of a practice document, as a person would have it who opens the file. */
export const readSource = (file: string): string | undefined => {
  if (!existsSync(file)) return undefined
  const ext = path.extname(file)
  if (ext === '.txt' || ext === '.md') return readFileSync(file, 'utf8')
  if (ext === '.pdf') return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
  return readBeside(file)
}

/** A text that another program made of the same file stands beside it in the corpus. */
const readBeside = (file: string): string | undefined => {
  const folder = path.dirname(file)
  const stem = path.basename(file, path.extname(file))
  const beside = readdirSync(folder).find((name) => name.startsWith(`${stem}.`) && name.endsWith('.txt'))
  return beside === undefined ? undefined : readFileSync(path.join(folder, beside), 'utf8')
}
