import type { Handler } from '#platform/server/http/endpoint.ts'
import { MOST_UNREAD } from '../../domain/notice-schemas.ts'
import type { Outside } from '../outside.ts'
import { countUnread, listNotices, markRead } from './notice-store.ts'
import type * as schemas from './schemas.ts'
import { toNoticeView } from './views.ts'

const MOST = 200

/** What one person was told: everybody asks for their own and nobody else's. */
export const noticeHandlers = ({ directory }: Pick<Outside, 'directory'>) => {
  const showMine: Handler<typeof schemas.listNotices> = async ({ actor, db, query, services }) => {
    const account = actor?.id ?? ''
    const size = Math.min(Math.max(1, Number(query.size ?? 50)), MOST)
    const page = Math.max(1, Number(query.page ?? 1))
    const slice = { unread: query.unread === '1', limit: size, offset: (page - 1) * size }
    const { rows, total } = await listNotices(db, account, slice)
    const agencies = await directory(services)
    return {
      items: rows.map((row) => toNoticeView(row, agencies)),
      total,
      unread: await countUnread(db, account, MOST_UNREAD),
      page,
      size,
    }
  }

  const countMine: Handler<typeof schemas.countUnread> = async ({ actor, db }) => ({
    unread: await countUnread(db, actor?.id ?? '', MOST_UNREAD),
  })

  const readMine: Handler<typeof schemas.readNotices> = async ({ actor, body, db, now, write }) => {
    const account = actor?.id ?? ''
    await write(async (tx, append) => {
      const read = await markRead(tx, account, body, now)
      await append({ event: 'notices.read', subject: `account:${account}`, data: { read } })
    })
    return { unread: await countUnread(db, account, MOST_UNREAD) }
  }

  return { showMine, countMine, readMine }
}
