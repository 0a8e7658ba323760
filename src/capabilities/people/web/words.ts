import { agencyKinds, agencyLevels } from '../domain/agency.ts'
import { roles } from '../domain/roles.ts'

/** The offices' words for the codes of this capability. */
export const roleName = (code: string): string =>
  (roles as Readonly<Record<string, { readonly name: string }>>)[code]?.name ?? code

export const kindName = (code: string): string =>
  (agencyKinds as Readonly<Record<string, string>>)[code] ?? code

export const levelName = (code: string): string =>
  (agencyLevels as Readonly<Record<string, string>>)[code] ?? code

const toOptions = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

export const kindOptions = toOptions(agencyKinds)
export const levelOptions = toOptions(agencyLevels)
export const roleOptions = Object.entries(roles).map(([value, role]) => ({ value, label: role.name }))
