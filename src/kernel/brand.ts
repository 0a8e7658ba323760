declare const brand: unique symbol

/** A value of type `T` that carries the name `N`, so that a commune code is never taken for an agency id. */
export type Brand<T, N extends string> = T & { readonly [brand]: N }
