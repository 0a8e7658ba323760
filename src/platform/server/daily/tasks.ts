import fs from 'node:fs'
import path from 'node:path'
import { dump } from '../backup/dump.ts'
import { MANIFEST } from '../backup/manifest.ts'
import type { Config } from '../config.ts'
import { makeSeal } from '../journal/seal.ts'
import { openMailer } from '../mail/mail.ts'
import type { DailyTask } from './daily.ts'

/** `2026-11-21T19:00:00.000Z` → `binhan-2026-11-21-190000`. */
export const backupName = (now: string): string =>
  `binhan-${now.slice(0, 10)}-${now.slice(11, 19).replaceAll(':', '')}`

/** Removes the oldest automatic backups beyond `keep`; what has no manifest is an unfinished one and goes first. */
const thinOut = (folder: string, keep: number): number => {
  const made = fs
    .readdirSync(folder)
    .filter((name) => /^binhan-\d{4}-\d{2}-\d{2}-\d{6}$/u.test(name))
    .toSorted()
  const isWhole = (name: string): boolean => fs.existsSync(path.join(folder, name, MANIFEST))
  const whole = made.filter(isWhole)
  const surplus = [
    ...made.filter((name) => !isWhole(name)),
    ...whole.slice(0, Math.max(0, whole.length - keep)),
  ]
  for (const name of surplus) fs.rmSync(path.join(folder, name), { recursive: true })
  return surplus.length
}

/** What the configuration asks to be done every day. */
export const listDailyTasks = (config: Config): DailyTask[] => {
  const { sealMailTo, backupDir } = config
  const tasks: DailyTask[] = []
  if (backupDir !== undefined) {
    tasks.push({
      event: 'backup.made',
      hour: config.backupHour,
      run: async (services) => {
        const name = backupName(services.clock.now())
        const manifest = await dump(services, path.join(backupDir, name), () => {})
        return { name, files: manifest.files.length, removed: thinOut(backupDir, config.backupKeep) }
      },
    })
  }
  if (sealMailTo !== undefined) {
    tasks.push({
      event: 'journal.sealed',
      hour: 6,
      run: async (services) => {
        const seal = await makeSeal(services.database.db, services.province, services.clock.now())
        await openMailer(config).send({
          to: sealMailTo,
          subject: `Bình An: niêm phong nhật ký, dòng ${seal.seq}`,
          text: `${JSON.stringify(seal)}\n\nCất thư này. Khi cần kiểm tra, lưu dòng trên thành tệp rồi chạy: binhan journal verify --seal TỆP\n`,
        })
        return { seq: seal.seq }
      },
    })
  }
  return tasks
}
