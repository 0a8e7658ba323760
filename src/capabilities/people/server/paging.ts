/** Where a page starts: pages count from 1, 50 rows unless asked otherwise, never more than 500. */
export const toPage = (query: {
  readonly page?: string
  readonly size?: string
}): { readonly page: number; readonly size: number; readonly offset: number } => {
  const page = Math.max(1, Number(query.page ?? 1))
  const size = Math.min(500, Math.max(1, Number(query.size ?? 50)))
  return { page, size, offset: (page - 1) * size }
}
