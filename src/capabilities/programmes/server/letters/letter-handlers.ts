import { randomUUID } from 'node:crypto'
import { Problem } from '#kernel/problem.ts'
import { parsePlainDate, toDayNumber, type PlainDate } from '#kernel/plain-date.ts'
import { toVietnamDay } from '#platform/server/clock.ts'
import { openFile, storeFile } from '#platform/server/files/store.ts'
import { Reply, withVersion, type Ask, type Handler } from '#platform/server/http/endpoint.ts'
import { httpProblems } from '#platform/server/http/problems.ts'
import { requireWithin, scopeOf } from '#platform/server/http/scope.ts'
import { writeOfficialLetter } from '#platform/server/word/official-letter.ts'
import { toClauseWords } from '../../domain/clause-words.ts'
import type { LateDuty } from '../../domain/late-duty.ts'
import { toLetterPackage } from '../../domain/letter-package.ts'
import type { Letter, LetterDetail } from '../../domain/letter-schemas.ts'
import {
  draftReminderLetter,
  type ReminderRequest,
  type ReminderSender,
} from '../../domain/reminder-letter.ts'
import { toReminderMessage } from '../../domain/reminder-message.ts'
import { listLetterVerbs, moveLetter, type LetterParty } from '../../domain/reminder-letter-state.ts'
import { assignmentProblems } from '../assignments/problems.ts'
import type { Agencies, Outside } from '../outside.ts'
import {
  findLetter,
  findSender,
  insertLetter,
  listLate,
  listLetters as list,
  lockLetter,
  nameProvince,
  setSender as keepSender,
  updateLetter,
  type LateRow,
} from './letter-store.ts'
import { letterProblems } from './problems.ts'
import type * as schemas from './schemas.ts'
import type { LetterRow } from './tables.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const SIZE = 50

const requireDay = (text: string): PlainDate => {
  const day = parsePlainDate(text)
  if (!day) throw new Problem(assignmentProblems.impossibleDay, `Ngày “${text}”.`)
  return day
}

const toLateDuty = (row: LateRow, today: PlainDate): LateDuty => {
  const due = row.next_due ?? today
  return {
    id: row.id,
    document: row.plan,
    clause: toClauseWords(row.place),
    order: row.text,
    due,
    // A standing duty is late by its review; only an ordered day can have been extended.
    firstDue: row.due === due ? (row.first_due ?? due) : due,
    daysLate: toDayNumber(today) - toDayNumber(due),
    state: row.state,
    opened: row.opened_at !== null,
    percent: row.percent,
    lastReport: row.report && { on: toVietnamDay(row.report.at), words: row.report.words },
  }
}

/** While nobody has said who signs: the committee's office of this province. */
const toDefaultSender = (province: string): ReminderSender => ({
  governingBody: `Ban An toàn giao thông\n${province}`,
  issuingBody: 'Văn phòng',
  symbol: 'VPBATGT',
  place: province.replace(/^(?:tỉnh|thành phố)\s+/iu, ''),
  name: `Văn phòng Ban An toàn giao thông ${province}`,
  manner: 'ask',
  superior: 'Trưởng Ban An toàn giao thông',
  contact: null,
  signature: { authority: [], title: 'Chánh Văn phòng', name: null },
})

const toLetter = (row: LetterRow, agencies: Agencies): Letter => ({
  id: row.id,
  agency: row.agency,
  agencyName: agencies.nameOf(row.agency),
  state: row.state,
  subject: row.subject,
  duties: row.request.duties.length,
  longest: Math.max(0, ...row.request.duties.map(({ daysLate }) => daysLate)),
  number: row.number,
  issuedOn: row.issued_on,
  note: row.note,
  madeAt: row.made_at,
  changedAt: row.changed_at,
  sha256: row.sha256,
  version: row.version,
})

const partiesOf = (actor: Ask['actor']): readonly LetterParty[] => [
  ...(scopeOf(actor, 'programmes.assignment.manage').everything ? (['office'] as const) : []),
  ...(scopeOf(actor, 'programmes.assignment.decide').everything ? (['leader'] as const) : []),
]

