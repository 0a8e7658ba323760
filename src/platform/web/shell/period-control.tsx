import { CalendarRange, Check, ChevronLeft, ChevronRight } from 'lucide-react'
import { formatDay, todayInVietnam } from '../format.ts'
import { useUrlValue } from '../url-state.ts'
import { Disclosure } from './disclosure.tsx'
import { parseReportPeriod, shiftReportPeriod, toReportPeriod, type ReportPeriod } from './period.ts'

/** The name of the period in the address; the root route carries it from page to page. */
export const PERIOD_PARAM = 'ky'

export const currentReportPeriod = (): ReportPeriod => toReportPeriod(todayInVietnam())

/** The reporting period that the person looks at; the present one unless the address says otherwise. */
export const usePeriod = (): readonly [ReportPeriod, (period: ReportPeriod) => void] => {
  const present = currentReportPeriod()
  const [id, setId] = useUrlValue(PERIOD_PARAM, present.id)
  return [parseReportPeriod(id) ?? present, (period) => setId(period.id)]
}

const days = (period: ReportPeriod): string => `${formatDay(period.from)} – ${formatDay(period.to)}`

/** The one global control: which reporting month, with its days in full. */
export const PeriodControl = () => {
  const [period, setPeriod] = usePeriod()
  const present = currentReportPeriod()
  const recent = Array.from({ length: 12 }, (_, i) => shiftReportPeriod(present, -i))
  return (
    <Disclosure
      label="Chọn kỳ báo cáo"
      className="bar-item period-control"
      button={
        <>
          <CalendarRange className="icon" aria-hidden="true" />
          <span className="visually-hidden">Kỳ báo cáo: </span>
          <span className="period-control__words">
            <span className="period-control__name">{period.label}</span>
            <span className="period-control__days">{days(period)}</span>
          </span>
        </>
      }
    >
      {(close) => (
        <>
          <div className="period-control__step">
            <button
              type="button"
              className="bar-choice"
              onClick={() => setPeriod(shiftReportPeriod(period, -1))}
            >
              <ChevronLeft className="icon" aria-hidden="true" />
              Kỳ trước
            </button>
            <button
              type="button"
              className="bar-choice"
              onClick={() => setPeriod(shiftReportPeriod(period, 1))}
            >
              Kỳ sau
              <ChevronRight className="icon" aria-hidden="true" />
            </button>
          </div>
          <ul>
            {recent.map((one) => (
              <li key={one.id}>
                <button
                  type="button"
                  className="bar-choice"
                  aria-current={one.id === period.id ? 'true' : undefined}
                  onClick={() => {
                    setPeriod(one)
                    close()
                  }}
                >
                  <span className="bar-choice__mark">
                    {one.id === period.id && <Check className="icon" aria-hidden="true" />}
                  </span>
                  <span>{one.label}</span>
                  <span className="quiet">{days(one)}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Disclosure>
  )
}
