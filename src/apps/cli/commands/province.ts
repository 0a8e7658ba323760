import fs from 'node:fs'
import path from 'node:path'
import { AgencyRows, type AgencyRow } from '#capabilities/people/contract.ts'
import { findAgencyFaults } from '#capabilities/people/server/load-pack.ts'
import { checkPlaces, describeIssue } from '#capabilities/places/domain/pack.ts'
import { checkLinks } from '#apps/server/packs.ts'
import { packsFolder, readPack } from '#apps/server/pack-files.ts'
import { packProblems } from '#apps/server/pack-problems.ts'
import { parsePlainDate, type PlainDate } from '#kernel/plain-date.ts'
import { Problem } from '#kernel/problem.ts'
import { findSchemaFault } from '#platform/server/schema/schema-fault.ts'
import { EXIT, say, type Command, type Invocation } from '../command.ts'
import { makePack, readPlaceTables, type MadePack, type Wishes } from '../province/make.ts'
import { hasNationalLists, readNationalLists } from '../province/national-lists.ts'
import { printRows } from '../province/rows.ts'
import { describeTableIssue, type TableIssue } from '../province/table.ts'

/** The day on which two-tier local government began (Law 72/2025/QH15). */
const UNITS_FROM = '2025-07-01' as PlainDate
/** As many faults as a person can read at once. */
const SHOWN = 20
const SOURCE = 'Bảng do người cài đặt cung cấp'

export const provinceMakeCommand: Command = {
  name: 'province make',
  summary: 'Lập gói của một tỉnh từ các bảng CSV (đơn vị, cơ quan, tuyến đường, kế tục)',
  usage:
    'province make THƯ-MỤC-BẢNG --out THƯ-MỤC-GÓI [--source NGUỒN] [--from NGÀY] [--update] [--json]\n' +
    '       binhan province make THƯ-MỤC-DANH-MỤC-CẢ-NƯỚC --code MÃ-TỈNH --out THƯ-MỤC-GÓI …',
  options: {
    out: { type: 'string' },
    source: { type: 'string' },
    from: { type: 'string' },
    code: { type: 'string' },
    update: { type: 'boolean' },
  },
  onData: false,
  run: async (invocation) => await make(invocation),
}

const readWishes = ({ options }: Invocation): Wishes | undefined => {
  const from = typeof options['from'] === 'string' ? parsePlainDate(options['from']) : UNITS_FROM
  const source = typeof options['source'] === 'string' ? options['source'].trim() : SOURCE
  return from && source !== '' ? { from, source } : undefined
}

const make = async (invocation: Invocation): Promise<number> => {
  const { args, options, io } = invocation
  const [given] = args
  const { out, code, update } = options
  const wishes = readWishes(invocation)
  if (given === undefined || args.length !== 1 || typeof out !== 'string' || out === '' || !wishes) {
    io.err('Cần nêu một thư mục chứa các bảng và --out; --from là một ngày như 2025-07-01.')
    return EXIT.usage
  }
  const folder = path.resolve(io.cwd, given)
  const target = path.resolve(io.cwd, out)
  const national = hasNationalLists(folder)
  if (national !== (typeof code === 'string')) {
    io.err(
      national
        ? 'Thư mục chứa danh mục cả nước: cần nêu --code MÃ-TỈNH.'
        : '--code chỉ dùng với danh mục cả nước (units_new.json, units_old.json, succession.json).',
    )
    return EXIT.usage
  }
  if (update !== true && fs.existsSync(target) && fs.readdirSync(target).length > 0) {
    io.err(
      `Thư mục ${target} đã có tệp. Chọn thư mục khác, hoặc thêm --update để làm mới phần địa bàn của gói.`,
    )
    return EXIT.failed
  }
  const issues: TableIssue[] = []
  const notes: string[] = []
  io.progress('Đọc các bảng', 0, 3)
  const places = national
    ? readNationalLists(folder, code as string, wishes.from, issues, notes)
    : readPlaceTables(folder, wishes, issues)
  io.progress('Kiểm tra', 1, 3)
  const kept = readKept(target)
  const made = places && makePack(folder, places, wishes, kept, issues)
  if (!made || issues.length > 0) throw refusal(issues)
  io.progress('Ghi gói', 2, 3)
  write(target, made)
  io.progress('Ghi gói', 3, 3)
  for (const note of notes) io.err(note)
  // What was written is read again as a start would read it.
  checkWhole(target)
  sayMade(invocation, target, made, notes)
  return EXIT.done
}

const refusal = (issues: readonly TableIssue[]): Problem => {
  const more = issues.length > SHOWN ? `\n… và ${issues.length - SHOWN} chỗ khác.` : ''
  const said = issues.slice(0, SHOWN).map(describeTableIssue).join('\n')
  return new Problem(packProblems.wrongTables, `${said}${more}`, { issues })
}

