import { defaultRangeExtractor, useWindowVirtualizer, type Range } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react'
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
} from 'react'
import { useBeforePrint } from '../running-head.ts'
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
  /** Its share of a sheet, in per cent; without one the browser weighs the words. */
  readonly paperShare?: number
  /** The foot of the column; must add up. */
  readonly total?: (rows: readonly T[]) => ReactNode
  /** Leaves it out on narrow screens, where the thing's own page says it. */
  readonly isWideOnly?: boolean
  /** Buttons: paper cannot be pressed. */
  readonly isScreenOnly?: boolean
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

/** More than five lines on the screen: such a row may go on over the page of a print. */
const TALL_PX = 120

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
  const isLong = rows.length > VIRTUAL_FROM
  const hasTotals = columns.some((column) => column.total)
  return (
    <div className="data-table">
      {/* Rows outside of the window are not in the page: their number is said, and each says which it is. */}
      <table aria-rowcount={isLong ? rows.length + 1 : undefined}>
        <caption className="visually-hidden">{props.caption}</caption>
        <colgroup>
          {columns.map((column) => (
            <col
              key={column.id}
              className={toCellClass({ ...column, isNumeric: false })}
              style={toColumnStyle(column)}
            />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={isLong ? 1 : undefined}>
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

const toColumnStyle = <T,>({ width, paperShare }: Column<T>): CSSProperties | undefined => {
  if (width === undefined && paperShare === undefined) return undefined
  return {
    ...(width === undefined ? {} : { width }),
    ...(paperShare === undefined ? {} : { '--paper-share': `${paperShare}%` }),
  }
}

const toCellClass = <T,>(column: Column<T>): string | undefined =>
  [
    column.isNumeric ? 'numeric' : '',
    column.isWideOnly ? 'data-table__wide-only' : '',
    column.isScreenOnly ? 'no-print' : '',
  ]
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
  const body = useRef<HTMLTableSectionElement>(null)
  useLayoutEffect(() => {
    if (!isPrinting) return
    for (const row of body.current?.rows ?? []) row.toggleAttribute('data-tall', row.offsetHeight > TALL_PX)
  }, [isPrinting])
  return rows.length > VIRTUAL_FROM && !isPrinting ? (
    <VirtualBody {...props} />
  ) : (
    <tbody ref={body} onKeyDown={walk}>
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
  // Whatever changes its height above the rows changes the height of the page.
  useEffect(() => {
    const measure = (): void =>
      setMargin(Math.round((body.current?.getBoundingClientRect().top ?? 0) + window.scrollY))
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [])
  const [focused, setFocused] = useState<number>()
  // The row that has the focus stays, however far one scrolls: the keyboard goes on where it was.
  const rangeExtractor = useCallback(
    (range: Range): number[] => {
      const shown = defaultRangeExtractor(range)
      return focused === undefined || focused >= range.count || shown.includes(focused)
        ? shown
        : [...shown, focused].sort((a, b) => a - b)
    },
    [focused],
  )
  // oxlint-disable-next-line react/incompatible-library -- its functions change with scrolling; nothing here memoises them
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => 37,
    overscan: 20,
    scrollMargin: margin,
    rangeExtractor,
  })
  const items = virtual.getVirtualItems()
  const spacer = (key: string, height: number) =>
    height > 0.5 && <tr key={key} aria-hidden="true" style={{ height }} />
  const total = virtual.getTotalSize() + margin
  return (
    <tbody
      ref={body}
      onKeyDown={walk}
      onFocus={(event) => {
        const index = (event.target as HTMLElement).closest<HTMLElement>('tr[data-index]')?.dataset['index']
        setFocused(index === undefined ? undefined : Number(index))
      }}
      onBlur={() => setFocused(undefined)}
    >
      {items.flatMap((item, i) => {
        const row = rows[item.index]
        const end = items[i - 1]?.end ?? margin
        return row === undefined
          ? []
          : [
              spacer(`before ${item.index}`, item.start - end),
              <Row
                key={props.rowKey(row)}
                {...props}
                row={row}
                index={item.index}
                measure={virtual.measureElement}
              />,
            ]
      })}
      {spacer('after', total - (items.at(-1)?.end ?? margin))}
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
    // The head is the first.
    aria-rowindex={index === undefined ? undefined : index + 2}
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
  useBeforePrint(useCallback(() => setPrinting(true), []))
  useEffect(() => {
    const after = (): void => setPrinting(false)
    addEventListener('afterprint', after)
    return () => removeEventListener('afterprint', after)
  }, [])
  return isPrinting
}
