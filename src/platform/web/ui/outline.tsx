import { ChevronRight } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import './outline.css'

export interface OutlineNode {
  readonly id: string
  readonly label: ReactNode
  readonly children?: readonly OutlineNode[]
}

/**
 * A thing in parts, each of which opens. Nested lists with buttons, not a `tree`: screen readers read it
 * as the list it is, Tab reaches every link, and the browser's find sees what is open.
 */
export const Outline = ({
  label,
  nodes,
  openDepth = 2,
}: {
  readonly label: string
  readonly nodes: readonly OutlineNode[]
  /** How many levels are open at first. */
  readonly openDepth?: number
}) => (
  <div role="group" aria-label={label} className="outline">
    <Branch nodes={nodes} depth={1} openDepth={openDepth} />
  </div>
)

const Branch = ({
  nodes,
  depth,
  openDepth,
}: {
  readonly nodes: readonly OutlineNode[]
  readonly depth: number
  readonly openDepth: number
}) => (
  <ul className="outline__list">
    {nodes.map((node) => (
      <Part key={node.id} node={node} depth={depth} openDepth={openDepth} />
    ))}
  </ul>
)

const Part = ({
  node,
  depth,
  openDepth,
}: {
  readonly node: OutlineNode
  readonly depth: number
  readonly openDepth: number
}) => {
  const [isOpen, setOpen] = useState(depth < openDepth)
  const children = node.children ?? []
  return (
    <li>
      <div className="outline__line">
        {children.length > 0 ? (
          <button
            type="button"
            className="outline__toggle"
            aria-expanded={isOpen}
            aria-label={isOpen ? 'Thu gọn mục' : 'Mở mục'}
            onClick={() => setOpen(!isOpen)}
          >
            <ChevronRight className="outline__arrow" aria-hidden="true" />
          </button>
        ) : (
          <span className="outline__toggle" />
        )}
        <div className="outline__label">{node.label}</div>
      </div>
      {isOpen && children.length > 0 && <Branch nodes={children} depth={depth + 1} openDepth={openDepth} />}
    </li>
  )
}
