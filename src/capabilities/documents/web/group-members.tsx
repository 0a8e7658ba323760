import { useQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { Checkbox } from '#platform/web/ui/field.tsx'
import { ProblemNotice } from '#platform/web/ui/notice.tsx'
import type { Party, PartyValue } from '../domain/review-api.ts'
import { membersQuery } from './agencies.ts'

/** What the editor knows of the document: whom its printed names mean, and the day on which groups are expanded. */
export interface Meanings {
  readonly parties: readonly Party[]
  readonly on: string | undefined
}

const MeaningsContext = createContext<Meanings>({ parties: [], on: undefined })
export const MeaningsProvider = MeaningsContext.Provider

/** The group that a party means, by the person's choice or by its printed name; undefined for a single agency. */
export const useGroupOf = (party: PartyValue, isGroup: (code: string) => boolean): string | undefined => {
  const { parties } = useContext(MeaningsContext)
  const code =
    party.code ??
    parties.find((one) => one.printed === party.printed && one.kind === 'group')?.code ??
    undefined
  return code !== undefined && isGroup(code) ? code : undefined
}

/** The members of a group on the day of the document; some of them can be left out of this one proposal. */
export const GroupMembers = ({
  group,
  value,
  onChange,
}: {
  readonly group: string
  readonly value: PartyValue
  readonly onChange: (value: PartyValue) => void
}) => {
  const { on } = useContext(MeaningsContext)
  const query = useQuery(membersQuery(group, on))
  if (query.isError) return <ProblemNotice error={query.error} />
  if (!query.data) return <p className="quiet small">Đang mở danh sách cơ quan…</p>
  const all = query.data
  const chosen = value.members ?? all.map((member) => member.code)
  const choose = (code: string, isOn: boolean): void => {
    const members = all
      .map((member) => member.code)
      .filter((one) => (one === code ? isOn : chosen.includes(one)))
    // Nobody at all is not a choice: then the group itself is taken out of the list.
    if (members.length === 0) return
    const { members: _, ...party } = value
    onChange(members.length === all.length ? party : { ...party, members })
  }
  return (
    <details className="group-members">
      <summary>
        {chosen.length === all.length
          ? `${all.length} cơ quan`
          : `${chosen.length} trong ${all.length} cơ quan`}
      </summary>
      <div className="group-members__list">
        {all.map((member) => (
          <Checkbox
            key={member.code}
            label={member.name}
            checked={chosen.includes(member.code)}
            onChange={(isOn) => choose(member.code, isOn)}
          />
        ))}
      </div>
    </details>
  )
}
