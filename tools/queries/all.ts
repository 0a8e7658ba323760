import { assignmentStores } from './assignments.ts'
import { budgetStores } from './budget.ts'
import { documentStores } from './documents.ts'
import type { ShownStore } from './examples.ts'
import { noticeStores } from './notices.ts'
import { peopleStores } from './people.ts'
import { placeStores } from './places.ts'
import { programmeStores } from './programmes.ts'
import { targetStores } from './targets.ts'

/** Every store of every capability. */
export const stores: readonly ShownStore[] = [
  ...documentStores,
  ...peopleStores,
  ...placeStores,
  ...programmeStores,
  ...assignmentStores,
  ...noticeStores,
  ...targetStores,
  ...budgetStores,
]
