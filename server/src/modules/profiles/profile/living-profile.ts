import type { ProfileContent } from '@musubi/contracts';
import type { CooperationProfileEntity } from './cooperation-profile.entity.js';

export const livingOf = (row: CooperationProfileEntity) => ({
  thing: 'profile' as const,
  row,
  read: () => row.content,
  write: (content: ProfileContent) => void (row.content = content),
});
