/** What stands in a data file, whoever wrote it: nothing is taken for granted. */

export const field = (value: unknown, key: string): unknown =>
  value && typeof value === 'object' ? (value as Record<string, unknown>)[key] : undefined;
export const listed = (data: unknown, key: string): unknown[] => {
  const list = field(data, key);
  return Array.isArray(list) ? (list as unknown[]) : [];
};

/** A label of the data in a language, else in one that it has; empty where it is none. */
export function textOf(label: unknown, locale: string): string {
  const text =
    typeof label === 'string'
      ? label
      : (field(label, locale || 'en') ?? field(label, 'en') ?? Object.values(Object(label) as object)[0]);
  return typeof text === 'string' ? text : '';
}

/** The places of a file as objects, however they are written. */
export function places(data: unknown): Record<string, unknown>[] {
  const villages = field(data, 'villages');
  if (Array.isArray(villages)) return villages as Record<string, unknown>[];
  const columns = listed(villages, 'columns').map(String);
  const ids = listed(data, 'dimensions').map((of) => String(field(of, 'id')));
  return listed(villages, 'rows').map((row) => {
    const made: Record<string, unknown> = { figures: {}, dimensions: {} };
    const figures = made.figures as Record<string, Record<string, unknown>>;
    columns.forEach((column, i) => {
      const cell = (row as unknown[])[i];
      if (cell === null || cell === undefined) return;
      const [id = '', time] = column.split('@');
      if (['name', 'id', 'district', 'craft', 'revenue'].includes(column)) made[column] = cell;
      else if (ids.includes(column)) (made.dimensions as Record<string, unknown>)[column] = cell;
      else if (time) (figures[id] ??= {})[time] = cell;
      else figures[id] = cell as Record<string, unknown>;
    });
    return made;
  });
}
