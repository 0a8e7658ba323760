import type { Permission } from '#platform/server/capability.ts'
import type { RoleList } from '../contract.ts'
import { roleCodes, roleOf } from '../domain/roles.ts'

/** Roles with their permissions in words. The words come from all capabilities, which only the app knows. */
export const listRoles = (listPermissions: () => readonly Permission[]) => async (): Promise<RoleList> => {
  const titles = new Map(listPermissions().map(({ name, title }) => [name, title]))
  return {
    items: roleCodes.map((code) => {
      const { name, purpose, grants } = roleOf(code)
      return {
        code,
        name,
        purpose,
        grants: Object.entries(grants).flatMap(([permission, reach]) => {
          const title = titles.get(permission)
          return title === undefined ? [] : [{ permission, title, reach }]
        }),
      }
    }),
  }
}
