import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatInstant } from '#platform/web/format.ts'
import { Chip, SourceChip, type ChipTone } from '#platform/web/ui/chip.tsx'
import { EmptyState } from '#platform/web/ui/empty-state.tsx'
import { Loaded } from '#platform/web/ui/loaded.tsx'
import { planRoles, type PlanChange } from '../contract.ts'
import { historyQuery } from './api.ts'
import './history-view.css'

const changes: Readonly<Record<PlanChange['change'], { label: string; tone: ChipTone }>> = {
  added: { label: 'Thêm', tone: 'done' },
  changed: { label: 'Sửa', tone: 'due' },
  ended: { label: 'Kết thúc', tone: 'overdue' },
  resumed: { label: 'Có hiệu lực lại', tone: 'info' },
}
const kinds: Readonly<Record<PlanChange['kind'], string>> = {
  task: 'Nhiệm vụ',
  target: 'Chỉ tiêu',
  deadline: 'Thời hạn',
  reporting: 'Báo cáo',
  trigger: 'Điều kiện',
}

/** Which document did what to the plan, the last first. */
export const HistoryView = ({ id }: { readonly id: string }) => (
  <Loaded query={useQuery(historyQuery(id))} rows={6}>
    {({ items }) =>
      items.length === 0 ? (
        <EmptyState title="Chưa có lịch sử">
          Kế hoạch này được lập trước khi có sổ theo dõi thay đổi.
        </EmptyState>
      ) : (
        <ol className="history">
          {items.map((one, i) => (
            <li key={i} className="history__one">
              <h2 className="history__head">
                <Link to={`/van-ban/${one.document}` as never}>{one.name}</Link>: {planRoles[one.role]}
              </h2>
              <p className="quiet small">{formatInstant(one.at)}</p>
              {one.changes.length > 0 ? (
                <ul className="history__changes">
                  {one.changes.map((change, j) => (
                    <li key={j}>
                      <Change change={change} />
                    </li>
                  ))}
                </ul>
              ) : (
                one.role !== 'first' && <p className="quiet">Không mục nào thay đổi.</p>
              )}
            </li>
          ))}
        </ol>
      )
    }
  </Loaded>
)

const Change = ({
  change: { change, kind, place, before, after, words },
}: {
  readonly change: PlanChange
}) => (
  <>
    <Chip tone={changes[change].tone}>{changes[change].label}</Chip>{' '}
    <SourceChip>{place === '(amended)' ? 'ngoài các mục' : place}</SourceChip>{' '}
    <span className="quiet">{kinds[kind]}:</span> {before !== null && before !== after && <del>{before}</del>}{' '}
    {after !== null && (before !== null && before !== after ? <ins>{after}</ins> : after)}
    {words !== null && <span className="quiet"> {words}</span>}
  </>
)
