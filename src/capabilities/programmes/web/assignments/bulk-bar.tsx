import { useState } from 'react'
import { Button } from '#platform/web/ui/button.tsx'
import { Checkbox } from '#platform/web/ui/field.tsx'
import type { ListedAssignment } from '../../domain/assignment-schemas.ts'
import type { Verb } from '../../domain/assignment.ts'
import { verbWords } from '../../domain/assignment-words.ts'
import { BulkDialog } from './bulk-dialog.tsx'
import './bulk-bar.css'

/** What is done to many at once: no choice that must be made for each of them. */
const bulkVerbs = ['accept', 'open', 'verify', 'instruct', 'withdraw'] as const satisfies readonly Verb[]
export type BulkVerb = (typeof bulkVerbs)[number]

/** How many are chosen, and what can be done with them; a button says how many of them it concerns. */
export const BulkBar = ({
  rows,
  chosen,
  onChoose,
}: {
  readonly rows: readonly ListedAssignment[]
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
}) => {
  const [verb, setVerb] = useState<BulkVerb>()
  const among = rows.filter((row) => chosen.has(row.id))
  const verbs = bulkVerbs.filter((one) => rows.some((row) => row.verbs.includes(one)))
  const concerned = (one: BulkVerb): readonly ListedAssignment[] =>
    among.filter((row) => row.verbs.includes(one) && (one !== 'open' || row.openedAt === null))
  return (
    <div className="bulk-bar no-print" role="group" aria-label="Làm với nhiều nhiệm vụ">
      <Checkbox
        label={`Chọn cả ${rows.length} nhiệm vụ trên trang`}
        checked={rows.length > 0 && among.length === rows.length}
        onChange={(isOn) => onChoose(new Set(isOn ? rows.map((row) => row.id) : []))}
      />
      {among.length > 0 && (
        <>
          <span className="small" aria-live="polite">
            Đã chọn {among.length}
          </span>
          {verbs.map((one) => {
            const count = concerned(one).length
            return (
              <Button
                key={one}
                isSmall
                look={one === 'withdraw' ? 'danger' : 'plain'}
                disabled={count === 0}
                onClick={() => setVerb(one)}
              >
                {verbWords[one].button} ({count})
              </Button>
            )
          })}
        </>
      )}
      {verb && (
        <BulkDialog
          verb={verb}
          rows={concerned(verb)}
          others={among.length - concerned(verb).length}
          onClose={() => setVerb(undefined)}
          onDone={() => {
            setVerb(undefined)
            onChoose(new Set())
          }}
        />
      )}
    </div>
  )
}
