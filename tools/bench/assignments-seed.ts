import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { listAllAgencies } from '#capabilities/people/server/agency-store.ts'
import { foldActions } from '#capabilities/programmes/domain/assignment-fold.ts'
import type { AssignmentAction, Capacity, Deed } from '#capabilities/programmes/domain/assignment.ts'
import { project, type NewAssignment } from '#capabilities/programmes/server/assignments/assignment-store.ts'
import { addDays, type PlainDate } from '#kernel/plain-date.ts'
import { searchKey } from '#kernel/vietnamese.ts'
import { toVietnamDay } from '#platform/server/clock.ts'
import type { Db } from '#platform/server/db/db.ts'

/** Duties of ten years of a large province, each with the six actions that such a duty takes on the way. */

export interface DutySize {
  readonly assignments: number
  readonly plans: number
}

const TEXTS = [
  'Tăng cường tuần tra, kiểm soát, xử lý vi phạm về nồng độ cồn trên các tuyến quốc lộ.',
  'Rà soát, xử lý các điểm đen, điểm tiềm ẩn tai nạn giao thông trên địa bàn quản lý.',
  'Tổ chức tuyên truyền pháp luật về giao thông đường bộ trong trường học.',
  'Kiểm tra điều kiện hoạt động của các bến khách ngang sông và phương tiện thủy.',
  'Báo cáo kết quả bảo đảm trật tự, an toàn giao thông của đơn vị.',
]

/** What was done with the n-th duty: six actions, so that every state and every kind of lateness occurs. */
export const storyOf = (
  n: number,
  agency: string,
  due: PlainDate,
  made: string,
  isOld = false,
): AssignmentAction[] => {
  const day = (days: number): string => `${addDays(due, days)}T03:00:00.000Z`
  const late = (n % 7) - 4
  const deeds: readonly (readonly [Capacity, Deed, string])[] = [
    ['office', { verb: 'assign', agency, due, note: null }, made],
    ['agency', { verb: 'open' }, day(-60)],
    ['agency', { verb: 'accept' }, day(-59)],
    ['agency', { verb: 'report', words: 'Đã làm một phần.', percent: 40, evidence: [] }, day(-30)],
    n % 5 === 0 && !isOld
      ? ['agency', { verb: 'ask-extension', until: addDays(due, 20), reason: 'Thời tiết' }, day(-5)]
      : ['agency', { verb: 'submit', words: 'Đã làm xong.', evidence: [], needsApproval: false }, day(late)],
    n % 5 === 0 && !isOld
      ? ['office', { verb: 'deny-extension', reason: 'Việc gấp' }, day(-4)]
      : n % 5 === 1 && !isOld
        ? ['office', { verb: 'return', reason: 'Thiếu số liệu' }, day(late + 1)]
        : ['office', { verb: 'verify', note: null }, day(late + 1)],
  ]
  return deeds.map(([as, deed, at], i) => ({ id: `n${n}-${i}`, after: null, at, by: 'do', as, deed }))
}

const insertRows = async (db: Db, table: string, rows: readonly object[]): Promise<void> => {
  for (let i = 0; i < rows.length; i += 2000)
    await sql`insert into ${sql.table(table)}
      select * from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows.slice(i, i + 2000))}::json)`.execute(
      db,
    )
}

/** Fills the tables by the product's own fold; returns the agencies that have duties, and how many actions there are. */
export const seedAssignments = async (
  db: Db,
  province: string,
  now: string,
  { assignments, plans }: DutySize,
): Promise<{ readonly agencies: readonly string[]; readonly actions: number }> => {
  const today = toVietnamDay(now)
  const agencies = (await listAllAgencies(db, province)).map(({ code }) => code)
  const programmes = Array.from({ length: plans }, () => randomUUID())
  await insertRows(
    db,
    'programme',
    programmes.map((id, i) => ({
      id,
      province,
      document_id: randomUUID(),
      acceptance: 1,
      state: 'active',
      number: `${i + 1}/KH-UBND`,
      years: [2016 + (i % 10)],
      outline: [],
      findings: [],
      search: '',
      created_at: now,
      version: 1,
    })),
  )
  const rows: object[] = []
  const actions: object[] = []
  for (let n = 0; n < assignments; n++) {
    const agency = agencies[n % agencies.length] ?? ''
    // Most are of past years and done; a tenth falls around today, and the year past has some that never were.
    const due = addDays(today, n % 10 === 0 ? (n % 120) - 60 : -(n % 3650))
    const made = `${addDays(due, -120)}T02:00:00.000Z`
    const text = TEXTS[n % TEXTS.length] ?? ''
    const given: NewAssignment = {
      id: randomUUID(),
      province,
      programme_id: programmes[n % plans] ?? '',
      item_id: null,
      place: `${['I', 'II', 'III', 'IV', 'V'][n % 5]}.${n % 20}`,
      section: ['I', 'II', 'III', 'IV', 'V'][n % 5] ?? '',
      text,
      output: null,
      source_note: 'đo',
      kind: 'once',
      member: agency,
      occurrence: 'once',
      period: null,
      partners: [agencies[(n * 7 + 1) % agencies.length] ?? ''],
      review: null,
      calendar: 'administrative',
      batch: programmes[n % plans] ?? '',
      made_at: made,
    }
    // Around today not everything has been done yet.
    const story = storyOf(n, agency, due, made, due < addDays(today, -365)).filter((one) => one.at <= now)
    rows.push({
      ...given,
      ...project(given, foldActions(story)),
      search: searchKey(text),
      version: story.length,
    })
    story.forEach(({ id, at, by, as, deed }, i) =>
      actions.push({
        assignment_id: given.id,
        id,
        seq: i + 1,
        at,
        received_at: at,
        actor: by,
        capacity: as,
        deed,
      }),
    )
  }
  await insertRows(db, 'assignment', rows)
  await insertRows(db, 'assignment_action', actions)
  await sql`analyze`.execute(db)
  return { agencies, actions: actions.length }
}
