import type { Capability } from '#platform/server/capability.ts'
import { get, post, put } from '#platform/server/http/endpoint.ts'
import {
  answerCalendar,
  answerRoute,
  answerRoutes,
  answerUnit,
  answerUnits,
  createRoute,
  editCalendar,
  editRoute,
} from './handlers.ts'
import { placesConstraints, placesProblems } from './problems.ts'
import { schemas } from './schemas.ts'

export const places: Capability = {
  name: 'places',
  routes: [
    get('/api/units', 'places.unit.view', schemas.listUnits, answerUnits),
    get('/api/units/:code', 'places.unit.view', schemas.getUnit, answerUnit),
    get('/api/routes', 'places.unit.view', schemas.listRoutes, answerRoutes),
    get('/api/routes/:code', 'places.unit.view', schemas.getRoute, answerRoute),
    post('/api/routes', 'places.unit.edit', schemas.createRoute, createRoute),
    put('/api/routes/:code', 'places.unit.edit', schemas.editRoute, editRoute),
    get('/api/calendar', 'places.unit.view', schemas.getCalendar, answerCalendar),
    put('/api/calendar/:year', 'places.unit.edit', schemas.editCalendar, editCalendar),
  ],
  jobs: [],
  permissions: [
    { name: 'places.unit.view', title: 'Xem địa bàn, tuyến đường, lịch làm việc' },
    { name: 'places.unit.edit', title: 'Sửa tuyến đường, lịch làm việc' },
  ],
  problems: placesProblems,
  constraints: placesConstraints,
  events: {
    'places.loaded': 'Đã nạp địa bàn, tuyến đường, lịch làm việc của gói tỉnh.',
    'route.created': 'Đã thêm tuyến đường.',
    'route.edited': 'Đã sửa tuyến đường.',
    'calendar.edited': 'Đã nhập lịch làm việc của một năm.',
  },
}
