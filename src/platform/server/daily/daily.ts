import { inTransaction } from '../journal/journal.ts'
import { toVietnamDay } from '../clock.ts'
import type { Services } from '../services.ts'

/** Work of each day at an hour of Vietnam time; missed hours are made up for at the next look. */
export interface DailyTask {
  /** The journal event that says it was done: `journal.sealed`. */
  readonly event: string
  readonly hour: number
  /** Returns what the journal keeps of it: ids and numbers. */
  readonly run: (services: Services) => Promise<Readonly<Record<string, unknown>>>
}

/** The hour of the day in Vietnam (UTC+7) at an instant. */
const toVietnamHour = (instant: string): number => (Number(instant.slice(11, 13)) + 7) % 24

const isDone = async (services: Services, task: DailyTask, day: string): Promise<boolean> => {
  const last = await services.database.db
    .selectFrom('journal')
    .select(['at', 'data'])
    .where('province', '=', services.province)
    .where('event', '=', task.event)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!last) return false
  // The journal's time never runs back; the day that the clock showed does, when the clock is put right.
  const { day: noted } = last.data as { readonly day?: string }
  return (noted ?? toVietnamDay(last.at)) === day
}

/** Does what today still owes. A task that fails is logged and tried again at the next look. */
export const runDue = async (services: Services, tasks: readonly DailyTask[]): Promise<void> => {
  if (services.province === '') return
  const now = services.clock.now()
  for (const task of tasks) {
    if (toVietnamHour(now) < task.hour || (await isDone(services, task, toVietnamDay(now)))) continue
    try {
      const data = await task.run(services)
      const author = { province: services.province, actor: 'system', now }
      await inTransaction(services.database.db, services.subscriptions, author, (_tx, append) =>
        append({
          event: task.event,
          subject: `province:${services.province}`,
          data: { ...data, day: toVietnamDay(now) },
        }),
      )
    } catch (error) {
      services.log.error({ err: error, task: task.event }, 'daily task failed')
    }
  }
}

/** Looks every ten minutes until stopped. */
export const startDaily = (
  services: Services,
  tasks: readonly DailyTask[],
): { readonly stop: () => Promise<void> } => {
  let last: Promise<void> = Promise.resolve()
  const look = (): void => {
    last = last
      .then(() => runDue(services, tasks))
      .catch((error: unknown) => services.log.warn({ err: error }, 'daily look failed'))
  }
  look()
  const timer = setInterval(look, 600_000)
  return {
    stop: async () => {
      clearInterval(timer)
      await last
    },
  }
}
