import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { formatInstant } from '#platform/web/format.ts'
import { useNames } from '#platform/web/names.ts'
import { Button } from '#platform/web/ui/button.tsx'
import { Chip } from '#platform/web/ui/chip.tsx'
import { DataTable, type Column } from '#platform/web/ui/data-table.tsx'
import { EmptyState } from '#platform/web/ui/empty-state.tsx'
import { KeyValue } from '#platform/web/ui/key-value.tsx'
import { Loaded } from '#platform/web/ui/loaded.tsx'
import { PageHeader } from '#platform/web/ui/page-header.tsx'
import { usePathParam } from '#platform/web/url-state.ts'
import type { FigureEntry, TargetDetail, TargetPoint } from '../../domain/targets-schemas.ts'
import { measureWords, rhythmWords, sayNumber } from '../../domain/targets-words.ts'
import { ClauseLink } from '../clause-link.tsx'
import { targetFile, targetQuery } from './api.ts'
import { FigureDialog } from './figure-dialog.tsx'
import { TargetChart } from './target-chart.tsx'
import { TargetGroups } from './target-groups.tsx'
import { TargetStateChip, toFigure, toWholeLevel } from './target-state.tsx'
import { WayDialog } from './way-dialog.tsx'
import './targets.css'

/** One target: where it stands and why, its path, and every figure that was ever given. */
const TargetOnePage = () => {
  const query = useQuery(targetQuery(usePathParam('id')))
  return (
    <Loaded query={query} rows={16}>
      {({ value, version }) => <TargetView target={value} version={version} />}
    </Loaded>
  )
}
export default TargetOnePage

type Opened = { readonly kind: 'figure'; readonly corrected?: FigureEntry } | { readonly kind: 'way' }

const TargetView = ({
  target,
  version,
}: {
  readonly target: TargetDetail
  readonly version: string | undefined
}) => {
  const [opened, setOpened] = useState<Opened>()
  const close = (): void => setOpened(undefined)
  return (
    <div className="target-page">
      <PageHeader
        title={target.indicator}
        crumbs={[{ label: 'Chỉ tiêu', to: '/chi-tieu' }]}
        note={`${toWholeLevel(target)} · kế hoạch ${target.programmeNumber ?? target.programmeSubject ?? 'không số'}`}
        actions={
          <>
            {target.mayEnter && (
              <Button look="primary" onClick={() => setOpened({ kind: 'figure' })}>
                {target.value === null ? 'Nhận xét kết quả' : 'Nhập số liệu'}
              </Button>
            )}
            {target.mayManage && <Button onClick={() => setOpened({ kind: 'way' })}>Cách lấy số liệu</Button>}
            <a className="button button--plain" href={targetFile(target.id)} download>
              Xuất Excel
            </a>
            <Button onClick={() => print()}>In</Button>
          </>
        }
      />
      <div className="target-head">
        <div className="target-card">
          <p>
            <TargetStateChip state={target.state} />
          </p>
          <p className="target-why">{target.why}</p>
          <TargetChart target={target} />
        </div>
        <Facts target={target} />
      </div>
      {target.points.length > 0 && <Points target={target} />}
      <Entries target={target} onCorrect={(corrected) => setOpened({ kind: 'figure', corrected })} />
      <TargetGroups groups={target.groups} />
      {opened?.kind === 'figure' && (
        <FigureDialog target={target} corrected={opened.corrected} onClose={close} />
      )}
      {opened?.kind === 'way' && <WayDialog target={target} version={version} onClose={close} />}
    </div>
  )
}

const Facts = ({ target }: { readonly target: TargetDetail }) => (
  <div className="target-card">
    <KeyValue
      rows={[
        { label: 'Mức kế hoạch đặt ra', value: toWholeLevel(target) },
        ...(target.goal === null || target.points.length === 0
          ? []
          : [
              {
                label: target.side === 'ceiling' ? 'Không vượt quá' : 'Phải đạt',
                value: toFigure(target.goal, target.figureUnit),
              },
            ]),
        {
          label: 'Thực hiện',
          value:
            target.reached === null
              ? ''
              : `${toFigure(target.reached, target.figureUnit)}${target.at ? ` (đến ${target.at.name})` : ''}`,
        },
        { label: 'Thời gian của kế hoạch', value: `năm ${target.years.join(' – ')}` },
        { label: 'Kỳ số liệu', value: rhythmWords[target.rhythm] },
        { label: 'Cách tính', value: measureWords[target.measure] },
        {
          label: 'Cơ quan cung cấp số liệu',
          value: target.agency === null ? 'Văn phòng Ban nhập' : target.agencyName,
        },
        {
          label: 'Căn cứ',
          value: (
            <>
              <ClauseLink document={target.document} path={target.path} start={target.spans[0]?.start} />{' '}
              <Link to={`/ke-hoach/${target.programme}` as never} search={{ xem: 'chi-tieu' } as never}>
                {target.programmeNumber ?? 'mở kế hoạch'}
              </Link>
            </>
          ),
        },
      ]}
    />
  </div>
)

