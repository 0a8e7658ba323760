import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '#platform/web/session.ts'
import { Button, LinkButton } from '#platform/web/ui/button.tsx'
import { EmptyState } from '#platform/web/ui/empty-state.tsx'
import { Loaded } from '#platform/web/ui/loaded.tsx'
import { Pagination } from '#platform/web/ui/pagination.tsx'
import { useSetUrlValues, useUrlValue } from '#platform/web/url-state.ts'
import type { Programme } from '../../contract.ts'
import type { ProgrammeItems } from '../api.ts'
import { boardQuery, listQuery } from './api.ts'
import { AssignmentTable } from './assignment-table.tsx'
import { FigureLink } from './figure-link.tsx'
import { MakingView } from './making-view.tsx'
import { boardColumns } from './words.ts'
import './follow-view.css'

const SIZE = 50

/** The duties of one plan: what would be given, and how that which was given stands. */
export const FollowView = ({
  programme,
  items,
}: {
  readonly programme: Programme
  readonly items: ProgrammeItems
}) => {
  const mayManage = useMay('programmes.assignment.manage') && programme.state !== 'withdrawn'
  const board = useQuery(boardQuery({ by: 'timeliness', programme: programme.id }))
  const [asked, setAsked] = useState<boolean>()
  // A plan of which nothing was given yet opens with what could be; the others with how they stand.
  const isMaking = mayManage && (asked ?? (board.data !== undefined && board.data.rows.length === 0))
  return (
    <Loaded query={board}>
      {({ totals, rows }) => (
        <div className="stack">
          {rows.length > 0 && (
            <div className="follow">
              <ul className="follow__totals" aria-label="Tình hình nhiệm vụ của kế hoạch">
                {boardColumns.map(({ id, header, filter }) => (
                  <li key={id}>
                    <span className="quiet small">{header}</span>
                    <span className="follow__count">
                      <FigureLink
                        count={totals[id]}
                        filters={{ programme: programme.id, ...filter }}
                        label={header.toLowerCase()}
                        {...(id === 'overdue' ? { tone: 'overdue' as const } : {})}
                      />
                    </span>
                  </li>
                ))}
              </ul>
              <div className="cluster no-print">
                {mayManage && (
                  <Button aria-expanded={isMaking} onClick={() => setAsked(!isMaking)}>
                    {isMaking ? 'Đóng phần giao việc' : 'Giao thêm'}
                  </Button>
                )}
                <LinkButton to={`/nhiem-vu?ke-hoach=${programme.id}`}>Mở bảng theo dõi</LinkButton>
              </div>
            </div>
          )}
          {isMaking && <MakingView programme={programme} items={items} onMade={() => setAsked(false)} />}
          {rows.length > 0 ? (
            <Given programme={programme.id} />
          ) : (
            !isMaking && (
              <EmptyState title="Chưa giao nhiệm vụ nào của kế hoạch này">
                Văn phòng giao nhiệm vụ cho các cơ quan ở đây; giao rồi, tình trạng từng nhiệm vụ hiện tại chỗ
                này.
              </EmptyState>
            )
          )}
        </div>
      )}
    </Loaded>
  )
}

const Given = ({ programme }: { readonly programme: string }) => {
  const [page] = useUrlValue('trang', '1')
  const set = useSetUrlValues()
  const query = useQuery(listQuery({ programme, page, size: String(SIZE) }))
  return (
    <section aria-labelledby="da-giao">
      <h2 id="da-giao" className="follow__title">
        Đã giao
      </h2>
      <Loaded query={query}>
        {(found) => (
          <>
            <AssignmentTable rows={found.items} empty={null} />
            <Pagination
              page={Number(page)}
              pageSize={SIZE}
              total={found.total}
              onPage={(next) => void set({ trang: String(next) })}
            />
          </>
        )}
      </Loaded>
    </section>
  )
}
