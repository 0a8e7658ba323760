import { randomUUID } from 'node:crypto'
import { Problem } from '#kernel/problem.ts'
import { toVietnamDay } from '#platform/server/clock.ts'
import { Reply, type Ask } from '#platform/server/http/endpoint.ts'
import { readBody } from '#platform/server/http/stream.ts'
import type { ImportReply } from '../contract.ts'
import { readAccountSheet, type SheetAccount } from '../domain/account-sheet.ts'
import { findAgency } from '../domain/agency-index.ts'
import { readCells, writeTemplate } from './account-sheet.ts'
import { insertAccount, insertPost, listLogins } from './account-store.ts'
import { toBase } from './base-address.ts'
import { openAgencyIndex } from './agency-handlers.ts'
import { makeLink } from './one-time-link.ts'
import type { OpenAreas } from './post-check.ts'
import { peopleProblems } from './problems.ts'
import type { schemas } from './schemas.ts'

const MOST_BYTES = 5 * 1024 * 1024

/** Preview changes nothing; apply creates every account of the sheet or, with any issue, none. */
export const importAccounts =
  (openAreas: OpenAreas) =>
  async (ask: Ask<typeof schemas.importAccounts>): Promise<ImportReply> => {
    const cells = await readCells(await readBody(ask.stream, MOST_BYTES))
    if (!cells) throw new Problem(peopleProblems.notASheet)
    const today = toVietnamDay(ask.now)
    const index = await openAgencyIndex(ask.db, ask.province)
    const { accounts, issues } = readAccountSheet(cells, {
      takenLogins: new Set(await listLogins(ask.db, ask.province)),
      findAgency: (printed) => {
        if (index.byCode.has(printed)) return printed
        const found = findAgency(index, printed, today)
        return found?.state === 'current' ? found.agency.code : undefined
      },
      findArea: await openAreas(ask.db, ask.province, today),
    })
    const rows = accounts.map(({ row, login, name, role, agency, area }) => ({
      row,
      login,
      name,
      role,
      agency,
      area,
    }))
    if (ask.query.mode === 'preview') return { rows, issues, applied: false, links: [] }
    if (issues.length > 0) {
      const first = issues[0]
      throw new Problem(
        peopleProblems.sheetFaulty,
        `Có ${issues.length} chỗ sai; đầu tiên ở dòng ${first?.row}, cột “${first?.column}”: ${first?.message}`,
        { issues: issues.map(({ row, column }) => ({ row, column })) },
      )
    }
    return { rows, issues, applied: true, links: await createAccounts(ask, accounts) }
  }

const createAccounts = async (
  ask: Pick<Ask, 'write' | 'province' | 'now' | 'services' | 'headers'>,
  accounts: readonly SheetAccount[],
): Promise<ImportReply['links']> =>
  await ask.write(async (tx, append) => {
    const links: ImportReply['links'] = []
    for (const { login, name, role, agency, area, email, phone } of accounts) {
      const id = randomUUID()
      await insertAccount(tx, ask.province, { id, login, name, email, phone }, ask.now)
      const post = { id: randomUUID(), role, agency, area, validFrom: null, validTo: null }
      await insertPost(tx, ask.province, id, post)
      await append({
        event: 'account.added',
        subject: `account:${id}`,
        data: { by: 'sheet', posts: [{ post: post.id, role, agency, area }] },
      })
      const { province, now } = ask
      const wanted = { province, now, purpose: 'reset', account: id, base: toBase(ask) } as const
      links.push({ login, ...(await makeLink(tx, append, wanted)) })
    }
    return links
  })

export const getTemplate = async (): Promise<Reply<undefined>> =>
  new Reply(undefined, {
    file: {
      bytes: await writeTemplate(),
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      name: 'mau-tai-khoan.xlsx',
    },
  })
