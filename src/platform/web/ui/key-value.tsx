import type { ReactNode } from 'react'
import './key-value.css'

export interface KeyValueRow {
  readonly label: string
  readonly value: ReactNode
}

/** The facts of one thing, label and value; what is unknown is said, not left blank. */
export const KeyValue = ({ rows }: { readonly rows: readonly KeyValueRow[] }) => (
  <dl className="key-value">
    {rows.map((row) => (
      <div key={row.label}>
        <dt>{row.label}</dt>
        <dd>
          {row.value === '' || row.value === undefined || row.value === null ? (
            <span className="quiet">Chưa có</span>
          ) : (
            row.value
          )}
        </dd>
      </div>
    ))}
  </dl>
)