export const letterHandlers = ({ directory }: Outside) => {
  const toDetail = async (ask: Pick<Ask, 'actor' | 'services'>, row: LetterRow): Promise<LetterDetail> => ({
    ...toLetter(row, await directory(ask.services)),
    assignments: row.request.duties.map(({ id }) => id),
    message: toReminderMessage(row.request),
    verbs: [...listLetterVerbs(row.state, partiesOf(ask.actor))],
  })

  const requireLetter = (ask: Pick<Ask, 'actor'>, row: LetterRow | undefined): LetterRow => {
    if (!row || partiesOf(ask.actor).length === 0) throw new Problem(letterProblems.notFound)
    return row
  }

  const senderOf = async ({ db, province }: Pick<Ask, 'db' | 'province'>, on: PlainDate) =>
    (await findSender(db, province, on)) ?? toDefaultSender(await nameProvince(db, province))

  const draftLetters: Handler<typeof schemas.draftLetters> = async (ask) => {
    requireWithin(ask.actor, 'programmes.assignment.manage', {})
    const { body, db, province, now, author, services } = ask
    const today = toVietnamDay(now)
    const answerBy = requireDay(body.answerBy)
    const agencies = await directory(services)
    const sender = await senderOf(ask, today)
    const late = new Map<string, LateRow[]>()
    for (const row of await listLate(db, province, today, body.agencies)) {
      const code = row.agency ?? ''
      late.set(code, [...(late.get(code) ?? []), row])
    }
    const drafts: { readonly row: LetterRow; readonly duties: readonly LateDuty[] }[] = []
    for (const [code, rows] of late) {
      const request: ReminderRequest = {
        sender,
        agency: { code, name: agencies.nameOf(code) },
        duties: rows.map((row) => toLateDuty(row, today)),
        on: today,
        signedOn: null,
        answerBy,
        copies: [],
        kept: 'VT',
      }
      const letter = draftReminderLetter(request)
      if (!letter.ok) {
        const [fault] = letter.error
        if (fault?.kind === 'answer-too-early') throw new Problem(letterProblems.answerTooEarly)
        throw new Error(`a letter that cannot be drafted: ${fault?.kind}`)
      }
      const bytes = await writeOfficialLetter(letter.value)
      const { sha256, size } = await storeFile(services.filesDir, [bytes])
      drafts.push({
        duties: request.duties,
        row: {
          id: randomUUID(),
          province,
          agency: code,
          state: 'draft',
          subject: letter.value.subject,
          request,
          sha256,
          size,
          number: null,
          issued_on: null,
          note: null,
          made_by: author.actor,
          made_at: now,
          changed_at: now,
          version: 1,
        },
      })
    }
    if (drafts.length === 0) throw new Problem(letterProblems.nobodyLate)
    return await ask.write(async (tx, append) => {
      for (const { row, duties } of drafts) {
        await insertLetter(tx, row, duties)
        await append({
          event: 'reminder-letter.drafted',
          subject: `reminder-letter:${row.id}`,
          data: { agency: row.agency, duties: duties.length },
        })
      }
      return { items: drafts.map(({ row }) => toLetter(row, agencies)), total: drafts.length }
    })
  }

  const listLetters: Handler<typeof schemas.listLetters> = async (ask) => {
    requireLetter(ask, {} as LetterRow)
    const page = Math.max(1, Number(ask.query.page ?? 1))
    const slice = { limit: SIZE, offset: (page - 1) * SIZE }
    const { rows, total } = await list(ask.db, ask.province, ask.query, slice)
    const agencies = await directory(ask.services)
    return { items: rows.map((row) => toLetter(row, agencies)), total }
  }

  const showLetter: Handler<typeof schemas.showLetter> = async (ask) => {
    const row = requireLetter(ask, await findLetter(ask.db, ask.province, ask.params.id))
    return withVersion(await toDetail(ask, row), row.version)
  }

  const moveOne: Handler<typeof schemas.moveLetter> = async (ask) => {
    const { body, province, now } = ask
    const issuedOn = body.verb === 'send' ? requireDay(body.issuedOn) : null
    await ask.write(async (tx, append) => {
      const row = requireLetter(ask, await lockLetter(tx, province, ask.params.id))
      if (row.version !== ask.version)
        throw new Problem(httpProblems.changedMeanwhile, undefined, { version: row.version })
      const state = moveLetter(row.state, body.verb, partiesOf(ask.actor))
      if (state === undefined) throw new Problem(letterProblems.notAllowedNow)
      await updateLetter(tx, row.id, {
        state,
        changed_at: now,
        note: body.verb === 'return' ? body.note : null,
        ...(body.verb === 'send' ? { number: body.number.normalize('NFC'), issued_on: issuedOn } : {}),
      })
      await append({
        event: 'reminder-letter.moved',
        subject: `reminder-letter:${row.id}`,
        data: { verb: body.verb, state },
      })
    })
    const row = requireLetter(ask, await findLetter(ask.db, province, ask.params.id))
    return withVersion(await toDetail(ask, row), row.version)
  }

  const nameFile = (row: LetterRow): string => `cong-van-don-doc-${row.agency}.docx`

  const showFile: Handler<typeof schemas.showFile> = async (ask) => {
    const row = requireLetter(ask, await findLetter(ask.db, ask.province, ask.params.id))
    const { stream } = await openFile(ask.services.filesDir, row.sha256)
    return new Reply(undefined, { file: { bytes: stream, type: WORD, name: nameFile(row) } })
  }

  const showPackage: Handler<typeof schemas.showPackage> = async (ask) => {
    const row = requireLetter(ask, await findLetter(ask.db, ask.province, ask.params.id))
    const request = { ...row.request, signedOn: row.issued_on }
    const letter = draftReminderLetter(row.request)
    if (!letter.ok) throw new Error('a letter that was drafted cannot be drafted')
    const attachment = { name: nameFile(row), mediaType: WORD, bytes: row.size, sha256: row.sha256 }
    const made = toLetterPackage(request, { ...letter.value, number: row.number }, [attachment])
    if (!made.ok) throw new Error(`a package that cannot be made: ${made.error.join(', ')}`)
    const bytes = Buffer.from(`${JSON.stringify(made.value, null, 2)}\n`)
    const name = nameFile(row).replace(/\.docx$/u, '.json')
    return new Reply(undefined, { file: { bytes, type: 'application/json', name } })
  }

  const showSender: Handler<typeof schemas.showSender> = async (ask) => {
    requireLetter(ask, {} as LetterRow)
    const sender = await senderOf(ask, toVietnamDay(ask.now))
    return { ...sender, signature: { ...sender.signature, authority: [...sender.signature.authority] } }
  }

  const setSender: Handler<typeof schemas.setSender> = async (ask) => {
    requireWithin(ask.actor, 'programmes.assignment.manage', {})
    return await ask.write(async (tx, append) => {
      await keepSender(tx, ask.province, toVietnamDay(ask.now), ask.body)
      await append({
        event: 'reminder-letter.sender-set',
        subject: 'reminder-sender',
        data: { from: toVietnamDay(ask.now) },
      })
      return ask.body
    })
  }

  return {
    draftLetters,
    listLetters,
    showLetter,
    moveLetter: moveOne,
    showFile,
    showPackage,
    showSender,
    setSender,
  }
}
