import type { Schemas } from '#platform/server/http/endpoint.ts'
import {
  CalendarEdit,
  CalendarParams,
  CalendarQuery,
  CalendarReply,
  NewRoute,
  RouteDetail,
  RouteEdit,
  RoutePage,
  RouteParams,
  RouteQuery,
  UnitDetail,
  UnitOn,
  UnitPage,
  UnitParams,
  UnitQuery,
} from '../contract.ts'

/** Request and reply of each endpoint. */
export const schemas = {
  listUnits: { summary: 'Đơn vị hành chính vào một ngày', query: UnitQuery, reply: UnitPage },
  getUnit: {
    summary: 'Một đơn vị hành chính, đơn vị trước và sau nó',
    params: UnitParams,
    query: UnitOn,
    reply: UnitDetail,
  },
  listRoutes: { summary: 'Tuyến đường', query: RouteQuery, reply: RoutePage },
  getRoute: { summary: 'Một tuyến đường', params: RouteParams, reply: RouteDetail },
  createRoute: { summary: 'Thêm tuyến đường', body: NewRoute, reply: RouteDetail, status: 201 },
  editRoute: {
    summary: 'Sửa tuyến đường',
    params: RouteParams,
    body: RouteEdit,
    reply: RouteDetail,
    versioned: true,
  },
  getCalendar: { summary: 'Lịch làm việc của một năm', query: CalendarQuery, reply: CalendarReply },
  editCalendar: {
    summary: 'Nhập lịch làm việc của một năm',
    params: CalendarParams,
    body: CalendarEdit,
    reply: CalendarReply,
    versioned: true,
  },
} as const satisfies Record<string, Schemas>
