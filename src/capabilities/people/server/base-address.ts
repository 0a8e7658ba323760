import type { Ask } from '#platform/server/http/endpoint.ts'

/** The address under which the person works: the configured one, else the one that the request named. */
export const toBase = ({ services, headers }: Pick<Ask, 'services' | 'headers'>): string => {
  const { publicUrl, tlsCertificate } = services.config
  if (publicUrl !== undefined) return publicUrl.replace(/\/$/u, '')
  return `${tlsCertificate === undefined ? 'http' : 'https'}://${headers['host'] ?? 'localhost'}`
}
