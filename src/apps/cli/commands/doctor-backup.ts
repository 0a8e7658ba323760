import { findLastBackup } from '#platform/server/backup/last-backup.ts'
import { toVietnamDay } from '#platform/server/clock.ts'
import type { Services } from '#platform/server/services.ts'
import type { Check } from './doctor-files.ts'

const DAY_MS = 24 * 60 * 60 * 1000

const toDayWords = (day: string): string => day.split('-').toReversed().join('/')

/** Whether there is a backup not older than `BACKUP_WARN_DAYS`; it asks nothing of a place that holds no province. */
export const checkBackup = async (services: Services): Promise<Check[]> => {
  if (services.province === '') return []
  const { config, clock } = services
  const name = 'Sao lưu'
  const mend =
    config.backupDir === undefined
      ? 'Chạy npx binhan backup THƯ-MỤC ngay, rồi đặt BACKUP_DIR để máy chủ tự sao lưu mỗi ngày (docs/van-hanh.md, mục 5).'
      : `Chạy npx binhan backup THƯ-MỤC ngay; kiểm tra thư mục ${config.backupDir} còn chỗ, ghi được, và máy chủ có chạy lúc ${config.backupHour} giờ.`
  const last = await findLastBackup(services)
  if (last === undefined) return [{ name, state: 'warning', said: 'chưa có bản sao lưu nào', mend }]
  const days = (Date.parse(toVietnamDay(clock.now())) - Date.parse(last)) / DAY_MS
  const said = `bản gần nhất ngày ${toDayWords(last)}`
  if (days < config.backupWarnDays) return [{ name, state: 'good', said }]
  return [{ name, state: 'warning', said: `${said}, đã ${days} ngày`, mend }]
}
