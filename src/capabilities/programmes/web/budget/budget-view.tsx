import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '#platform/web/ui/button.tsx'
import { DataTable, type Column } from '#platform/web/ui/data-table.tsx'
import { EmptyState } from '#platform/web/ui/empty-state.tsx'
import { Select } from '#platform/web/ui/field.tsx'
import { Filters } from '#platform/web/ui/filters.tsx'
import { Loaded } from '#platform/web/ui/loaded.tsx'
import { useUrlValue } from '#platform/web/url-state.ts'
import type { Task } from '../../contract.ts'
import { DONG_UNITS, formatDong, toDecimals, unitWords, type DongUnit } from '../../domain/budget-amount.ts'
import type { Budget, BudgetLine, BudgetPart } from '../../domain/budget-schemas.ts'
import { budgetSources, MONEY_KINDS, moneyWords, type Sums } from '../../domain/budget.ts'
import { budgetQuery } from './api.ts'
import { Marks } from './budget-marks.tsx'
import { LineDialog } from './line-dialog.tsx'
import { LineDrawer } from './line-drawer.tsx'
import './budget.css'

/** The money of a plan: its lines, and the same money by agency, by source, by section. */
export const BudgetView = ({
  programme,
  tasks,
}: {
  readonly programme: string
  readonly tasks: readonly Task[]
}) => {
  const query = useQuery(budgetQuery(programme))
  return (
    <Loaded query={query}>{(budget) => <Shown programme={programme} budget={budget} tasks={tasks} />}</Loaded>
  )
}

const Shown = ({
  programme,
  budget,
  tasks,
}: {
  readonly programme: string
  readonly budget: Budget
  readonly tasks: readonly Task[]
}) => {
  const [unitText, setUnit] = useUrlValue('dv', 'dong')
  const unit = DONG_UNITS.find((one) => one === unitText) ?? 'dong'
  const [chosen, setChosen] = useUrlValue('khoan')
  const [isAdding, setAdding] = useState(false)
  // One number of decimals for the page: what is shown adds up as it is shown.
  const decimals = toDecimals(
    [...budget.lines, { sums: budget.totals }].flatMap(({ sums }) => Object.values(sums)),
    unit,
  )
  return (
    <>
      <Filters>
        <Select
          label="Đơn vị tính"
          value={unit}
          options={DONG_UNITS.map((value) => ({ value, label: `Đơn vị: ${unitWords[value]}` }))}
          isLabelHidden
          onChange={setUnit}
        />
        {budget.mayEdit && (
          <Button look="primary" onClick={() => setAdding(true)}>
            Thêm khoản kinh phí
          </Button>
        )}
      </Filters>
      {budget.isOwnOnly && <p className="quiet small">Chỉ gồm các khoản của cơ quan Quý vị.</p>}
      <p className="budget-unit small">Đơn vị tính: {unitWords[unit]}</p>
      <DataTable
        caption="Các khoản kinh phí của kế hoạch"
        columns={toLineColumns(unit, decimals, budget, setChosen)}
        rows={budget.lines}
        rowKey={(row) => row.id}
        isRowChosen={(row) => row.id === chosen}
        empty={
          <EmptyState title="Chưa có khoản kinh phí nào">
            {budget.mayEdit
              ? 'Thêm khoản kinh phí theo nhiệm vụ hoặc theo mục của kế hoạch, kèm dự toán và nguồn.'
              : 'Văn phòng Ban chưa ghi kinh phí của kế hoạch này.'}
          </EmptyState>
        }
      />
      {budget.lines.length > 0 && (
        <div className="budget-parts">
          <Parts
            title="Theo cơ quan"
            head="Cơ quan"
            parts={budget.byAgency}
            {...{ budget, unit, decimals }}
          />
          <Parts title="Theo nguồn" head="Nguồn" parts={budget.bySource} {...{ budget, unit, decimals }} />
          <Parts title="Theo mục" head="Mục" parts={budget.bySection} {...{ budget, unit, decimals }} />
        </div>
      )}
      {isAdding && <LineDialog programme={programme} tasks={tasks} onClose={() => setAdding(false)} />}
      {chosen !== '' && <LineDrawer line={chosen} tasks={tasks} onClose={() => setChosen('')} />}
    </>
  )
}

const toMoneyColumns = <T extends { readonly sums: Sums }>(
  unit: DongUnit,
  decimals: number,
  totals: Sums,
): Column<T>[] =>
  MONEY_KINDS.map((kind) => ({
    id: kind,
    header: moneyWords[kind],
    width: '160px',
    paperShare: 14,
    isNumeric: true,
    cell: ({ sums }) => formatDong(sums[kind], unit, decimals),
    sortBy: ({ sums }) => sums[kind],
    total: () => formatDong(totals[kind], unit, decimals),
  }))

const toLineColumns = (
  unit: DongUnit,
  decimals: number,
  { totals, marks }: Budget,
  onChoose: (id: string) => void,
): readonly Column<BudgetLine>[] => [
  {
    id: 'muc',
    header: 'Mục',
    width: '80px',
    paperShare: 7,
    cell: (row) => (row.place === '' ? <span className="quiet">chung</span> : row.place),
  },
  {
    id: 'noi-dung',
    header: 'Nội dung chi',
    paperShare: 33,
    cell: (row) => (
      <>
        <button type="button" className="budget-line" onClick={() => onChoose(row.id)}>
          {row.what}
        </button>
        <p className="quiet small">
          {budgetSources[row.source]} · {row.agencyName ?? 'chưa rõ cơ quan'}
        </p>
        <Marks marks={row.marks} />
      </>
    ),
    total: () => (
      <>
        Tổng cộng <Marks marks={marks} />
      </>
    ),
  },
  ...toMoneyColumns<BudgetLine>(unit, decimals, totals),
]

const Parts = ({
  title,
  head,
  parts,
  budget,
  unit,
  decimals,
}: {
  readonly title: string
  readonly head: string
  readonly parts: readonly BudgetPart[]
  readonly budget: Budget
  readonly unit: DongUnit
  readonly decimals: number
}) => (
  <section>
    <h2>{title}</h2>
    <DataTable
      caption={`Kinh phí ${title.toLowerCase()}`}
      sortParam={`xep-${head}`}
      columns={[
        { id: 'ten', header: head, paperShare: 58, cell: ({ label }) => label, total: () => 'Tổng cộng' },
        ...toMoneyColumns<BudgetPart>(unit, decimals, budget.totals),
      ]}
      rows={parts}
      rowKey={({ key }) => key}
      empty={null}
    />
  </section>
)
