import { assignmentStores } from './assignments.ts'
import { documentStores } from './documents.ts'
import type { ShownStore } from './examples.ts'
import { noticeStores } from './notices.ts'
import { peopleStores } from './people.ts'
import { placeStores } from './places.ts'
import { programmeStores } from './programmes.ts'

/** Every store of every capability. */
export const stores: readonly ShownStore[] = [
  ...documentStores,
  ...peopleStores,
  ...placeStores,
  ...programmeStores,
  ...assignmentStores,
  ...noticeStores,
]
