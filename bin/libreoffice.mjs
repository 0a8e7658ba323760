// Finds LibreOffice and what reads its pages, for the tests that print letters; on Debian as root it installs them.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { installPackages, isDebian } from './debian.mjs'

const folders = () => (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '')

/** The path of a program on the search path; undefined when there is none. */
const findProgram = (name) =>
  folders()
    .flatMap((folder) => [path.join(folder, name), path.join(folder, `${name}.exe`)])
    .find((file) => existsSync(file))

const offices = () => [
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)']
    .flatMap((name) => (process.env[name] ? [process.env[name]] : []))
    .map((folder) => path.join(folder, 'LibreOffice/program/soffice.exe')),
]

/** `Times New Roman`, or `Tinos`, which has its measures and every Vietnamese letter; undefined when there is neither. */
const findFont = () => {
  if (process.platform !== 'linux') return 'Times New Roman'
  const listed = spawnSync('fc-list', ['--format', '%{family[0]}\n'], { encoding: 'utf8' }).stdout ?? ''
  const families = new Set(listed.split('\n'))
  return ['Tinos', 'Times New Roman'].find((family) => families.has(family))
}

const tools = {
  soffice: () => findProgram('soffice') ?? offices().find((file) => existsSync(file)),
  pdftotext: () => findProgram('pdftotext'),
  pdffonts: () => findProgram('pdffonts'),
  font: findFont,
}

const packages = {
  soffice: 'libreoffice-writer-nogui',
  pdftotext: 'poppler-utils',
  pdffonts: 'poppler-utils',
  font: 'fonts-croscore',
}

const lookAround = () => Object.fromEntries(Object.entries(tools).map(([name, find]) => [name, find()]))

const missingFrom = (found) => [
  ...new Set(
    Object.keys(tools)
      .filter((name) => found[name] === undefined)
      .map((name) => packages[name]),
  ),
]

/** The one line that says what is missing and how to mend it; undefined when nothing is. */
const complaintOf = (found) => {
  const missing = missingFrom(found)
  if (missing.length === 0) return undefined
  return isDebian()
    ? `Thiếu LibreOffice hoặc phần đi kèm. Chạy: sudo apt-get install -y ${missing.join(' ')}`
    : 'Thiếu LibreOffice, Poppler (pdftotext, pdffonts) hoặc phông Tinos. Cài đủ rồi chạy lại.'
}

/** LibreOffice, the readers of its pages and the font of letters. Throws the line that mends what is missing. */
export const getOffice = () => {
  const found = lookAround()
  const complaint = complaintOf(found)
  if (complaint !== undefined) throw new Error(complaint)
  return found
}

/** Installs what is missing where that is possible; otherwise ends with the one line that mends it. */
export const ensureOffice = () => {
  const missing = missingFrom(lookAround())
  if (missing.length === 0) return
  installPackages(missing, 'LibreOffice cho các phép thử in công văn')
  const complaint = complaintOf(lookAround())
  if (complaint === undefined) return
  console.error(complaint)
  process.exit(1)
}
