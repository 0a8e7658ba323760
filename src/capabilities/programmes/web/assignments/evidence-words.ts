import { formatNumber } from '#platform/web/format.ts'
import type { Evidence } from '../../domain/assignment.ts'

/** What a piece of evidence is called. */
export const nameEvidence = (one: Evidence): string => {
  switch (one.kind) {
    case 'file':
      return one.name
    case 'link':
      return one.name ?? one.url
    case 'figure':
      return `${one.what}: ${formatNumber(one.value)}${one.unit === null ? '' : ` ${one.unit}`}`
    default: {
      const never: never = one
      return never
    }
  }
}

/** Whether the browser shows it as a picture; what the server keeps decides, this only chooses how to ask for it. */
export const isPicture = (name: string): boolean => /\.(?:jpe?g|png)$/iu.test(name)
