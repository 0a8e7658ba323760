import { deadlineWords } from '#capabilities/documents/contract.ts'
import { useMemo, type ReactNode } from 'react'
import { formatRecurrences, formatWhen } from '#kernel/recurrence.ts'
import { EmptyState } from '#platform/web/ui/empty-state.tsx'
import { Outline, type OutlineNode } from '#platform/web/ui/outline.tsx'
import type { OutlineClause, Programme } from '../contract.ts'
import type { ProgrammeItems } from './api.ts'
import { ClauseLink } from './clause-link.tsx'
import { Parties } from './item-tables.tsx'
import { toLevel } from './words.ts'
import './outline-view.css'

/** The plan as its own outline: under each clause what rests on it. */
export const OutlineView = ({
  programme,
  items,
}: {
  readonly programme: Programme
  readonly items: ProgrammeItems
}) => {
  const nodes = useMemo(() => toNodes(programme, items), [programme, items])
  if (nodes.length === 0)
    return (
      <EmptyState title="Không có đề cương">Kế hoạch này được nhập tay, không có mục của văn bản.</EmptyState>
    )
  return <Outline label="Đề cương kế hoạch" nodes={nodes} openDepth={4} />
}

const toNodes = (programme: Programme, items: ProgrammeItems): OutlineNode[] => {
  const roots: { node: { id: string; label: ReactNode; children: OutlineNode[] }; depth: number }[] = []
  const open: typeof roots = []
  for (const clause of items.clauses) {
    const node = {
      id: clause.path,
      label: <Clause clause={clause} programme={programme} items={items} />,
      children: [] as OutlineNode[],
    }
    while ((open.at(-1)?.depth ?? 0) >= clause.depth) open.pop()
    const parent = open.at(-1)
    if (parent) parent.node.children.push(node)
    else roots.push({ node, depth: clause.depth })
    open.push({ node, depth: clause.depth })
  }
  return roots.map((root) => root.node)
}

const Clause = ({
  clause,
  programme,
  items,
}: {
  readonly clause: OutlineClause
  readonly programme: Programme
  readonly items: ProgrammeItems
}) => {
  const pick = <T extends { id: string }>(ids: readonly string[], list: readonly T[]): T[] =>
    ids.flatMap((id) => list.find((one) => one.id === id) ?? [])
  const tasks = pick(clause.tasks, items.tasks)
  const start = [tasks, pick(clause.targets, items.targets)].flat()[0]?.spans[0]?.start
  return (
    <div className="clause">
      <ClauseLink document={programme.document} path={clause.path} start={start} />{' '}
      <span className={clause.depth === 1 ? 'clause__heading' : ''}>{clause.heading}</span>
      <ul className="clause__items">
        {tasks.map((task) => (
          <li key={task.id}>
            <span className="clause__kind">Nhiệm vụ</span> chủ trì: <Parties list={task.lead} />
            {task.partners.length > 0 && (
              <>
                ; phối hợp: <Parties list={task.partners} />
              </>
            )}
            {formatWhen(task.due, task.recurrence) !== '' &&
              `; hạn: ${formatWhen(task.due, task.recurrence)}`}
          </li>
        ))}
        {pick(clause.targets, items.targets).map((target) => (
          <li key={target.id}>
            <span className="clause__kind">Chỉ tiêu</span> {target.indicator}: {toLevel(target)}
          </li>
        ))}
        {pick(clause.deadlines, items.deadlines).map((deadline) => (
          <li key={deadline.id}>
            <span className="clause__kind">{deadlineWords[deadline.kind]}</span>{' '}
            {formatWhen(deadline.on, deadline.recurrence)}
          </li>
        ))}
        {pick(clause.reporting, items.reporting).map((one) => (
          <li key={one.id}>
            <span className="clause__kind">Báo cáo</span> {formatRecurrences(one.frequency)}
            {one.to !== null && `, gửi ${one.to}`}
          </li>
        ))}
        {pick(clause.triggers, items.triggers).map((one) => (
          <li key={one.id}>
            <span className="clause__kind">Điều kiện</span> khi {one.when}: {one.must}
          </li>
        ))}
      </ul>
    </div>
  )
}
