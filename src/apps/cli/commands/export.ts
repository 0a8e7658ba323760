import path from 'node:path'
import { openAgencies } from '#apps/server/plans.ts'
import { exportRegister, MOST_LINES } from '#capabilities/documents/server/export.ts'
import { listDocuments } from '#capabilities/documents/server/search-store.ts'
import { toSummary } from '#capabilities/documents/server/views.ts'
import { itemLists, type ExportList } from '#capabilities/programmes/contract.ts'
import { exportProgramme } from '#capabilities/programmes/server/export.ts'
import { listProgrammesNamed, toProgrammeJson } from '#capabilities/programmes/server/export-json.ts'
import { Problem } from '#kernel/problem.ts'
import { toVietnamDay } from '#platform/server/clock.ts'
import type { Services } from '#platform/server/services.ts'
import { EXIT, say, type Command, type Invocation } from '../command.ts'
import { writeNewFile } from '../files.ts'
import { cliProblems, requireProvince } from '../problems.ts'

/** What is to be written: the two forms are made only when asked for. */
interface Source {
  readonly name: string
  readonly toJson: () => Promise<object>
  readonly toXlsx: () => Promise<Uint8Array>
}

const isList = (text: string): text is ExportList => (itemLists as readonly string[]).includes(text)

const toFileName = (text: string): string => text.replace(/[^\p{L}\p{N}.-]+/gu, '-')

const openRegister = (services: Services, year: string | undefined): Source => {
  const filter = year === undefined ? {} : { year }
  const summaries = async () => {
    const page = { sort: 'arrival', limit: MOST_LINES, offset: 0 } as const
    const { db } = services.database
    return (await listDocuments(db, services.province, filter, [], page)).rows.map(toSummary)
  }
  return {
    name: `so-van-ban-den-${year ?? toVietnamDay(services.clock.now())}`,
    toJson: async () => ({ documents: await summaries() }),
    toXlsx: async () => await exportRegister(services, filter),
  }
}

const openProgramme = async (
  services: Services,
  wanted: string,
  list: ExportList | undefined,
): Promise<Source> => {
  const { db } = services.database
  const [row, ...others] = await listProgrammesNamed(db, services.province, wanted)
  if (!row) throw new Problem(cliProblems.noProgramme, `Đã tìm “${wanted}”.`)
  if (others.length > 0) {
    const found = [row, ...others].map((one) => `${one.number ?? 'không số'} (${one.id})`)
    throw new Problem(cliProblems.severalProgrammes, `Gồm: ${found.join('; ')}.`)
  }
  return {
    name: toFileName(`${row.number ?? 'ke-hoach'}-${list ?? 'tasks'}`),
    toJson: async () => {
      const whole = await toProgrammeJson(db, row, await openAgencies(services))
      return list === undefined ? whole : { programme: whole.programme, [list]: whole[list] }
    },
    toXlsx: async () =>
      (await exportProgramme(services, await openAgencies(services), row.id, list ?? 'tasks')).bytes,
  }
}

const write = async (invocation: Invocation, source: Source): Promise<number> => {
  const { options, json, io } = invocation
  const out = typeof options['out'] === 'string' ? options['out'] : undefined
  if (out === undefined && json) {
    io.out(JSON.stringify(await source.toJson()))
    return EXIT.done
  }
  const name = out ?? `${source.name}.xlsx`
  const kind = path.extname(name).toLowerCase()
  if (kind !== '.xlsx' && kind !== '.json') {
    io.err(`Tên tệp ${name} phải kết thúc bằng .xlsx hoặc .json.`)
    return EXIT.usage
  }
  const bytes =
    kind === '.xlsx' ? await source.toXlsx() : `${JSON.stringify(await source.toJson(), null, 2)}\n`
  const place = writeNewFile(io, name, bytes)
  say(invocation, { file: place }, `Đã ghi ${place}.`)
  return EXIT.done
}

export const exportCommand: Command = {
  name: 'export',
  summary: 'Xuất một kế hoạch đã chấp nhận, hoặc sổ văn bản đến, ra .xlsx hay .json',
  usage: `export SỐ-HOẶC-MÃ [--list ${itemLists.join('|')}] [--out TỆP.xlsx|TỆP.json] [--json]; export documents [--year NĂM] [--out TỆP] [--json]`,
  options: { list: { type: 'string' }, out: { type: 'string' }, year: { type: 'string' } },
  onData: true,
  run: async (invocation) => {
    const { args, options, io } = invocation
    const [wanted] = args
    if (wanted === undefined || args.length > 1) {
      io.err('Cần nêu đúng một số, ký hiệu (hoặc mã) của kế hoạch, hoặc chữ documents.')
      return EXIT.usage
    }
    const { list, year } = options
    if (typeof list === 'string' && !isList(list)) {
      io.err(`Không có danh sách “${list}”. Các danh sách: ${itemLists.join(', ')}.`)
      return EXIT.usage
    }
    if (typeof year === 'string' && !/^\d{4}$/u.test(year)) {
      io.err(`Năm “${year}” không hợp lệ.`)
      return EXIT.usage
    }
    const services = requireProvince(await invocation.services())
    const source =
      wanted === 'documents'
        ? openRegister(services, typeof year === 'string' ? year : undefined)
        : await openProgramme(services, wanted, typeof list === 'string' ? list : undefined)
    return await write(invocation, source)
  },
}
