import { spawn } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { readBoxes, type PageWords } from '#capabilities/documents/formats/page-words.ts'

interface Office {
  readonly soffice: string
  readonly pdftotext: string
  readonly pdffonts: string
  readonly font: string
}

const { getOffice } = (await import(pathToFileURL(path.resolve('bin/libreoffice.mjs')).href)) as {
  getOffice: () => Office
}

/** A letter as it comes out of the printer. */
export interface PrintedLetter {
  readonly pages: readonly PageWords[]
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean }[]
}

const run = (program: string, args: readonly string[], cwd: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], timeout: 200_000 })
    const output: Buffer[] = []
    let complaint = ''
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString('utf8')))
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0
        ? resolve(Buffer.concat(output).toString('utf8'))
        : reject(new Error(`${path.basename(program)}: ${complaint}`)),
    )
  })

/** Without this LibreOffice prefers Liberation Serif wherever that lies, and older ones lack Vietnamese letters. */
const substitution = (font: string): string => {
  const place = '/org.openoffice.Office.Common/Font/Substitution'
  const prop = (name: string, value: string): string =>
    `<prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="${place}">${prop('Replacement', 'true')}</item>
<item oor:path="${place}/FontPairs"><node oor:name="_0" oor:op="replace">${prop('ReplaceFont', 'Times New Roman')}${prop('SubstituteFont', font)}${prop('Always', 'true')}${prop('OnScreenOnly', 'false')}</node></item>
</oor:items>`
}

/** Prints letters with a LibreOffice that has never been started before, all at once. */
export const printLetters = async <Name extends string>(
  letters: Readonly<Record<Name, Uint8Array>>,
): Promise<Record<Name, PrintedLetter>> => {
  const office = getOffice()
  const folder = fs.mkdtempSync(path.join(tmpdir(), 'binhan-letters-'))
  try {
    const profile = path.join(folder, 'profile')
    fs.mkdirSync(path.join(profile, 'user'), { recursive: true })
    fs.writeFileSync(path.join(profile, 'user/registrymodifications.xcu'), substitution(office.font))
    const names = Object.keys(letters) as Name[]
    for (const name of names) fs.writeFileSync(path.join(folder, `${name}.docx`), letters[name])
    const files = names.map((name) => `${name}.docx`)
    const how = [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--convert-to', 'pdf']
    await run(office.soffice, [...how, ...files], folder)
    const printed = {} as Record<Name, PrintedLetter>
    for (const name of names) {
      const pictures = process.env['BINHAN_PICTURES']
      if (pictures) fs.copyFileSync(path.join(folder, `${name}.pdf`), path.join(pictures, `${name}.pdf`))
      const boxes = await run(office.pdftotext, ['-bbox', '-enc', 'UTF-8', `${name}.pdf`, '-'], folder)
      const fonts = await run(office.pdffonts, [`${name}.pdf`], folder)
      printed[name] = {
        pages: readBoxes(boxes, 1),
        fonts: fonts
          .trim()
          .split('\n')
          .slice(2)
          .map((line) => ({
            name: line.split(/\s+/u)[0] ?? '',
            // The columns at the end: embedded, a part of it, known letters, the object's two numbers.
            embedded: line.trim().split(/\s+/u).at(-5) === 'yes',
          })),
      }
    }
    return printed
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
