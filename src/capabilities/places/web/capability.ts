import { CalendarDays, MapPinned, Route } from 'lucide-react'
import { api } from '#platform/web/api.ts'
import type { SearchHit, WebCapability } from '#platform/web/capability.ts'
import type { RoutePage, UnitPage } from '../contract.ts'

const HITS = '6'

const findUnits = async (text: string, signal: AbortSignal): Promise<readonly SearchHit[]> => {
  const page = await api.get<UnitPage>('/api/units', { q: text, size: HITS }, signal)
  return page.items.map((unit) => ({
    title: unit.fullName,
    note: [unit.parentName, `mã ${unit.code}`].filter(Boolean).join(' · '),
    to: `/dia-ban/${unit.code}`,
  }))
}

const findRoutes = async (text: string, signal: AbortSignal): Promise<readonly SearchHit[]> => {
  const page = await api.get<RoutePage>('/api/routes', { q: text, size: HITS }, signal)
  return page.items.map((route) => ({
    title: `${route.code} · ${route.name}`,
    ...(route.course === null ? {} : { note: route.course }),
    to: `/tuyen-duong?q=${encodeURIComponent(route.code)}`,
  }))
}

/** Screens of `places`: administrative units over time, routes, the working calendar. */
export const placesWeb: WebCapability = {
  name: 'places',
  pages: [
    {
      path: '/dia-ban',
      permission: 'places.unit.view',
      load: async () => await import('./unit-list-page.tsx'),
    },
    {
      path: '/dia-ban/$code',
      permission: 'places.unit.view',
      load: async () => await import('./unit-page.tsx'),
    },
    {
      path: '/tuyen-duong',
      permission: 'places.unit.view',
      load: async () => await import('./route-list-page.tsx'),
    },
    {
      path: '/lich-lam-viec',
      permission: 'places.unit.view',
      load: async () => await import('./calendar-page.tsx'),
    },
  ],
  menu: [
    {
      group: 'data',
      label: 'Địa bàn',
      to: '/dia-ban',
      icon: MapPinned,
      permission: 'places.unit.view',
      order: 30,
      letter: 'd',
    },
    {
      group: 'data',
      label: 'Tuyến đường',
      to: '/tuyen-duong',
      icon: Route,
      permission: 'places.unit.view',
      order: 31,
    },
    {
      group: 'data',
      label: 'Lịch làm việc',
      to: '/lich-lam-viec',
      icon: CalendarDays,
      permission: 'places.unit.view',
      order: 32,
    },
  ],
  search: [
    { title: 'Địa bàn', permission: 'places.unit.view', find: findUnits },
    { title: 'Tuyến đường', permission: 'places.unit.view', find: findRoutes },
  ],
}
