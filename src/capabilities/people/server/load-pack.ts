import { randomUUID } from 'node:crypto'
import type { TSchema } from 'typebox'
import { Problem } from '#kernel/problem.ts'
import type { Tx } from '#platform/server/db/db.ts'
import { findSchemaFault } from '#platform/server/schema/schema-fault.ts'
import type { Append, Author } from '#platform/server/journal/journal.ts'
import {
  AgencyGroupRows,
  AgencyRows,
  SampleAccountRows,
  type AgencyGroupRow,
  type AgencyRow,
  type SampleAccountRow,
} from '../contract.ts'
import type { Agency } from '../domain/agency.ts'
import { findPostFault } from '../domain/access.ts'
import { insertAccount, insertPost, listLogins } from './account-store.ts'
import { insertMissingAgencies } from './agency-store.ts'
import { insertMissingGroups } from './group-store.ts'
import { peopleProblems } from './problems.ts'

const refuse = (file: string, where: string, what: string): never => {
  throw new Problem(peopleProblems.packFaulty, `Tệp ${file}, ${where}: ${what}.`)
}

/** `mục 3 (so-xay-dung)`: people count from one. */
const entry = (row: number, code: string): string => `mục ${row + 1} (${code})`

const check = (schema: TSchema, rows: unknown, file: string): void => {
  const fault = findSchemaFault(schema, rows)
  if (fault !== undefined) throw new Problem(peopleProblems.packFaulty, `Tệp ${file}, ${fault}.`)
}

/** A row of agencies that cannot stand, counted from 0, and why. */
export interface AgencyFault {
  readonly row: number
  readonly message: string
}

/** Codes twice or pointing nowhere, and days that run backwards. */
export const findAgencyFaults = (rows: readonly AgencyRow[]): AgencyFault[] => {
  const codes = new Set(rows.map((row) => row.code))
  return rows.flatMap(({ code, parent, successors = [], validFrom, validTo }, row) => {
    const messages: string[] = []
    if (rows.findIndex((other) => other.code === code) !== row) messages.push(`mã “${code}” đã có ở trên`)
    for (const other of [...successors, ...(parent ? [parent] : [])]) {
      if (!codes.has(other)) messages.push(`không có cơ quan “${other}”`)
      if (other === code) messages.push('trỏ về chính mình')
    }
    if (validFrom && validTo && validTo < validFrom) messages.push('ngày kết thúc trước ngày bắt đầu')
    return messages.map((message) => ({ row, message }))
  })
}

/** What a pack says of agencies, filled up; refuses rows that cannot stand. */
export const toAgencies = (rows: readonly AgencyRow[], file = 'agencies.json'): Agency[] => {
  const [fault] = findAgencyFaults(rows)
  if (fault) refuse(file, entry(fault.row, rows[fault.row]?.code ?? ''), fault.message)
  return rows.map((row) => {
    const {
      parent = null,
      validFrom = null,
      validTo = null,
      successors = [],
      unitCode = null,
      source = null,
    } = row
    return { ...row, parent, validFrom, validTo, successors, unitCode, source }
  })
}

/** Loads `agencies.json` and `groups.json` of a pack. What is there already stays as people left it. */
export const loadAgencies = async (
  tx: Tx,
  append: Append,
  province: string,
  pack: { readonly agencies: unknown; readonly groups: unknown },
): Promise<{ agencies: number; groups: number }> => {
  check(AgencyRows, pack.agencies, 'agencies.json')
  check(AgencyGroupRows, pack.groups, 'groups.json')
  const agencies = toAgencies(pack.agencies as AgencyRow[])
  const groups = pack.groups as AgencyGroupRow[]
  const codes = new Set(agencies.map((agency) => agency.code))
  for (const [i, { code, members }] of groups.entries()) {
    for (const member of [...(members.codes ?? []), ...(members.except ?? [])]) {
      if (!codes.has(member)) refuse('groups.json', entry(i, code), `không có cơ quan “${member}”`)
    }
  }
  const added = await insertMissingAgencies(tx, province, agencies)
  const addedGroups = await insertMissingGroups(tx, province, groups)
  await append({
    event: 'agencies.loaded',
    subject: 'installation',
    data: { agencies: added, groups: addedGroups },
  })
  return { agencies: added.length, groups: addedGroups.length }
}

/** Loads `accounts.json` of the sample: users who sign in without a password, on this very machine only. */
export const loadSampleAccounts = async (
  tx: Tx,
  append: Append,
  author: Author,
  accounts: unknown,
): Promise<number> => {
  check(SampleAccountRows, accounts, 'accounts.json')
  const rows = accounts as SampleAccountRow[]
  const taken = new Set(await listLogins(tx, author.province))
  let count = 0
  for (const [i, { login, name, role, agency = null, area = null }] of rows.entries()) {
    const post = { id: randomUUID(), role, agency, area, validFrom: null, validTo: null }
    const fault = findPostFault(post)
    if (fault !== undefined) refuse('accounts.json', entry(i, login), fault)
    if (taken.has(login)) continue
    taken.add(login)
    const id = randomUUID()
    await insertAccount(tx, author.province, { id, login, name, demo: true }, author.now)
    await insertPost(tx, author.province, id, post)
    count++
  }
  await append({ event: 'accounts.loaded', subject: 'installation', data: { accounts: count } })
  return count
}
