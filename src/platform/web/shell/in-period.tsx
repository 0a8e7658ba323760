import { startTransition, useOptimistic } from 'react'

import { formatDay } from '../format.ts'
import { Checkbox } from '../ui/field.tsx'
import { useSetUrlValues, useUrlValues } from '../url-state.ts'
import { usePeriod } from './period-control.tsx'
import type { ReportPeriod } from './period.ts'

/** Whether a list shows the days of the chosen reporting period alone, and those days. */
export const useInPeriod = (): readonly [ReportPeriod | undefined, (isOn: boolean) => Promise<void>] => {
  const [period] = usePeriod()
  const set = useSetUrlValues()
  const isOn = useUrlValues()['trong-ky'] === '1'
  // Another list begins at its first page.
  return [
    isOn ? period : undefined,
    async (on) => await set({ 'trong-ky': on ? '1' : undefined, trang: undefined }),
  ]
}

/** Above a list with dates: the period of the top bar, as a filter of this list. */
export const InPeriod = ({ what }: { readonly what: string }) => {
  const [period] = usePeriod()
  const [chosen, setOn] = useInPeriod()
  // The mark answers the click at once; the address, and with it the list, may need a moment longer.
  const [isMarked, mark] = useOptimistic(chosen !== undefined)
  return (
    <Checkbox
      label={`${what} trong kỳ ${period.label.toLowerCase()} (${formatDay(period.from)} – ${formatDay(period.to)})`}
      checked={isMarked}
      onChange={(on) =>
        startTransition(async () => {
          mark(on)
          await setOn(on)
        })
      }
    />
  )
}
