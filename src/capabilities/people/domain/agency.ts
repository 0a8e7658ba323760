import { Type, type Static } from 'typebox'
import type { PlainDate } from '#kernel/plain-date.ts'

/** Kinds of bodies that plans name, with the words of the offices. */
export const agencyKinds = {
  department: 'Sở và cơ quan ngang sở',
  board: 'Ban thuộc UBND tỉnh, ban quản lý',
  'safety-committee': 'Ban An toàn giao thông',
  'peoples-committee': 'Ủy ban nhân dân',
  police: 'Công an',
  military: 'Quân đội, biên phòng',
  party: 'Cơ quan Đảng',
  'socio-political': 'Mặt trận Tổ quốc và tổ chức chính trị - xã hội',
  'mass-organisation': 'Hội, tổ chức xã hội khác',
  court: 'Tòa án',
  procuracy: 'Viện kiểm sát',
  press: 'Báo, đài',
  office: 'Văn phòng',
  unit: 'Đơn vị trực thuộc',
  'vertical-agency': 'Cơ quan ngành dọc, cơ quan trung ương trên địa bàn',
  ministry: 'Bộ, cơ quan trung ương',
  enterprise: 'Doanh nghiệp',
  'task-force': 'Tổ công tác, đoàn liên ngành',
  other: 'Khác',
} as const
export const AgencyKind = Type.Enum(Object.keys(agencyKinds) as (keyof typeof agencyKinds)[])
export type AgencyKind = keyof typeof agencyKinds

/** Levels of administration; `district` exists only before 1 July 2025. */
export const agencyLevels = {
  central: 'Trung ương',
  province: 'Cấp tỉnh',
  district: 'Cấp huyện',
  commune: 'Cấp xã',
} as const
export const AgencyLevel = Type.Enum(Object.keys(agencyLevels) as (keyof typeof agencyLevels)[])
export type AgencyLevel = keyof typeof agencyLevels

/** Latin slug, stable within a province: `so-xay-dung`. A renamed body is a new code that the old one names. */
export const AgencyCode = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 80 })
/** `YYYY-MM-DD`, a day that the calendar has. */
export const Day = Type.Unsafe<PlainDate>({ type: 'string', format: 'date', pattern: '^[1-9][0-9]{3}-' })
const Name = Type.String({ minLength: 1, maxLength: 300 })

/** What a person may write of an agency. Days are the first and the last on which it is there. */
export const agencyFields = {
  name: Name,
  shortName: Name,
  kind: AgencyKind,
  level: AgencyLevel,
  parent: Type.Union([AgencyCode, Type.Null()]),
  aliases: Type.Array(Name, { maxItems: 100 }),
  validFrom: Type.Union([Day, Type.Null()]),
  validTo: Type.Union([Day, Type.Null()]),
  /** Who took its work over: one after a merger or a new name, many where a district gave way to communes. */
  successors: Type.Array(AgencyCode, { maxItems: 200 }),
  /** The unit of `places` whose People's Committee it is. */
  unitCode: Type.Union([Type.String({ minLength: 1, maxLength: 40 }), Type.Null()]),
  /** The document or page that says so. */
  source: Type.Union([Type.String({ maxLength: 1000 }), Type.Null()]),
}
export const Agency = Type.Object({ code: AgencyCode, ...agencyFields })
export type Agency = Static<typeof Agency>

/** Members: all of the kinds and levels named (both must fit where both are given), the codes, less the excepted. */
export const GroupMembers = Type.Object(
  {
    kinds: Type.Optional(Type.Array(AgencyKind)),
    levels: Type.Optional(Type.Array(AgencyLevel)),
    codes: Type.Optional(Type.Array(AgencyCode, { maxItems: 500 })),
    except: Type.Optional(Type.Array(AgencyCode, { maxItems: 500 })),
  },
  { additionalProperties: false },
)
export type GroupMembers = Static<typeof GroupMembers>

/** A name that stands for many: "các sở, ban, ngành". */
export const AgencyGroup = Type.Object({
  code: AgencyCode,
  name: Name,
  aliases: Type.Array(Name, { maxItems: 100 }),
  members: GroupMembers,
})
export type AgencyGroup = Static<typeof AgencyGroup>

/** Whether it is there on that day; without a day, whether nobody has ended it. */
export const isValidOn = (
  agency: Pick<Agency, 'validFrom' | 'validTo'>,
  on: PlainDate | undefined,
): boolean => {
  if (on === undefined) return agency.validTo === null
  return (
    (agency.validFrom === null || agency.validFrom <= on) && (agency.validTo === null || agency.validTo >= on)
  )
}
