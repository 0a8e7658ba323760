import { Link } from '@tanstack/react-router'
import { Chip } from '#platform/web/ui/chip.tsx'
import type { Column } from '#platform/web/ui/data-table.tsx'
import { TARGET_STATES } from '../../domain/targets-goal.ts'
import type { FollowedTarget } from '../../domain/targets-schemas.ts'
import { sayNumber } from '../../domain/targets-words.ts'
import { ClauseLink } from '../clause-link.tsx'
import { TargetStateChip, toWholeLevel } from './target-state.tsx'

const worstFirst = ['missed', 'off-track', 'unknown', 'on-track', 'reached'] as const satisfies readonly [
  ...(typeof TARGET_STATES)[number][],
]

/** The columns of every list of targets, each described once. */
export const targetColumns: readonly Column<FollowedTarget>[] = [
  {
    id: 'chi-tieu',
    header: 'Chỉ tiêu',
    paperShare: 34,
    sortBy: (row) => row.indicator,
    cell: (row) => (
      <>
        <Link to={`/chi-tieu/${row.id}` as never}>{row.indicator}</Link>
        <p className="target-source">
          <ClauseLink document={row.document} path={row.path} start={row.spans[0]?.start} />{' '}
          <span className="quiet small">
            {row.programmeNumber ?? row.programmeSubject ?? 'kế hoạch không số'}
          </span>
          {row.isDisputed && (
            <>
              {' '}
              <Chip tone="doubtful" title="Có chỉ tiêu cùng nội dung nhưng khác mức; xem cuối trang">
                Khác mức
              </Chip>
            </>
          )}
        </p>
      </>
    ),
  },
  { id: 'muc', header: 'Mức', width: '168px', paperShare: 14, cell: toWholeLevel },
  {
    id: 'thuc-hien',
    header: 'Thực hiện',
    width: '112px',
    paperShare: 9,
    isNumeric: true,
    cell: (row) =>
      row.reached === null ? (
        <span className="quiet">chưa có</span>
      ) : (
        <Figure value={row.reached} unit={row.figureUnit} />
      ),
  },
  {
    id: 'lo-trinh',
    header: 'Theo lộ trình',
    width: '120px',
    paperShare: 9,
    isNumeric: true,
    cell: (row) =>
      row.wanted === null ? (
        <span className="quiet">chưa có</span>
      ) : (
        <Figure value={row.wanted} unit={row.figureUnit} />
      ),
  },
  {
    id: 'danh-gia',
    header: 'Đánh giá',
    width: '400px',
    paperShare: 34,
    sortBy: (row) => worstFirst.indexOf(row.state),
    cell: (row) => (
      <>
        <TargetStateChip state={row.state} />
        <p className="target-why">{row.why}</p>
        {row.agencyName !== null && <p className="quiet small">Số liệu: {row.agencyName}</p>}
      </>
    ),
  },
]

const Figure = ({ value, unit }: { readonly value: number; readonly unit: string | null }) => (
  <>
    {sayNumber(value)}
    {unit !== null && (unit.startsWith('%') ? unit : ` ${unit}`)}
  </>
)
