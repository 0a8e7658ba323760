import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useUrlValue } from '../url-state.ts'
import { nextSort, parseSort, sortRows, type SortKey, type SortOrder } from './sort-rows.ts'
import './data-table.css'

export interface Column<T> {
  readonly id: string
  readonly header: string
  /** `vụ`, `người`, `%`: said once, in the head. */
  readonly unit?: string
  readonly cell: (row: T) => ReactNode
  /** Makes the column sortable. */
  readonly sortBy?: (row: T) => SortKey
  /** Numbers stand right. */
  readonly isNumeric?: boolean
  /** A CSS width; the others share what is left. */
  readonly width?: string
  /** The foot of the column; must add up. */
  readonly total?: (rows: readonly T[]) => ReactNode
  /** Leaves it out on narrow screens, where the thing's own page says it. */
  readonly isWideOnly?: boolean
}

interface DataTableProps<T> {
  /** Names the table for screen readers and on paper. */
  readonly caption: string
  readonly columns: readonly Column<T>[]
  readonly rows: readonly T[]
  readonly rowKey: (row: T) => string
  /** Shown instead of an empty table. */
  readonly empty: ReactNode
  /** The name in the address under which the order is kept. */
  readonly sortParam?: string
  /** The server has sorted already; the head only asks. */
  readonly isSortedByServer?: boolean
  readonly isRowChosen?: (row: T) => boolean
  readonly isRowQuiet?: (row: T) => boolean
}

/** Beyond this the rows outside the window are not in the page. */
const VIRTUAL_FROM = 200

/** A list of things: sorted by its heads, walked with the arrow keys, printed whole. */
export const DataTable = <T,>(props: DataTableProps<T>) => {
  const { columns, rows, sortParam = 'xep', isSortedByServer = false } = props
  const [sortText, setSortText] = useUrlValue(sortParam)
  const sort = useMemo(() => parseSort(sortText), [sortText])
  const sorted = useMemo(() => {
    const column = columns.find((one) => one.id === sort?.column)
    if (isSortedByServer || !column?.sortBy || !sort) return rows
    return sortRows(rows, column.sortBy, sort.isDescending)
  }, [rows, columns, sort, isSortedByServer])
  if (rows.length === 0) return <>{props.empty}</>
  const hasTotals = columns.some((column) => column.total)
  return (
    <div className="data-table">
      <table>
        <caption className="visually-hidden">{props.caption}</caption>
        <colgroup>
          {columns.map((column) => (
            <col
              key={column.id}
              className={column.isWideOnly ? 'data-table__wide-only' : undefined}
              style={column.width === undefined ? undefined : { width: column.width }}
            />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head
                key={column.id}
                column={column}
                sort={sort}
                onSort={() => setSortText(nextSort(sort, column.id))}
              />
            ))}
          </tr>
        </thead>
        <Body {...props} rows={sorted} />
        {hasTotals && (
          <tfoot>
            <tr>
              {columns.map((column) => (
                <td key={column.id} className={toCellClass(column)} data-label={column.header}>
                  {column.total?.(rows)}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

const toCellClass = <T,>(column: Column<T>): string | undefined =>
  [column.isNumeric ? 'numeric' : '', column.isWideOnly ? 'data-table__wide-only' : '']
    .filter(Boolean)
    .join(' ') || undefined

const Head = <T,>({
  column,
  sort,
  onSort,
}: {
  readonly column: Column<T>
  readonly sort: SortOrder | undefined
  readonly onSort: () => void
}) => {
  const isSorted = sort?.column === column.id
  const Arrow = isSorted ? (sort.isDescending ? ArrowDown : ArrowUp) : ArrowUpDown
  const words = (
    <>
      {column.header}
      {column.unit !== undefined && <span className="data-table__unit"> ({column.unit})</span>}
    </>
  )
  return (
    <th
      scope="col"
      className={toCellClass(column)}
      aria-sort={isSorted ? (sort.isDescending ? 'descending' : 'ascending') : undefined}
    >
      {column.sortBy ? (
        <button type="button" className="data-table__sort" onClick={onSort}>
          <span>{words}</span>
          <Arrow
            className={`data-table__arrow${isSorted ? ' data-table__arrow--on' : ''}`}
            aria-hidden="true"
          />
        </button>
      ) : (
        words
      )}
    </th>
  )
}

/** Up and down move between the links of neighbouring rows, as in a spreadsheet. */
const walk = (event: KeyboardEvent<HTMLElement>): void => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const target = event.target as HTMLElement
  if (step === undefined || target.closest('input, select, textarea, [role="combobox"]')) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('tr[data-row]')]
  const at = rows.findIndex((row) => row.contains(target))
  const next = rows[at + step]?.querySelector<HTMLElement>('a, button')
  if (!next) return
  event.preventDefault()
  next.focus()
}

const Body = <T,>(props: DataTableProps<T>) => {
  const { rows } = props
  const isPrinting = useIsPrinting()
  return rows.length > VIRTUAL_FROM && !isPrinting ? (
    <VirtualBody {...props} />
  ) : (
    <tbody onKeyDown={walk}>
      {rows.map((row) => (
        <Row key={props.rowKey(row)} {...props} row={row} />
      ))}
    </tbody>
  )
}

const VirtualBody = <T,>(props: DataTableProps<T>) => {
  const { rows } = props
  const body = useRef<HTMLTableSectionElement>(null)
  const [margin, setMargin] = useState(0)
  useEffect(() => {
    const top = body.current?.getBoundingClientRect().top ?? 0
    setMargin(top + window.scrollY)
  }, [])
  // oxlint-disable-next-line react/incompatible-library -- its functions change with scrolling; nothing here memoises them
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => 37,
    overscan: 20,
    scrollMargin: margin,
  })
  const items = virtual.getVirtualItems()
  const before = (items[0]?.start ?? margin) - margin
  const after = virtual.getTotalSize() - ((items.at(-1)?.end ?? margin) - margin)
  const spacer = (height: number) => height > 0 && <tr aria-hidden="true" style={{ height }} />
  return (
    <tbody ref={body} onKeyDown={walk}>
      {spacer(before)}
      {items.map((item) => {
        const row = rows[item.index]
        return row === undefined ? null : (
          <Row
            key={props.rowKey(row)}
            {...props}
            row={row}
            index={item.index}
            measure={virtual.measureElement}
          />
        )
      })}
      {spacer(after)}
    </tbody>
  )
}

const Row = <T,>({
  columns,
  row,
  index,
  measure,
  isRowChosen,
  isRowQuiet,
}: DataTableProps<T> & {
  readonly row: T
  readonly index?: number
  readonly measure?: (element: Element | null) => void
}) => (
  <tr
    data-row=""
    data-index={index}
    ref={measure}
    className={isRowQuiet?.(row) ? 'data-table__quiet' : undefined}
    aria-current={isRowChosen?.(row) ? 'true' : undefined}
  >
    {columns.map((column) => (
      <td key={column.id} className={toCellClass(column)} data-label={column.header}>
        {column.cell(row)}
      </td>
    ))}
  </tr>
)

/** Paper gets every row, whatever the window shows. */
const useIsPrinting = (): boolean => {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    const before = (): void => setPrinting(true)
    const after = (): void => setPrinting(false)
    addEventListener('beforeprint', before)
    addEventListener('afterprint', after)
    return () => {
      removeEventListener('beforeprint', before)
      removeEventListener('afterprint', after)
    }
  }, [])
  return isPrinting
}
