import type { OutlineClause } from '../contract.ts'
import type { ItemKind } from './item.ts'

interface Clause {
  readonly path: string
  readonly heading: string
  readonly depth: number
}
interface Placed {
  readonly id: string
  readonly kind: ItemKind
  readonly path: string
}

const field = {
  task: 'tasks',
  target: 'targets',
  deadline: 'deadlines',
  reporting: 'reporting',
  trigger: 'triggers',
} as const satisfies Record<ItemKind, keyof OutlineClause>

const empty = (clause: Clause): OutlineClause => ({
  ...clause,
  tasks: [],
  targets: [],
  deadlines: [],
  reporting: [],
  triggers: [],
})

/** The nearest clause above a path that the outline has: `V.2.-3` → `V.2`. */
const findClause = (clauses: ReadonlyMap<string, OutlineClause>, path: string): OutlineClause | undefined => {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const found = clauses.get(at)
    if (found) return found
  }
  return undefined
}

/**
 * The plan as its outline, each item under its clause. What rests on no clause of the outline (rows of an annex,
 * paragraphs after the last item, tasks typed by hand) stands at the end under its own path.
 */
export const toOutline = (outline: readonly Clause[], items: readonly Placed[]): OutlineClause[] => {
  const clauses = new Map(outline.map((clause) => [clause.path, empty(clause)]))
  for (const item of items) {
    let clause = findClause(clauses, item.path) ?? (item.path === '' ? clauses.get('') : undefined)
    if (!clause) {
      const [top = ''] = item.path.split('.')
      clause = empty({ path: top, heading: headingOf(top), depth: 1 })
      clauses.set(top, clause)
    }
    clause[field[item.kind]].push(item.id)
  }
  return [...clauses.values()]
}

const headingOf = (path: string): string => {
  if (path === '') return 'Nhập bằng tay'
  if (path === '(closing)') return 'Tổ chức thực hiện'
  if (path === '(amended)') return 'Theo văn bản sửa đổi, bổ sung'
  return path.startsWith('PL') ? 'Phụ lục' : path
}