const number = (
  id: string,
  header: string,
  value: (point: TargetPoint) => number | null,
): Column<TargetPoint> => ({
  id,
  header,
  width: '152px',
  paperShare: 17,
  isNumeric: true,
  cell: (point) => {
    const figure = value(point)
    return figure === null ? <span className="quiet">–</span> : sayNumber(figure)
  },
})

/** What the chart shows, as numbers. */
const Points = ({ target }: { readonly target: TargetDetail }) => {
  const columns: readonly Column<TargetPoint>[] = [
    {
      id: 'ky',
      header: 'Kỳ',
      paperShare: 32,
      cell: ({ period, from, to }) => (
        <>
          {period.name}{' '}
          <span className="quiet small">
            {toDay(from)} – {toDay(to)}
          </span>
        </>
      ),
    },
    number('so-lieu', 'Số liệu của kỳ', (point) => point.actual),
    ...(target.measure === 'sum' ? [number('luy-ke', 'Lũy kế', (point) => point.reached)] : []),
    number('lo-trinh', 'Theo lộ trình', (point) => point.wanted),
    ...(target.points.some(({ base }) => base !== null)
      ? [number('cung-ky', 'Lũy kế cùng kỳ', (point) => point.base)]
      : []),
  ]
  return (
    <section aria-labelledby="lo-trinh">
      <h2 id="lo-trinh">
        Lộ trình và số liệu từng kỳ{target.figureUnit === null ? '' : ` (${target.figureUnit})`}
      </h2>
      <DataTable
        caption="Lộ trình và số liệu từng kỳ"
        columns={columns}
        rows={target.points}
        rowKey={({ period }) => period.id}
        empty={null}
      />
    </section>
  )
}

const toDay = (day: string): string => `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`

/** Every figure as it was given; those that were corrected stay, quieter. */
const Entries = ({
  target,
  onCorrect,
}: {
  readonly target: TargetDetail
  readonly onCorrect: (entry: FigureEntry) => void
}) => {
  const nameOf = useNames()
  const columns: readonly Column<FigureEntry>[] = [
    { id: 'ky', header: 'Kỳ', width: '152px', paperShare: 14, cell: (row) => row.periodName },
    {
      id: 'gia-tri',
      header: target.value === null ? 'Nhận xét' : 'Số liệu',
      width: '120px',
      paperShare: 12,
      isNumeric: target.value !== null,
      cell: toEntryValue,
    },
    {
      id: 'nguon',
      header: 'Nguồn và ghi chú',
      paperShare: 40,
      cell: (row) => (
        <>
          {row.source}
          {row.note !== null && <p className="quiet small">{row.note}</p>}
        </>
      ),
    },
    {
      id: 'ai',
      header: 'Người nhập',
      width: '208px',
      paperShare: 22,
      cell: (row) => (
        <>
          {nameOf(`account:${row.by.split(' ')[0]}`)?.label ?? row.agencyName ?? 'Văn phòng Ban'}
          <p className="quiet small">{formatInstant(row.at)}</p>
        </>
      ),
    },
    {
      id: 'hieu-luc',
      header: 'Hiệu lực',
      width: '136px',
      paperShare: 12,
      cell: (row) =>
        !row.isCurrent ? (
          <Chip>Đã sửa</Chip>
        ) : !row.isCounted ? (
          <Chip title="Kỳ không cùng loại kỳ của chỉ tiêu">Không tính</Chip>
        ) : target.mayEnter ? (
          <Button
            isSmall
            className="no-print"
            aria-label={`Sửa số liệu ${row.periodName}`}
            onClick={() => onCorrect(row)}
          >
            Sửa
          </Button>
        ) : (
          'Đang dùng'
        ),
    },
  ]
  return (
    <section aria-labelledby="da-nhap">
      <h2 id="da-nhap">Số liệu đã nhập</h2>
      <DataTable
        caption="Số liệu đã nhập, mới nhất trước"
        columns={columns}
        rows={target.entries}
        rowKey={(row) => row.id}
        sortParam="xep-so-lieu"
        isRowQuiet={(row) => !row.isCurrent}
        empty={
          <EmptyState title="Chưa có số liệu nào">
            Nhập số liệu của năm gốc và của từng kỳ để biết chỉ tiêu có theo tiến độ không.
          </EmptyState>
        }
      />
    </section>
  )
}

const toEntryValue = ({ value, isMet }: FigureEntry): string =>
  value !== null ? sayNumber(value) : isMet === null ? 'đã rút' : isMet ? 'Đạt' : 'Chưa đạt'
