import type { LucideIcon } from 'lucide-react'
import type { ComponentType } from 'react'

/** The six groups of the left rail, in their order. */
export const menuGroups = {
  today: 'Hôm nay',
  plans: 'Kế hoạch & nhiệm vụ',
  crashes: 'Tai nạn & điểm đen',
  transport: 'Vận tải & hành trình',
  reports: 'Báo cáo & thi đua',
  data: 'Dữ liệu & quản trị',
} as const

export type MenuGroup = keyof typeof menuGroups

/** One page: its code is fetched when somebody goes there. */
export interface WebPage {
  /** `/co-quan/$id`; the parameters are read with `usePathParam`. */
  readonly path: string
  /** Undefined for everybody signed in. */
  readonly permission?: string
  /** A page outside the shell needs no session: signing in, the first-start link. */
  readonly outside?: boolean
  readonly load: () => Promise<{ readonly default: ComponentType }>
}

export interface MenuEntry {
  readonly group: MenuGroup
  readonly label: string
  readonly to: string
  readonly icon: LucideIcon
  readonly permission?: string
  /** Within its group, small first. */
  readonly order: number
  /** `g` then this letter goes there. */
  readonly letter?: string
}

export interface SearchHit {
  readonly title: string
  /** A second, quieter line. */
  readonly note?: string
  readonly to: string
}

/** One part of the search over everything. */
export interface SearchSource {
  readonly title: string
  readonly permission?: string
  /** At most the handful that a person reads; tone marks are the server's matter. */
  readonly find: (text: string, signal: AbortSignal) => Promise<readonly SearchHit[]>
}

/** One plain sentence of "Hôm nay", with a link to what it speaks of; nothing when there is nothing to say. */
export interface TodayLine {
  readonly text: string
  readonly to: string
  readonly tone?: 'due' | 'overdue' | 'done' | 'plain'
}

export interface TodaySource {
  readonly name: string
  readonly permission?: string
  readonly load: (signal: AbortSignal) => Promise<readonly TodayLine[]>
}

/** Names of things that the journal calls by code: `agency:so-xay-dung` → Sở Xây dựng and its page. */
export interface NameSource {
  readonly name: string
  readonly permission?: string
  readonly load: (
    signal: AbortSignal,
  ) => Promise<ReadonlyMap<string, { readonly label: string; readonly to?: string }>>
}

/** What a lent dialog is told: about what it is, and whom to tell when it is done or closed. */
export interface LentDialogProps {
  /** The words or the id that it is about. */
  readonly subject: string
  readonly onDone: () => void
  /** What was done has been taken back, from the notice that said it. */
  readonly onUndone?: () => void
  readonly onClose: () => void
}

/** A dialog that neighbours may open by the name in the contract, without knowing how it is made. */
export interface LentDialog {
  readonly name: string
  readonly load: () => Promise<{ readonly default: ComponentType<LentDialogProps> }>
}

/** Something small in the top bar, beside the period and the person: a bell with its number. */
export interface BarItem {
  readonly name: string
  readonly permission?: string
  readonly load: () => Promise<{ readonly default: ComponentType }>
}

/** What the web app lists of a capability: `web/capability.ts`. */
export interface WebCapability {
  readonly name: string
  readonly pages: readonly WebPage[]
  readonly menu: readonly MenuEntry[]
  readonly search?: readonly SearchSource[]
  readonly today?: readonly TodaySource[]
  readonly names?: readonly NameSource[]
  readonly dialogs?: readonly LentDialog[]
  readonly bar?: readonly BarItem[]
}
