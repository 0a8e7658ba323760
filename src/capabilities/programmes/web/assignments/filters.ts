import type { UrlValues } from '#platform/web/url-state.ts'
import type { AssignmentQuery } from '../../domain/assignment-schemas.ts'

/** What a list, the board and the calendar are narrowed by; pages are a matter of the list alone. */
export type Filters = Omit<AssignmentQuery, 'page' | 'size'>

/** How each filter is called in the address. */
const names: Readonly<Record<keyof Filters, string>> = {
  programme: 'ke-hoach',
  agency: 'co-quan',
  lead: 'chu-tri',
  doer: 'thuc-hien',
  part: 'vai-tro',
  byHand: 'ngoai-ke-hoach',
  section: 'muc',
  item: 'nhiem-vu',
  timeliness: 'tinh-trang',
  state: 'buoc',
  attention: 'can-xu-ly',
  from: 'tu',
  to: 'den',
  q: 'q',
}
const keys = Object.keys(names) as (keyof Filters)[]

/** The filters that an address carries; the server judges their values. */
export const toFilters = (url: UrlValues): Filters =>
  Object.fromEntries(
    keys.flatMap((key) => {
      const value = url[names[key]]
      return value === undefined || value === '' ? [] : [[key, value]]
    }),
  )

/** The same filters as an address carries them. */
export const toAddressValues = (filters: Filters): Record<string, string> =>
  Object.fromEntries(
    keys.flatMap((key) => {
      const value = filters[key]
      return value === undefined ? [] : [[names[key], value]]
    }),
  )

/** The address without any filter: what "Bỏ mọi bộ lọc" sets. */
export const noFilters: UrlValues = Object.fromEntries(
  [...Object.values(names), 'trong-ky', 'trang'].map((name) => [name, undefined]),
)

export const LIST = '/nhiem-vu/danh-sach'

/** The list narrowed by these filters, as one address. */
export const toListAddress = (filters: Filters): string => {
  const search = new URLSearchParams(toAddressValues(filters)).toString()
  return search === '' ? LIST : `${LIST}?${search}`
}
