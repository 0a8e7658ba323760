import { useMay } from '#platform/web/session.ts'
import { InPeriod } from '#platform/web/shell/in-period.tsx'
import { Button } from '#platform/web/ui/button.tsx'
import { ComboBox } from '#platform/web/ui/combo-box.tsx'
import { DateField } from '#platform/web/ui/date-field.tsx'
import { Select } from '#platform/web/ui/field.tsx'
import { Filters as FilterLine } from '#platform/web/ui/filters.tsx'
import { SearchField } from '#platform/web/ui/search-field.tsx'
import { useSetUrlValues, useUrlValues } from '#platform/web/url-state.ts'
import { stateWords } from '../../domain/assignment-words.ts'
import { useAgencyChoices, useProgrammeOptions } from './choices.ts'
import { noFilters, toFilters } from './filters.ts'
import './list-filters.css'
import { attentionWords, timelinessFilterWords } from './words.ts'

const toOptions = (none: string, words: Readonly<Record<string, string>>) => [
  { value: '', label: none },
  ...Object.entries(words).map(([value, label]) => ({ value, label })),
]

const timeliness = toOptions('mọi tình trạng', timelinessFilterWords)
const attentions = toOptions('không lọc', attentionWords)
const parts = toOptions('chủ trì và phối hợp', { own: 'chủ trì, thực hiện', partner: 'phối hợp' })
const states = toOptions('mọi bước', stateWords)

/** The filters of the list; each is in the address. */
export const ListFilters = () => {
  const url = useUrlValues()
  const set = useSetUrlValues()
  const choices = useAgencyChoices()
  const programmes = useProgrammeOptions('mọi kế hoạch')
  const seesAll = !useMay('programmes.assignment.report')
  const change = (values: Readonly<Record<string, string | undefined>>): void =>
    void set({ ...values, trang: undefined })
  const isFiltered = Object.keys(toFilters(url)).length > 0 || url['trong-ky'] === '1'
  return (
    <div className="duty-filters">
      <FilterLine
        countMore={
          [
            'ke-hoach',
            'buoc',
            'tu',
            'den',
            'thuc-hien',
            'muc',
            'nhiem-vu',
            'ngoai-ke-hoach',
            'trong-ky',
          ].filter((name) => url[name]).length
        }
        more={
          <>
            <Select
              label="Kế hoạch"
              value={url['ke-hoach'] ?? ''}
              options={programmes}
              onChange={(value) => change({ 'ke-hoach': value })}
            />
            <Select
              label="Bước"
              value={url['buoc'] ?? ''}
              options={states}
              onChange={(value) => change({ buoc: value })}
            />
            <DateField label="Hạn từ ngày" value={url['tu']} onChange={(day) => change({ tu: day })} />
            <DateField label="Hạn đến hết ngày" value={url['den']} onChange={(day) => change({ den: day })} />
            <InPeriod what="Đến hạn" />
          </>
        }
      >
        <SearchField label="Tìm nhiệm vụ" value={url['q'] ?? ''} onChange={(q) => change({ q })} />
        <Select
          label="Tình trạng"
          value={url['tinh-trang'] ?? ''}
          options={timeliness}
          onChange={(value) => change({ 'tinh-trang': value })}
        />
        <Select
          label="Cần xử lý"
          value={url['can-xu-ly'] ?? ''}
          options={attentions}
          onChange={(value) => change({ 'can-xu-ly': value })}
        />
        {!seesAll && (
          <Select
            label="Vai trò của cơ quan"
            value={url['vai-tro'] ?? ''}
            options={parts}
            onChange={(value) => change({ 'vai-tro': value })}
          />
        )}
        {seesAll && (
          <ComboBox
            key={`${url['chu-tri'] ?? ''} ${choices.length}`}
            label="Cơ quan chủ trì"
            placeholder="mọi cơ quan"
            choices={choices}
            value={url['chu-tri']}
            onChange={(code) => change({ 'chu-tri': code })}
          />
        )}
        {isFiltered && (
          <Button look="quiet" onClick={() => void set(noFilters)}>
            Bỏ mọi bộ lọc
          </Button>
        )}
      </FilterLine>
    </div>
  )
}
