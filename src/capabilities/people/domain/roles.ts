import { Type } from 'typebox'

/** How far a role's permission reaches: the whole province, the post's agency, its area, or the person alone. */
export type Reach = 'province' | 'agency' | 'area' | 'self'

interface Role {
  readonly name: string
  readonly purpose: string
  /** What a post of this role must name. */
  readonly needs: 'nothing' | 'agency' | 'area'
  readonly grants: Readonly<Record<string, Reach>>
}

/** What everybody with a post may read: the register of agencies and places is no secret in the house. */
const everybody = {
  'people.agency.view': 'province',
  'places.unit.view': 'province',
} as const satisfies Record<string, Reach>

/** Reads everything of the work, changes nothing. */
const reader = {
  ...everybody,
  'documents.view': 'province',
  'programmes.view': 'province',
  'programmes.assignment.view': 'province',
  'programmes.budget.view': 'province',
} as const satisfies Record<string, Reach>

/**
 * The one table: role → permission → reach, for the permissions of every capability.
 * A test holds it against what the capabilities declare, both ways.
 */
export const roles = {
  'system-admin': {
    name: 'Quản trị hệ thống',
    purpose: 'Quản lý cơ quan, tài khoản, phân quyền và vận hành; không làm thay nghiệp vụ.',
    needs: 'nothing',
    grants: {
      ...everybody,
      'people.agency.edit': 'province',
      'people.account.view': 'province',
      'people.account.edit': 'province',
      'people.contact.view': 'province',
      'people.delegation.manage': 'province',
      'places.unit.edit': 'province',
      'admin.journal.view': 'province',
      'admin.jobs.view': 'province',
      'admin.jobs.retry': 'province',
    },
  },
  'committee-leader': {
    name: 'Lãnh đạo Ban An toàn giao thông',
    purpose: 'Theo dõi toàn tỉnh, chỉ đạo và cho ý kiến.',
    needs: 'nothing',
    grants: {
      ...reader,
      'documents.accept': 'province',
      'programmes.assignment.decide': 'province',
      'programmes.evidence.view': 'province',
      'people.account.view': 'province',
      'people.contact.view': 'province',
      'admin.journal.view': 'province',
    },
  },
  'committee-office': {
    name: 'Văn phòng Ban An toàn giao thông',
    purpose: 'Nhập văn bản, rà soát, giao và đôn đốc nhiệm vụ, tổng hợp báo cáo.',
    needs: 'nothing',
    grants: {
      ...reader,
      'documents.upload': 'province',
      'documents.register': 'province',
      'documents.review': 'province',
      'documents.accept': 'province',
      'documents.withdraw': 'province',
      'programmes.edit': 'province',
      'programmes.assignment.manage': 'province',
      'programmes.target.enter': 'province',
      'programmes.target.manage': 'province',
      'programmes.budget.edit': 'province',
      'programmes.evidence.view': 'province',
      'people.agency.edit': 'province',
      'people.account.view': 'province',
      'people.contact.view': 'province',
    },
  },
  'agency-head': {
    name: 'Lãnh đạo cơ quan',
    purpose: 'Chịu trách nhiệm về nhiệm vụ và báo cáo của cơ quan mình.',
    needs: 'agency',
    grants: {
      ...everybody,
      'documents.view': 'agency',
      'programmes.view': 'agency',
      'programmes.assignment.view': 'agency',
      'programmes.assignment.report': 'agency',
      'programmes.target.enter': 'agency',
      'programmes.budget.view': 'agency',
      'programmes.evidence.view': 'agency',
      'programmes.assignment.approve': 'agency',
      'people.account.view': 'agency',
    },
  },
  'agency-focal': {
    name: 'Đầu mối của cơ quan',
    purpose: 'Tiếp nhận nhiệm vụ, báo cáo kết quả của cơ quan mình.',
    needs: 'agency',
    grants: {
      ...everybody,
      'documents.view': 'agency',
      'programmes.view': 'agency',
      'programmes.assignment.view': 'agency',
      'programmes.assignment.report': 'agency',
      'programmes.target.enter': 'agency',
      'programmes.budget.view': 'agency',
      'programmes.evidence.view': 'agency',
      'people.account.view': 'agency',
    },
  },
  'commune-focal': {
    name: 'Đầu mối xã, phường',
    purpose: 'Tiếp nhận nhiệm vụ, báo cáo kết quả của xã, phường mình.',
    needs: 'area',
    grants: {
      ...everybody,
      'documents.view': 'area',
      'programmes.view': 'area',
      'programmes.assignment.view': 'area',
      'programmes.assignment.report': 'area',
      'programmes.target.enter': 'area',
      'programmes.budget.view': 'area',
      'programmes.evidence.view': 'area',
    },
  },
  viewer: {
    name: 'Người xem',
    purpose: 'Xem văn bản và kế hoạch toàn tỉnh, không sửa.',
    needs: 'nothing',
    grants: reader,
  },
} as const satisfies Record<string, Role>

export type RoleCode = keyof typeof roles
export const roleCodes = Object.keys(roles) as RoleCode[]
export const RoleCode = Type.Enum(roleCodes)

export const roleOf = (code: RoleCode): Role => roles[code]

/** The role of that Vietnamese name, as spreadsheets carry it. */
export const findRoleByName = (name: string, toKey: (text: string) => string): RoleCode | undefined =>
  roleCodes.find((code) => toKey(roles[code].name) === toKey(name))
