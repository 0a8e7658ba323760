import { useQuery } from '@tanstack/react-query'
import { createContext, useContext, useState, type ReactNode } from 'react'
import { MAP_AGENCY_DIALOG } from '#capabilities/people/contract.ts'
import { LentDialog } from '#platform/web/lent-dialog.tsx'
import { useMay } from '#platform/web/session.ts'
import { Button } from '#platform/web/ui/button.tsx'
import { itemsQuery, type ProgrammeItems } from './api.ts'
import './map-agency.css'

/** How long a page asks again for what the register has just learnt or forgotten; the plan follows within seconds. */
const PATIENCE_MS = 30_000

/** Printed names that were mapped on this page, or whose mapping was taken back, and how long the plan is awaited. */
type Mapped = ReadonlyMap<string, { readonly isKnown: boolean; readonly until: number }>

interface Mapping {
  readonly open: (printed: string) => void
  readonly isAwaited: (printed: string) => boolean
}

/** Undefined where the person may not map. */
const MappingContext = createContext<Mapping | undefined>(undefined)

/** Every printed name of the plan that nobody is known by. */
const listUnknown = (items: ProgrammeItems): ReadonlySet<string> => {
  const parties = [
    ...items.tasks.flatMap((task) => [...task.lead, ...task.partners]),
    ...items.deadlines.flatMap((deadline) => deadline.who),
    ...items.reporting.flatMap((duty) => duty.from),
    ...items.findings.flatMap(({ agency }) => (agency ? [agency] : [])),
  ]
  return new Set(parties.flatMap((party) => (party.code === null ? [party.printed] : [])))
}

/** The items of a plan, asked for again while the plan follows what was mapped on this page. */
export const useItems = (programme: string) => {
  const [mapped, setMapped] = useState<Mapped>(new Map())
  const query = useQuery({
    ...itemsQuery(programme),
    refetchInterval: ({ state: { data } }) => {
      if (!data) return false
      const unknown = listUnknown(data)
      const isAwaited = [...mapped].some(
        ([printed, { isKnown, until }]) => until > Date.now() && unknown.has(printed) === isKnown,
      )
      return isAwaited ? 1_000 : false
    },
  })
  const onMapped = (printed: string, isKnown: boolean): void =>
    setMapped((before) => new Map([...before, [printed, { isKnown, until: Date.now() + PATIENCE_MS }]]))
  return { query, mapped, onMapped }
}

/** Lets whatever it holds map a printed name to an agency, on the spot. */
export const MappingProvider = ({
  mapped,
  onMapped,
  children,
}: {
  readonly mapped: Mapped
  readonly onMapped: (printed: string, isKnown: boolean) => void
  readonly children: ReactNode
}) => {
  const mayMap = useMay('people.agency.edit')
  const [printed, setPrinted] = useState<string>()
  const close = (): void => setPrinted(undefined)
  const mapping = { open: setPrinted, isAwaited: (name: string) => mapped.get(name)?.isKnown === true }
  return (
    <MappingContext value={mayMap ? mapping : undefined}>
      {children}
      {printed !== undefined && (
        <LentDialog
          name={MAP_AGENCY_DIALOG}
          subject={printed}
          onClose={close}
          onDone={() => {
            close()
            onMapped(printed, true)
          }}
          onUndone={() => onMapped(printed, false)}
        />
      )}
    </MappingContext>
  )
}

/** What stands beside a name that nobody is known by: the way to say who it is, or that nobody knows. */
export const UnknownAgency = ({ printed }: { readonly printed: string }) => {
  const mapping = useContext(MappingContext)
  if (!mapping) return <span className="quiet no-print"> (chưa có trong danh bạ)</span>
  if (mapping.isAwaited(printed)) return <span className="quiet no-print"> (đang ghi nhận…)</span>
  return (
    <button
      type="button"
      className="map-agency no-print"
      aria-label={`Gán cơ quan cho “${printed}”`}
      onClick={() => mapping.open(printed)}
    >
      gán cơ quan
    </button>
  )
}

/** The same for a finding, as the button of its row. */
export const MapAgencyButton = ({ printed }: { readonly printed: string }) => {
  const mapping = useContext(MappingContext)
  if (!mapping) return null
  if (mapping.isAwaited(printed)) return <span className="quiet">đang ghi nhận…</span>
  return (
    <Button
      className="no-print"
      isSmall
      aria-label={`Gán cơ quan cho “${printed}”`}
      onClick={() => mapping.open(printed)}
    >
      Gán cơ quan
    </Button>
  )
}
