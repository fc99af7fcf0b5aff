import type { FormId } from '../forms/model.js';

/** Lines that count vehicles and equipment: whole numbers, kept as amounts of 元. */
export function isCount(form: FormId, key: string): boolean {
  return form === 'related-information' && (key.startsWith('vehicles-') || key === 'equipment');
}