const sayMade = (
  invocation: Invocation,
  target: string,
  { pack, units, unitsOld, succession, routes, agencies }: MadePack,
  notes: readonly string[],
): void => {
  const counts = {
    units: units.units.length,
    unitsOld: unitsOld.units.length,
    succession: succession.rows.length,
    routes: routes.length,
    agencies: agencies.length,
  }
  say(
    invocation,
    { folder: target, id: pack.id, name: pack.name, ...counts, notes },
    `Đã lập gói ${pack.name} tại ${target}: ${counts.units} đơn vị hiện nay, ${counts.unitsOld} đơn vị trước, ` +
      `${counts.succession} dòng kế tục, ${counts.agencies} cơ quan, ${counts.routes} tuyến đường.\n` +
      `Mở bản mới bằng gói này: npm start -- --province ${target}`,
  )
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** Agencies that a person has written into the pack before; a new pack has none. */
const readKept = (target: string): readonly AgencyRow[] => {
  const file = path.join(target, 'agencies.json')
  if (!fs.existsSync(file)) return []
  const rows = parseJson(fs.readFileSync(file, 'utf8'))
  const fault = rows === undefined ? 'không phải JSON' : findSchemaFault(AgencyRows, rows)
  if (fault !== undefined) throw new Problem(packProblems.unreadable, `Tệp ${file}, ${fault}.`)
  return rows as AgencyRow[]
}

/** Calendar and groups are the same everywhere until somebody writes others; they come from the empty pack. */
const write = (target: string, made: MadePack): void => {
  const { pack, units, unitsOld, succession, routes, agencies } = made
  fs.mkdirSync(target, { recursive: true })
  const put = (name: string, text: string): void => fs.writeFileSync(path.join(target, name), text)
  const keep = (name: string, text: string): void => {
    if (!fs.existsSync(path.join(target, name))) put(name, text)
  }
  const common = (name: string): string => fs.readFileSync(path.join(packsFolder(), 'trong', name), 'utf8')
  keep('pack.json', `${JSON.stringify(pack, null, 2)}\n`)
  put('units.json', printRows({ source: units.source }, 'units', units.units))
  put('units-old.json', printRows({ source: unitsOld.source }, 'units', unitsOld.units))
  put('succession.json', printRows({ source: succession.source, on: succession.on }, 'rows', succession.rows))
  put('agencies.json', printRows(undefined, '', agencies))
  if (routes.length > 0) put('routes.json', printRows(undefined, '', routes))
  keep('routes.json', '[]\n')
  keep('calendar.json', common('calendar.json'))
  keep('groups.json', common('groups.json'))
}

/** Reads and checks a pack as a start does; throws what the start would say. */
const checkWhole = (given: string): ReturnType<typeof readPack> => {
  const files = readPack(given)
  const agencyFault = findSchemaFault(AgencyRows, files.agencies)
  const agencies = files.agencies as AgencyRow[]
  const faults = [
    ...checkPlaces(files).map(describeIssue),
    ...(agencyFault === undefined
      ? findAgencyFaults(agencies).map(
          ({ row, message }) => `agencies.json, mục ${row + 1} (${agencies[row]?.code ?? ''}): ${message}.`,
        )
      : [`agencies.json, ${agencyFault}.`]),
  ]
  if (faults.length > 0) throw new Problem(packProblems.unreadable, faults.slice(0, SHOWN).join('\n'))
  checkLinks(files)
  return files
}

export const provinceCheckCommand: Command = {
  name: 'province check',
  summary: 'Kiểm tra một gói tỉnh trước khi mở bản mới, nêu tệp và mục sai',
  usage: 'province check GÓI|THƯ-MỤC [--json]',
  onData: false,
  run: async (invocation) => {
    const { args, io } = invocation
    const [given] = args
    if (given === undefined || args.length !== 1) {
      io.err('Cần nêu tên một gói hoặc một thư mục như ./goi-tinh.')
      return EXIT.usage
    }
    const isFolder = given.startsWith('.') || /[/\\]/u.test(given)
    const { pack, units, agencies } = checkWhole(isFolder ? path.resolve(io.cwd, given) : given)
    const counts = { units: units.units.length, agencies: (agencies as unknown[]).length }
    say(
      invocation,
      { id: pack.id, name: pack.name, provinceCode: pack.provinceCode, ...counts },
      `Gói ${pack.name} (mã ${pack.provinceCode}) dùng được: ${counts.units} đơn vị hiện nay, ${counts.agencies} cơ quan.`,
    )
    return EXIT.done
  },
}
