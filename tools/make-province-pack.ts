// `node bin/run.mjs tools/make-province-pack.ts FOLDER CODE [OUT]`: cuts one province out of the national lists
// (units_new.json, units_old.json, succession.json in FOLDER) and writes what follows from them alone. Rows of
// agencies.json that a person has written are kept.
import fs from 'node:fs'
import path from 'node:path'
import { Value } from 'typebox/value'
import { AgencyRows, type AgencyRow } from '#capabilities/people/contract.ts'
import { Pack } from '#capabilities/places/contract.ts'
import {
  convertNational,
  NationalNew,
  NationalOld,
  NationalSuccession,
} from '#capabilities/places/domain/convert.ts'
import { toPlaceBook } from '#capabilities/places/domain/pack.ts'
import { parsePlainDate } from '#kernel/plain-date.ts'
import { searchKey } from '#kernel/vietnamese.ts'
import { toLocalAgencies } from './province-pack/local-agencies.ts'
import { printRows } from './province-pack/rows.ts'

/** The day on which two-tier local government began. */
const UNITS_FROM = parsePlainDate('2025-07-01')

const readJson = (file: string): unknown => JSON.parse(fs.readFileSync(file, 'utf8')) as unknown

const [folder, code, out] = process.argv.slice(2)
if (folder === undefined || code === undefined || UNITS_FROM === undefined) {
  console.error(
    'make-province-pack FOLDER CODE [OUT]: thư mục có units_new.json, units_old.json, succession.json',
  )
  process.exit(2)
}
const cut = convertNational(code, UNITS_FROM, {
  current: Value.Parse(NationalNew, readJson(path.join(folder, 'units_new.json'))),
  old: Value.Parse(NationalOld, readJson(path.join(folder, 'units_old.json'))),
  succession: Value.Parse(NationalSuccession, readJson(path.join(folder, 'succession.json'))),
})
if (!cut) {
  console.error(`Danh mục không có tỉnh, thành phố mang mã ${code}.`)
  process.exit(1)
}
for (const issue of cut.issues) console.error(issue)

const id = searchKey(cut.name.replace(/^(?:Tỉnh|Thành phố) /u, '')).replaceAll(' ', '-')
const target = out ?? path.join('provinces', id)
const write = (name: string, text: string): void => fs.writeFileSync(path.join(target, name), text)
const keep = (name: string, text: string): void => {
  if (!fs.existsSync(path.join(target, name))) write(name, text)
}
fs.mkdirSync(target, { recursive: true })
const pack: Pack = {
  id,
  name: cut.name,
  provinceCode: code,
  unitsFrom: UNITS_FROM,
  source: cut.units.source,
}
keep('pack.json', `${JSON.stringify(pack, null, 2)}\n`)
write('units.json', printRows({ source: cut.units.source }, 'units', cut.units.units))
write('units-old.json', printRows({ source: cut.unitsOld.source }, 'units', cut.unitsOld.units))
const { source, on, rows } = cut.succession
write('succession.json', printRows({ source, on }, 'rows', rows))
keep('routes.json', '[]\n')
keep('calendar.json', '[]\n')
keep('groups.json', '[]\n')

const book = toPlaceBook({
  pack,
  units: cut.units,
  unitsOld: cut.unitsOld,
  succession: cut.succession,
  routes: [],
  calendar: [],
})
const agenciesFile = path.join(target, 'agencies.json')
const written: AgencyRow[] = fs.existsSync(agenciesFile)
  ? Value.Parse(AgencyRows, readJson(agenciesFile))
  : []
const known = new Set(written.map((row) => row.code))
const local = toLocalAgencies(book, UNITS_FROM).filter((row) => !known.has(row.code))
write('agencies.json', printRows(undefined, '', [...written, ...local]))
console.log(
  `${target}: ${cut.units.units.length} đơn vị hiện nay, ${cut.unitsOld.units.length} đơn vị trước, ` +
    `${rows.length} dòng kế tục, ${written.length + local.length} cơ quan, ${cut.issues.length} chỗ cần xem lại`,
)
