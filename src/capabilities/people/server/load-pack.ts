import { randomUUID } from 'node:crypto'
import type { TSchema } from 'typebox'
import { Errors } from 'typebox/value'
import { Problem } from '#kernel/problem.ts'
import type { Tx } from '#platform/server/db/db.ts'
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
  throw new Problem(peopleProblems.packFaulty, `Tệp ${file}, ${where}: ${what}`)
}

const check = (schema: TSchema, rows: unknown, file: string): void => {
  const [error] = Errors(schema, rows)
  if (error) refuse(file, error.instancePath === '' ? 'toàn tệp' : error.instancePath, error.message)
}

/** What a pack says of agencies, filled up; refuses codes that point nowhere and days that run backwards. */
export const toAgencies = (rows: readonly AgencyRow[], file = 'agencies.json'): Agency[] => {
  const codes = new Set<string>()
  for (const [i, { code }] of rows.entries()) {
    if (codes.has(code)) refuse(file, `/${i}`, `mã “${code}” đã có ở trên`)
    codes.add(code)
  }
  return rows.map((row, i) => {
    const {
      parent = null,
      validFrom = null,
      validTo = null,
      successors = [],
      unitCode = null,
      source = null,
    } = row
    for (const code of [...successors, ...(parent === null ? [] : [parent])]) {
      if (!codes.has(code)) refuse(file, `/${i} (${row.code})`, `không có cơ quan “${code}”`)
      if (code === row.code) refuse(file, `/${i} (${row.code})`, 'trỏ về chính mình')
    }
    if (validFrom !== null && validTo !== null && validTo < validFrom)
      refuse(file, `/${i} (${row.code})`, 'ngày kết thúc trước ngày bắt đầu')
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
      if (!codes.has(member)) refuse('groups.json', `/${i} (${code})`, `không có cơ quan “${member}”`)
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
    if (fault !== undefined) refuse('accounts.json', `/${i} (${login})`, fault)
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
