import { memo, useEffect, useMemo, useRef } from 'react'
import 'virtual:fonts/documents.css'
import { toPaper, toRuns, type Mark, type PaperBlock } from '../domain/paper.ts'
import './reading-pane.css'

export interface PaneMark extends Mark {
  /** What it is, for the tooltip and the screen reader. */
  readonly label: string
  readonly tone: 'task' | 'target' | 'deadline' | 'reporting' | 'trigger' | 'finding' | 'unsure'
}

/** The innermost mark under the pointer. */
const idAt = (target: EventTarget | null): string | undefined =>
  (target as Element | null)?.closest<HTMLElement>('[data-marks]')?.dataset['marks']?.split(' ').at(-1)

interface PaneProps {
  readonly text: string
  readonly marks: readonly PaneMark[]
  /** The mark that the other side points at. */
  readonly active: string | undefined
  /** The mark that was chosen and must be in sight. */
  readonly focused?: string | undefined
  /** An offset in the text: the paragraph there is shown and set off. */
  readonly place?: number | undefined
  readonly onPoint: (id: string | undefined) => void
  readonly onChoose: (id: string) => void
}

/** The document in its own look; what was found stands out in pale colour and answers to the list beside it. */
export const ReadingPane = ({ text, marks, active, focused, place, onPoint, onChoose }: PaneProps) => {
  const paper = useMemo(() => toPaper(text), [text])
  const pane = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (focused === undefined) return
    const place = pane.current?.querySelector(`[data-marks~="${CSS.escape(focused)}"]`)
    place?.scrollIntoView({ block: 'center' })
  }, [focused])
  useEffect(() => {
    if (place !== undefined) pane.current?.querySelector('.paper__here')?.scrollIntoView({ block: 'center' })
  }, [place])
  // Pointing is for the mouse only: the list beside says the same to the keyboard and shows the place on demand.
  useEffect(() => {
    const element = pane.current
    if (!element) return undefined
    const point = (event: Event): void => onPoint(idAt(event.target))
    const leave = (): void => onPoint(undefined)
    const choose = (event: Event): void => {
      const id = idAt(event.target)
      if (id !== undefined && String(getSelection()) === '') onChoose(id)
    }
    element.addEventListener('mouseover', point)
    element.addEventListener('mouseleave', leave)
    element.addEventListener('click', choose)
    return () => {
      element.removeEventListener('mouseover', point)
      element.removeEventListener('mouseleave', leave)
      element.removeEventListener('click', choose)
    }
  }, [onPoint, onChoose])
  return (
    <div ref={pane} role="region" className="paper" aria-label="Nội dung văn bản" tabIndex={0}>
      {toGroups(paper).map((group, i) =>
        group.kind === 'table' ? (
          <table key={i} className="paper__table">
            <tbody>
              {group.rows.map((row, k) => (
                <TableRow key={k} row={row} isHere={isAt(row, place)} marks={marks} active={active} />
              ))}
            </tbody>
          </table>
        ) : (
          <Paragraph
            key={i}
            block={group.block}
            isHere={isAt(group.block, place)}
            marks={marks}
            active={active}
          />
        ),
      )}
    </div>
  )
}

type Group =
  | { readonly kind: 'block'; readonly block: PaperBlock }
  | { readonly kind: 'table'; readonly rows: PaperBlock[] }

/** Rows that follow each other are one table. */
const toGroups = (paper: readonly PaperBlock[]): Group[] => {
  const groups: Group[] = []
  for (const block of paper) {
    const last = groups.at(-1)
    if (block.kind !== 'row') groups.push({ kind: 'block', block })
    else if (last?.kind === 'table') last.rows.push(block)
    else groups.push({ kind: 'table', rows: [block] })
  }
  return groups
}

interface PartProps {
  readonly marks: readonly PaneMark[]
  readonly active: string | undefined
}

const isAt = ({ piece }: PaperBlock, place: number | undefined): boolean =>
  place !== undefined && place >= (piece.map[0] ?? Infinity) && place <= (piece.map.at(-1) ?? -1)

const Paragraph = memo(
  ({
    block,
    isHere,
    marks,
    active,
  }: PartProps & { readonly block: PaperBlock; readonly isHere: boolean }) => (
    <p
      className={`${isHere ? 'paper__here ' : ''}paper__${block.kind}${block.depth > 0 ? ` paper__depth-${block.depth}` : ''}`}
    >
      <Words piece={block.piece} marks={marks} active={active} />
    </p>
  ),
)

const TableRow = memo(
  ({ row, isHere, marks, active }: PartProps & { readonly row: PaperBlock; readonly isHere: boolean }) => (
    <tr className={isHere ? 'paper__here' : ''}>
      {row.cells.map((cell, i) => (
        <td key={i}>
          <Words piece={cell} marks={marks} active={active} />
        </td>
      ))}
    </tr>
  ),
)

const Words = ({ piece, marks, active }: PartProps & { readonly piece: PaperBlock['piece'] }) => {
  const runs = useMemo(() => toRuns(piece, marks), [piece, marks])
  const byId = useMemo(() => new Map(marks.map((mark) => [mark.id, mark])), [marks])
  return (
    <>
      {runs.map((run, i) => {
        const top = byId.get(run.marks.at(-1) ?? '')
        if (!top) return run.text
        const isActive = active !== undefined && run.marks.includes(active)
        return (
          <mark
            key={i}
            className={`paper__mark paper__mark--${top.tone}${isActive ? ' paper__mark--active' : ''}`}
            data-marks={run.marks.join(' ')}
            title={run.marks.map((id) => byId.get(id)?.label).join(' · ')}
          >
            {run.text}
          </mark>
        )
      })}
    </>
  )
}
