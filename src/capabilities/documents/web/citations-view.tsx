import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatPartialDate } from '#kernel/partial-date.ts'
import { Chip } from '#platform/web/ui/chip.tsx'
import { EmptyState } from '#platform/web/ui/empty-state.tsx'
import { Loaded } from '#platform/web/ui/loaded.tsx'
import { documentKeys, documentsApi } from './api.ts'

interface Cited {
  readonly type: string | null
  readonly number: string | null
  readonly issuedOn: string | null
}

const name = ({ type, number, issuedOn }: Cited): string =>
  [
    type === null ? 'văn bản' : `${type.slice(0, 1).toUpperCase()}${type.slice(1)}`,
    number ?? '',
    issuedOn === null ? '' : `(${formatPartialDate(issuedOn)})`,
  ]
    .filter((part) => part !== '')
    .join(' ')

/** What the document cites and which documents of the archive cite it. */
export const CitationsView = ({ id }: { readonly id: string }) => {
  const query = useQuery({
    queryKey: documentKeys.citations(id),
    queryFn: ({ signal }) => documentsApi.citations(id, signal),
  })
  return (
    <Loaded query={query}>
      {({ cites, citedBy }) => (
        <div className="stack">
          <h2>Văn bản này viện dẫn ({cites.length})</h2>
          {cites.length === 0 ? (
            <EmptyState title="Không viện dẫn văn bản nào" />
          ) : (
            <ul>
              {cites.map((one, i) => (
                <li key={i}>
                  {one.document ? (
                    <Link to={`/van-ban/${one.document.id}` as never}>{name(one)}</Link>
                  ) : (
                    name(one)
                  )}{' '}
                  {one.issuer !== null && <span className="quiet">{one.issuer}</span>}{' '}
                  {one.document?.match === 'possible' && (
                    <Chip tone="doubtful" title="Chỉ phần in ra trùng nhau; mở ra để xem có đúng không.">
                      có thể là văn bản này
                    </Chip>
                  )}
                  {!one.document && <span className="quiet">· chưa có trong kho</span>}
                </li>
              ))}
            </ul>
          )}
          <h2>Được viện dẫn bởi ({citedBy.length})</h2>
          {citedBy.length === 0 ? (
            <EmptyState title="Chưa văn bản nào trong kho viện dẫn" />
          ) : (
            <ul>
              {citedBy.map((one) => (
                <li key={one.id}>
                  <Link to={`/van-ban/${one.id}` as never}>{name(one)}</Link>{' '}
                  <span className="quiet">{one.subject}</span>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </Loaded>
  )
}
