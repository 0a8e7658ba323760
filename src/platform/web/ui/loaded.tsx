import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { ProblemNotice } from './notice.tsx'
import { Skeleton } from './skeleton.tsx'

/** Waiting, refused or there: the three faces of every read. Old content stays while it is read anew. */
export const Loaded = <T,>({
  query,
  rows = 8,
  children,
}: {
  readonly query: UseQueryResult<T>
  /** How tall the content will be, in rows. */
  readonly rows?: number
  readonly children: (data: T) => ReactNode
}) => {
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.isError) {
    return (
      <ProblemNotice
        error={query.error}
        actions={<Button onClick={() => void query.refetch()}>Tải lại</Button>}
      />
    )
  }
  return <Skeleton rows={rows} />
}
