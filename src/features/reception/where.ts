/** Where receptions are held: a township; the county where there is none (R-A10). */
export interface Where {
  id: string
  name: string
}
