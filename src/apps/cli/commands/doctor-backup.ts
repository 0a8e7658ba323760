import fs from 'node:fs'
import { findLastBackup } from '#platform/server/backup/last-backup.ts'
import { toVietnamDay } from '#platform/server/clock.ts'
import type { Config } from '#platform/server/config.ts'
import type { Services } from '#platform/server/services.ts'
import { isWritable, type Check } from './doctor-files.ts'

const DAY_MS = 24 * 60 * 60 * 1000

const toDayWords = (day: string): string => day.split('-').toReversed().join('/')

/**
 * Whether the folder of the daily backups is there and can be written; it asks nothing where none is configured. A
 * missing one is not made: it may lie on a disk that is not mounted, and the backups would fill the disk below it.
 */
export const checkBackupFolder = ({ backupDir }: Config): Check[] => {
  if (backupDir === undefined) return []
  const name = 'Thư mục sao lưu'
  const found = fs.statSync(backupDir, { throwIfNoEntry: false })
  if (!found)
    return [
      {
        name,
        state: 'bad',
        said: `chưa có ${backupDir}`,
        mend: 'Nếu thư mục ở ổ khác, kiểm tra ổ ấy đã được gắn; chưa có thì tạo, rồi cấp quyền ghi cho tài khoản chạy Bình An.',
      },
    ]
  if (!found.isDirectory())
    return [
      {
        name,
        state: 'bad',
        said: `${backupDir} không phải là thư mục`,
        mend: 'Đặt lại BACKUP_DIR thành một thư mục.',
      },
    ]
  if (isWritable(backupDir)) return [{ name, state: 'good', said: `${backupDir} ghi được` }]
  return [
    {
      name,
      state: 'bad',
      said: `${backupDir} không ghi được`,
      mend: 'Cấp quyền ghi cho tài khoản chạy Bình An; kiểm tra ổ đĩa còn chỗ và không bị khóa ghi.',
    },
  ]
}

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
