import type { Profile } from './profile.js';

/** Points that a form begins with; whoever fills it in may share them out otherwise. */
export interface StartWeights {
  /** 预算执行率; 0 where the rate earns none. */
  readonly rate: number;
  /** Tasks of a department with points of their own. */
  readonly tasks: number;
  readonly output: number;
  readonly benefit: number;
  readonly satisfaction: number;
}

const COMMON: StartWeights = { rate: 10, tasks: 0, output: 50, benefit: 30, satisfaction: 10 };

/** By method: how its forms share out a hundred points, where that is not the common way. */
const OTHERS: Readonly<Record<string, Partial<Record<'project' | 'department', StartWeights>>>> = {
  'shaanxi-2022': {
    department: { rate: 0, tasks: 0, output: 50, benefit: 30, satisfaction: 20 },
  },
  // Tasks 40 and indicators 60 were seen; how the 60 are shared out differs.
  'liaoning-2023-department': {
    department: { rate: 0, tasks: 40, output: 30, benefit: 20, satisfaction: 10 },
  },
  'heavier-rate': {
    project: { rate: 20, tasks: 0, output: 40, benefit: 40, satisfaction: 0 },
    department: { rate: 20, tasks: 0, output: 40, benefit: 40, satisfaction: 0 },
  },
};

/** The points that a blank form of a method begins with: together always a hundred. */
export function startWeights({ id }: Profile, kind: 'project' | 'department'): StartWeights {
  return OTHERS[id]?.[kind] ?? COMMON;
}
