import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { BellDot, OctagonAlert } from 'lucide-react'
import { formatDay, formatInstant, formatNumber } from '#platform/web/format.ts'
import { useMay } from '#platform/web/session.ts'
import { Button, LinkButton } from '#platform/web/ui/button.tsx'
import { Chip } from '#platform/web/ui/chip.tsx'
import { EmptyState } from '#platform/web/ui/empty-state.tsx'
import { Loaded } from '#platform/web/ui/loaded.tsx'
import { ProblemNotice } from '#platform/web/ui/notice.tsx'
import { PageHeader } from '#platform/web/ui/page-header.tsx'
import { Pagination } from '#platform/web/ui/pagination.tsx'
import { Tabs } from '#platform/web/ui/tabs.tsx'
import { useSetUrlValues, useUrlValue } from '#platform/web/url-state.ts'
import type { NoticeView } from '../../domain/notice-schemas.ts'
import { noticeKeys, noticesQuery, readNotices } from './api.ts'
import './notice-page.css'

const SIZE = 50

/** What the person was told: of which duty, when; read one by one or all at once. */
const NoticePage = () => {
  const [view] = useUrlValue('xem', 'chua-doc')
  const [pageText, setPage] = useUrlValue('trang', '1')
  const setValues = useSetUrlValues()
  const isUnread = view !== 'tat-ca'
  const page = Math.max(1, Number(pageText) || 1)
  const query = useQuery(noticesQuery(isUnread, page, SIZE))
  const client = useQueryClient()
  const mayManage = useMay('programmes.assignment.manage')
  const read = useMutation({
    mutationFn: readNotices,
    onSettled: async () => await client.invalidateQueries({ queryKey: noticeKeys.all }),
  })
  // All that was there when the person looked, not what came in the meantime.
  const newest = page === 1 ? query.data?.items[0]?.madeAt : undefined
  return (
    <>
      <PageHeader
        title="Thông báo"
        note={query.data ? `${formatNumber(query.data.unread)} thông báo chưa đọc.` : '\u00A0'}
        actions={
          <>
            {newest !== undefined && (query.data?.unread ?? 0) > 0 && (
              <Button isBusy={read.isPending} onClick={() => read.mutate({ until: newest })}>
                Đánh dấu đã đọc tất cả
              </Button>
            )}
            {mayManage && <LinkButton to="/thong-bao/quy-tac">Quy tắc nhắc việc</LinkButton>}
          </>
        }
      />
      <Tabs
        label="Thông báo"
        tabs={[
          { id: 'chua-doc', label: 'Chưa đọc' },
          { id: 'tat-ca', label: 'Tất cả' },
        ]}
        chosen={isUnread ? 'chua-doc' : 'tat-ca'}
        onChoose={(id) => void setValues({ xem: id === 'chua-doc' ? undefined : id, trang: undefined })}
      >
        <div className="stack">
          {read.isError && <ProblemNotice error={read.error} />}
          <Loaded query={query} rows={6}>
            {(found) =>
              found.items.length === 0 ? (
                <EmptyState title={isUnread ? 'Không có thông báo chưa đọc' : 'Chưa có thông báo nào'}>
                  <p>
                    Nhiệm vụ sắp đến hạn, quá hạn và việc vừa xảy ra với nhiệm vụ của Quý vị sẽ hiện ở đây.
                  </p>
                </EmptyState>
              ) : (
                <>
                  <ul className="notices">
                    {found.items.map((notice) => (
                      <NoticeLine
                        key={notice.id}
                        notice={notice}
                        onRead={() => {
                          if (notice.readAt === null) read.mutate({ ids: [notice.id] })
                        }}
                      />
                    ))}
                  </ul>
                  <Pagination
                    page={page}
                    pageSize={SIZE}
                    total={found.total}
                    onPage={(next) => setPage(String(next))}
                  />
                </>
              )
            }
          </Loaded>
        </div>
      </Tabs>
    </>
  )
}

const NoticeLine = ({ notice, onRead }: { readonly notice: NoticeView; readonly onRead: () => void }) => {
  const isNew = notice.readAt === null
  const source = [notice.plan, notice.place].filter(Boolean).join(' · ')
  return (
    <li className={`notice-line${isNew ? ' notice-line--new' : ''}`}>
      <span className="notice-line__mark">
        {notice.isOverdue ? (
          <OctagonAlert className="icon notice-line__late" aria-hidden="true" />
        ) : (
          isNew && <BellDot className="icon" aria-hidden="true" />
        )}
      </span>
      <div className="notice-line__body">
        <p className="notice-line__words">
          {notice.words}
          {isNew && <span className="visually-hidden"> (chưa đọc)</span>}
        </p>
        <p>
          <Link to={`/nhiem-vu/${notice.assignment}`} onClick={onRead}>
            {notice.text}
          </Link>
        </p>
        <p className="small quiet cluster">
          <span>{formatInstant(notice.madeAt)}</span>
          {notice.agencyName !== null && <span>{notice.agencyName}</span>}
          {source !== '' && <Chip>{source}</Chip>}
          {notice.due !== null && <span>Hạn hiện nay: {formatDay(notice.due)}</span>}
        </p>
      </div>
      {isNew && (
        <Button isSmall look="quiet" onClick={onRead}>
          Đã đọc
        </Button>
      )}
    </li>
  )
}

export default NoticePage
