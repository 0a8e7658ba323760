import { addDays, parsePlainDate } from '#kernel/plain-date.ts'
import { Problem } from '#kernel/problem.ts'
import type { Capability } from '../capability.ts'
import { get, post, type Ask } from '../http/endpoint.ts'
import { httpProblems } from '../http/problems.ts'
import { platformEvents } from '../journal/events.ts'
import { verifyJournal } from '../journal/verify.ts'
import { schemas, type JobList, type JournalPage, type JournalState } from './schemas.ts'
import { countWaiting, listEntries, listQuarantined, releaseJob } from './store.ts'

/** Midnight in Vietnam, as an instant. */
const toMidnight = (day: string | undefined, later = 0): string | undefined => {
  const date = parsePlainDate(day ?? '')
  return date && `${addDays(date, later - 1)}T17:00:00.000Z`
}

const listJournal =
  (sentenceOf: (event: string) => string | undefined) =>
  async (ask: Ask<typeof schemas.listJournal>): Promise<JournalPage> => {
    const { event, subject, actor, from, to, before } = ask.query
    const size = Math.min(500, Math.max(1, Number(ask.query.size ?? 50)))
    const rows = await listEntries(ask.db, ask.province, {
      event,
      subject,
      actor,
      from: toMidnight(from),
      to: toMidnight(to, 1),
      before: before === undefined ? undefined : Number(before),
      size,
    })
    return {
      items: rows.map((row) => ({
        ...row,
        sentence: sentenceOf(row.event) ?? row.event,
        data: row.data as Record<string, unknown>,
      })),
      next: rows.length < size ? null : (rows.at(-1)?.seq ?? null),
    }
  }

const checkJournal = async (ask: Ask<typeof schemas.checkJournal>): Promise<JournalState> => {
  const { entries, head, faults } = await verifyJournal(ask.db, ask.province)
  return { entries, head, faults: [...faults], checkedAt: ask.now }
}

/** What a job is called, what is missing while it does not get done, and what a person can do. */
export interface JobWords {
  readonly title: string
  readonly missing: string
  readonly advice: string
}

/** A newer or older release may have left a job that this one does not have. */
const UNKNOWN_JOB: JobWords = {
  title: 'Việc không có trong phiên bản đang chạy',
  missing: 'Phiên bản khác của phần mềm đã xếp việc này.',
  advice: 'Nâng cấp đúng phiên bản rồi bấm “Chạy lại”, hoặc bấm “Bỏ qua” và ghi lý do.',
}

const listJobs =
  (words: Readonly<Record<string, JobWords>>, sentenceOf: (event: string) => string | undefined) =>
  async (ask: Ask<typeof schemas.listJobs>): Promise<JobList> => ({
    items: (await listQuarantined(ask.db, ask.province)).map((row) => ({
      ...row,
      ...(words[row.job] ?? UNKNOWN_JOB),
      sentence: sentenceOf(row.event) ?? row.event,
    })),
    waiting: await countWaiting(ask.db, ask.province),
    titles: Object.fromEntries(Object.entries(words).map(([name, { title }]) => [name, title])),
  })

const retryJob = async (ask: Ask<typeof schemas.retryJob>): Promise<undefined> => {
  const id = Number(ask.params.id)
  await ask.write(async (tx, append) => {
    const released = await releaseJob(tx, ask.province, id, 'waiting', ask.now)
    if (!released) throw new Problem(httpProblems.notFound)
    await append({
      event: 'job.retried',
      subject: `job:${released.job}`,
      data: { delivery: id, seq: released.seq },
    })
  })
}

const giveUpJob = async (ask: Ask<typeof schemas.giveUpJob>): Promise<undefined> => {
  const id = Number(ask.params.id)
  await ask.write(async (tx, append) => {
    const released = await releaseJob(tx, ask.province, id, 'given-up', ask.now)
    if (!released) throw new Problem(httpProblems.notFound)
    await append({
      event: 'job.given-up',
      subject: `job:${released.job}`,
      data: { delivery: id, seq: released.seq, reason: ask.body.reason },
    })
  })
}

/** What the platform itself shows to administrators. The words of events and jobs come from all capabilities. */
export const toPlatformCapability = (
  sentenceOf: (event: string) => string | undefined,
  jobWords: Readonly<Record<string, JobWords>>,
): Capability => ({
  name: 'admin',
  routes: [
    get('/api/admin/journal', 'admin.journal.view', schemas.listJournal, listJournal(sentenceOf)),
    get('/api/admin/journal/state', 'admin.journal.view', schemas.checkJournal, checkJournal),
    get('/api/admin/jobs', 'admin.jobs.view', schemas.listJobs, listJobs(jobWords, sentenceOf)),
    post('/api/admin/jobs/:id/retry', 'admin.jobs.retry', schemas.retryJob, retryJob),
    post('/api/admin/jobs/:id/give-up', 'admin.jobs.retry', schemas.giveUpJob, giveUpJob),
  ],
  jobs: [],
  permissions: [
    { name: 'admin.journal.view', title: 'Xem và kiểm tra nhật ký' },
    { name: 'admin.jobs.view', title: 'Xem việc tự động đang chờ người xem' },
    { name: 'admin.jobs.retry', title: 'Chạy lại hoặc bỏ qua việc tự động' },
  ],
  problems: {},
  constraints: {},
  events: platformEvents,
})
