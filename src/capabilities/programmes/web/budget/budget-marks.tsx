import { Chip } from '#platform/web/ui/chip.tsx'
import type { BudgetLine } from '../../domain/budget-schemas.ts'
import './budget.css'

/** What somebody should look at, quietly. */
export const Marks = ({ marks }: { readonly marks: BudgetLine['marks'] }) =>
  marks.length === 0 ? null : (
    <p className="budget-marks">
      {marks.map(({ mark, words }) => (
        <Chip key={mark} tone={mark === 'no-estimate' ? 'doubtful' : 'due'}>
          {words}
        </Chip>
      ))}
    </p>
  )
